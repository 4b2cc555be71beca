import { foldAccents } from '../../language/tokenize.ts';

const minSigns = 2;

/** The forms of an exam that a text has, when it has enough of them to be taken for one; else none. */
export function examForms(title: string, text: string): readonly string[] {
  const signs = examSigns(`${title}\n${text}`);
  return signs.length >= minSigns ? signs : [];
}

/** Forms that exams have and courses have not; two of them make a document an exam. */
function examSigns(text: string): string[] {
  const folded = foldAccents(text.toLowerCase());
  const count = (pattern: RegExp) => folded.match(pattern)?.length ?? 0;
  const signs: readonly (readonly [string, boolean])[] = [
    [
      'the word “examen”',
      /^[^\n]{0,20}\b(?:examen|partiel|controle continu|exam|quiz|devoir surveille)\b/m.test(
        folded,
      ),
    ],
    ['boxes to tick', count(/\[ {0,3}\]/g) + count(/[☐□]/g) >= 4],
    // Not the underscores of a horizontal rule, nor the dots of a table of contents.
    ['blanks to fill', count(/^(?!\s*_+\s*$).*?(?:_{4,}|…{3,}|\.{8,})(?!\s*\d+\s*$)/gm) >= 3],
    ['a marking scheme', /\bbareme\b|\bmarking scheme\b/.test(folded)],
    // “/20”, not the “/02” of a date or the “/24” of a network.
    [
      'points for questions',
      count(/(?<![\p{L}\p{N}./])\/ ?\d{1,3}\b(?![/.\d])|\b\d{1,2} (?:pts|points)\b/gu) >= 4,
    ],
  ];
  return signs.filter(([, found]) => found).map(([sign]) => sign);
}
