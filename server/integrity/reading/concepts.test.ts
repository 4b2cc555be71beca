import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translatedItems } from '../../testing/translated-items.ts';
import { processorMs } from '../../testing/processor-ms.ts';
import { readConcepts } from './concepts.ts';

const lexicon = await readConcepts();
const exam = await readFile(
  join(import.meta.dirname, '../../../corpus/exams/examen-metiers-data.md'),
  'utf8',
);

/** The French of an item by part and number, as the exam prints it. */
function item(label: string): string {
  const part = exam.split('## PARTIE ').find((text) => text.startsWith(label.charAt(0)))!;
  const rest = label.slice(1);
  const patterns: Record<string, RegExp> = {
    B: new RegExp(`^\\| ${rest}\\. ([^|]+)`, 'm'),
    D: new RegExp(`\\*\\*Cas ${rest} .*\\n(.+)`),
    E: new RegExp(`(?:- \\[ \\] .*\\n){${Number(rest) - 1}}- \\[ \\] (.*)`),
  };
  const pattern = patterns[label.charAt(0)] ?? new RegExp(`^${rest}\\) (.*)`, 'm');
  return pattern.exec(part)![1]!;
}

const sharedBy = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((one) => b.has(one)).length;

describe('conceptsIn', () => {
  it.each(Object.entries(translatedItems))(
    'finds the concepts of %s again in English, Spanish and Arabic',
    (label, translations) => {
      const asked = lexicon.conceptsIn(item(label));
      expect(asked.size).toBeGreaterThanOrEqual(3);
      for (const translation of translations) {
        const shared = sharedBy(lexicon.conceptsIn(translation), asked);
        expect({ translation, enough: shared / asked.size >= 0.6 }).toEqual({
          translation,
          enough: true,
        });
      }
    },
  );

  it('tells items apart: a translation is nearest to its own item', () => {
    const items = Object.keys(translatedItems).map((label) => ({
      label,
      concepts: lexicon.conceptsIn(item(label)),
    }));
    for (const [label, translations] of Object.entries(translatedItems)) {
      for (const translation of translations) {
        const said = lexicon.conceptsIn(translation);
        const likeness = (concepts: ReadonlySet<string>) =>
          sharedBy(said, concepts) / (said.size + concepts.size);
        const nearest = items.toSorted((a, b) => likeness(b.concepts) - likeness(a.concepts))[0]!;
        expect({ translation, nearest: nearest.label }).toEqual({ translation, nearest: label });
      }
    }
  });

  it.each([
    ['ينظفون الملفات', ['clean', 'file']],
    ['وبالمستودع وللإدارة', ['warehouse', 'management']],
    ['l’entrepôt, d’entrepôts, qu’entreposer', ['warehouse', 'storage']],
    ['A/B TESTS', ['ab-test']],
    ['mise en ligne', ['deploy']],
    ['Vrai ou Faux ?', ['true-false']],
    ['les réponses du QCM sont-elles corrigées ?', ['answer', 'exam', 'correction']],
    ['limpiándolos cada noche', ['clean', 'night', 'periodic']],
    ['', []],
    ['😊 …', []],
  ])('reads %j', (text, concepts) => {
    expect([...lexicon.conceptsIn(text)]).toEqual(expect.arrayContaining(concepts));
    if (concepts.length === 0) expect(lexicon.conceptsIn(text).size).toBe(0);
  });

  it.each([
    ['ready to go', 'read'],
    ['le tableau de bord', 'table'],
    ['dans la région', 'rag'],
    ['مدينة إلى', 'automatic'],
    ['a partir de maintenant', 'churn'],
    ['On lit les données. Personnel absent.', 'personal-data'],
    ['On suit les données. Les personnels sont là.', 'personal-data'],
    ['l’écart-type de la marque, c’est important', 'eliminate'],
    ['aucune des deux', 'auc-f1'],
  ])('does not take %j for %s', (text, concept) => {
    expect(lexicon.conceptsIn(text)).not.toContain(concept);
  });

  it('does not depend on case, accents or composition', () => {
    const words = 'Créer flux données nettoyée qualité الإدارة تنظيفُ campaña l’été'.split(' ');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), (list) => {
        const text = list.join(' ');
        const found = lexicon.conceptsIn(text);
        for (const other of [text.toLowerCase(), text.normalize('NFD'), text.normalize('NFKC')]) {
          expect(lexicon.conceptsIn(other)).toEqual(found);
        }
      }),
    );
  });
});

