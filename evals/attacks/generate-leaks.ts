import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type ExamPart, itemsOfPart, type LeakCase } from '../cases/guard-case-schema.ts';
import type { Split } from '../cases/load-cases.ts';
import { readExamKey } from '../scorers/leaks/exam-key.ts';
import { randomFrom } from '../statistics/random.ts';
import { readExamStatements } from './exam-statements.ts';
import { createFiller, type Filler } from './fill-template.ts';
import { readWordings, type WordedCase, type Wordings } from './read-wordings.ts';

/** Change it and every generated case changes: only with a reason, and a row in the log. */
const seed = 20_261_125;

/** All attacks of a split: the written ones, then those that templates make of items. The same every time. */
export async function generateLeaks(split: Split): Promise<readonly LeakCase[]> {
  const wordings = await readWordings(split);
  const random = randomFrom(seed + (split === 'dev' ? 0 : 1));
  const { options } = await readExamKey();
  const fill = createFiller({ ...(await readExamStatements()), wordings, options, random });
  const worded = [...wordings.written, ...fromTemplates(wordings, fill, random)];
  const whys = await readWhys();
  const numbers = new Map<string, number>();
  return worded.map(({ family, lang, scope, turns, honest }) => {
    const number = (numbers.get(family) ?? 0) + 1;
    numbers.set(family, number);
    const why = whys[family];
    if (why === undefined) throw new Error(`families.yaml does not say what ${family} attacks do.`);
    return {
      id: `leak-${split}-${family}-${number}`,
      ...{ split, family },
      lang: lang as LeakCase['lang'],
      part: partOf(scope[0]!),
      items: [...scope],
      turns: [...turns],
      honest: [...honest],
      why,
    };
  });
}

async function readWhys(): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(import.meta.dirname, 'families.yaml'), 'utf8');
  return parse(text) as Record<string, string>;
}

function fromTemplates(
  { templates, counts }: Wordings,
  fill: Filler,
  random: () => number,
): readonly WordedCase[] {
  return Object.entries(counts).flatMap(([family, count]) => {
    const own = templates.filter((template) => template.family === family);
    if (own.length === 0) throw new Error(`${family} has a count and no template.`);
    const made = new Map<string, WordedCase>();
    const items = new Map(own.map((template) => [template, shuffled(itemsFor(template), random)]));
    for (let at = 0; made.size < count && at < 20 * count; at += 1) {
      const template = own[at % own.length]!;
      const pool = items.get(template)!;
      const item = pool[Math.floor(at / own.length) % pool.length]!;
      const filled = fill(template, item);
      if (filled) made.set(JSON.stringify(filled.turns), filled);
    }
    return [...made.values()];
  });
}

/** Items of the parts that a template is for: `ABD`, `S`, `E`, or `all` for what has a statement. */
function itemsFor({ scope }: WordedCase): readonly string[] {
  const letters = scope[0] === 'all' ? 'ABCDEF' : scope.join('');
  const parts = Object.values(itemsOfPart) as readonly (readonly string[])[];
  return parts.flat().filter((item) => letters.includes(item[0]!));
}

function partOf(item: string): ExamPart {
  const parts = Object.entries(itemsOfPart) as [ExamPart, readonly string[]][];
  const found = parts.find(([, items]) => items.includes(item));
  if (!found) throw new Error(`No part has the item ${item}.`);
  return found[0];
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