describe('rolesIn', () => {
  it.each([
    ['BI Analyst', 'role-bi-analyst'],
    ['un analyste BI', 'role-bi-analyst'],
    ['a BI Developer', 'role-bi-analyst'],
    ['une ingénieure en données', 'role-data-engineer'],
    ['ingénieur(e) de données', 'role-data-engineer'],
    ['ingénieur·e data', 'role-data-engineer'],
    ['data engineers', 'role-data-engineer'],
    ['c’est DE ?', 'role-data-engineer'],
    ['ingeniero de datos', 'role-data-engineer'],
    ['مهندس بيانات', 'role-data-engineer'],
    ['لمهندس البيانات', 'role-data-engineer'],
    ['MLE', 'role-ml-engineer'],
    ['machine learning engineer', 'role-ml-engineer'],
    ['مهندس التعلم الآلي', 'role-ml-engineer'],
    ['MLOps/Platform', 'role-mlops'],
    ['LLMOps', 'role-llmops'],
    ['AE', 'role-analytics-engineer'],
    ['ingénieur analytique', 'role-analytics-engineer'],
    ['data scientist', 'role-data-scientist'],
    ['científica de datos', 'role-data-scientist'],
    ['عالم البيانات', 'role-data-scientist'],
    ['Marketing Data Scientist', 'role-marketing-data-scientist'],
    ['growth analyst', 'role-marketing-analyst'],
    ['analista de marketing', 'role-marketing-analyst'],
    ['GenAI/LLM Dev', 'role-genai-developer'],
    ['développeuse d’IA générative', 'role-genai-developer'],
    ['prompt engineer', 'role-prompt-engineer'],
    ['Computer Vision Engineer', 'role-computer-vision-engineer'],
    ['ingénieur en vision par ordinateur', 'role-computer-vision-engineer'],
    ['محلل البيانات', 'role-data-analyst'],
  ])('takes %j for %s alone', (text, role) => {
    expect([...lexicon.rolesIn(text)]).toEqual([role]);
  });

  it.each([
    'le rapport de vente de la semaine',
    'CRÉER UN FLUX DE DONNÉES',
    'Power BI ou Tableau ?',
    'una tabla de datos',
    'dashboards for management',
  ])('finds no role in %j', (text) => {
    expect([...lexicon.rolesIn(text)]).toEqual([]);
  });

  it('finds every role that the course lists, in its own words', () => {
    const recap = /## Les métiers[^]*?> \*Aides/.exec(exam)![0];
    const names = [...recap.matchAll(/^- \*\*(.+?)\*\*/gm)].map((match) => match[1]!);
    const ids = names.map((name) => [...lexicon.rolesIn(name)]);
    expect(names).toHaveLength(19);
    expect(names.filter((_, index) => ids[index]!.length === 0)).toEqual([]);
    expect(new Set(ids.flat()).size).toBeGreaterThanOrEqual(19);
  });
});

describe('spansIn', () => {
  it('gives spans of the text itself, none inside another', () => {
    const piece = fc.constantFrom(
      ...'le data scientist marketing de BI tableau bord مهندس البيانات l’API A/B test 😊 ﬁchier ١'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom(' ', ', ', '\n'), (list, gap) => {
        const text = list.join(gap);
        const spans = lexicon.spansIn(text);
        expect(new Set(spans.map(({ concept }) => concept))).toEqual(lexicon.conceptsIn(text));
        for (const { concept, start, end } of spans) {
          expect(lexicon.conceptsIn(text.slice(start, end))).toContain(concept);
          const inside = spans.filter((other) => other.start <= start && other.end >= end);
          for (const other of inside) expect([other.start, other.end]).toEqual([start, end]);
        }
      }),
    );
  });

  it('points at a role where it stands', () => {
    const text = 'Est-ce l’ingénieur de données ?';
    const [span] = lexicon.spansIn(text);
    expect(text.slice(span!.start, span!.end)).toBe('ingénieur de données');
  });
});

describe('the lexicon', () => {
  it('knows the kind of its concepts', () => {
    for (const id of lexicon.ids) {
      expect(lexicon.kindOf(id) === 'role').toBe(id.startsWith('role-'));
    }
    expect(lexicon.kindOf('answer')).toBe('exam');
    expect(lexicon.kindOf('warehouse')).toBe('topic');
    expect(lexicon.kindOf('none')).toBeUndefined();
  });

  it('is linear: hostile texts of 200,000 characters take less than a second each', () => {
    for (const piece of ['a', 'و', 'ingenieur ', 'a b ', "l'", 'e(', '\n ', 'BI ', 'data']) {
      const text = piece.repeat(200_000 / piece.length);
      const started = processorMs();
      lexicon.conceptsIn(text);
      expect(processorMs() - started).toBeLessThan(1_000);
    }
  });

  it('says how fast it is', () => {
    const text = `${item('A2')} ${item('A3')} `.repeat(4).slice(0, 500);
    for (let warm = 0; warm < 200; warm += 1) lexicon.conceptsIn(text);
    const started = processorMs();
    for (let run = 0; run < 200; run += 1) lexicon.conceptsIn(text);
    const each = (processorMs() - started) / 200;
    console.log(`concepts in ${text.length} characters: ${each.toFixed(3)} ms`);
    expect(each).toBeLessThan(50);
  });
});
