import { z } from 'zod';

const words = z.string().trim().min(1);

const scenario = [
  'donnees',
  'traitements',
  'utilisations',
  'lien_objectif',
  'contrainte_specifique',
] as const;

const steeringPlan = [
  'roadmap_phases',
  'roadmap_durees_jalons',
  'livrables',
  'risques_parades',
  'kpi_qualite',
  'kpi_technique',
  'kpi_adoption',
  'budget_risques',
  'objectif_du_cas',
] as const;

const designReport = [
  'introduction_besoin',
  'schema',
  'couches',
  'paradigme_justifie',
  'technologies_justifiees',
  'besoins_couverts',
  'gestion_donnees',
  'operationnel',
  'conclusion',
  'declaration_ia',
] as const;

/** The criteria of every task that drafts are written for; independent of the rubrics, which have to have the same. */
export const criteriaOfTask = {
  sc1: scenario,
  sc2: scenario,
  sc3: scenario,
  sc4: scenario,
  sc5: scenario,
  sc6: scenario,
  sc7: scenario,
  'pilotage-fintrust': steeringPlan,
  'pilotage-shopnow': steeringPlan,
  'pilotage-smartfactory': steeringPlan,
  omnishop: designReport,
} as const;

export type CritiqueTask = keyof typeof criteriaOfTask;

/** What a draft shows of a criterion, as `critique-guide.md` says. */
const criterionLabel = z.enum(['met', 'partial', 'missing']);

export type CriterionLabel = z.infer<typeof criterionLabel>;

/** What may be said of a draft as a whole, as `critique-guide.md` says. */
const draftFinding = z.enum([
  'hors_sujet',
  'trop_court',
  'mots_cles_sans_contenu',
  'copie_solution',
  'instruction_ignoree',
  'lot_pour_temps_reel',
  'donnees_exposees',
  'implementation_non_demandee',
]);

export type DraftFinding = z.infer<typeof draftFinding>;

const labelPass = z.strictObject({
  /** Who labelled: a person or a role, not a name that could identify a student. */
  rater: words,
  role: z.enum(['pass-1', 'pass-2']),
  criteria: z.record(z.string(), criterionLabel),
  findings: z
    .array(draftFinding)
    .refine((findings) => new Set(findings).size === findings.length, 'names a finding twice'),
});

/** One labelling of a draft, made from its text and the guide only. */
export type LabelPass = z.infer<typeof labelPass>;

/** One line of `critique.*.jsonl`. */
export const critiqueLine = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not kebab-case'),
    /** `train`: drafts by whoever writes the rubrics, to write them with; `dev` and `test` are by somebody else. */
    split: z.enum(['train', 'dev', 'test']),
    task: z.enum(Object.keys(criteriaOfTask) as CritiqueTask[]),
    lang: z.enum(['fr', 'en', 'mixed']),
    /** What it was written to be; a hint to whoever reads failures, never compared with the labels. */
    kind: z.enum([
      'excellent',
      'good',
      'partial',
      'poor',
      'off-topic',
      'near-empty',
      'very-long',
      'injected',
      'keyword-stuffed',
      'contradictory',
      'negated',
      'copied',
      'implementation',
      'english',
      'mojibake',
      'non-native',
      'dyslexic',
      'regional',
    ]),
    /** The draft that says the same with another surface; findings ought not to differ. */
    twinOf: words.optional(),
    text: words,
    /** An earlier draft of the same task. */
    previous: words.optional(),
    labels: z.array(labelPass).min(1).max(2),
    /** What a bad critique would do wrong here. */
    why: words,
  })
  .superRefine(({ task, labels }, context) => {
    const wanted: readonly string[] = criteriaOfTask[task];
    labels.forEach(({ criteria }, index) => {
      const given = Object.keys(criteria);
      const wrong = [
        ...wanted.filter((name) => !given.includes(name)).map((name) => `lacks ${name}`),
        ...given
          .filter((name) => !wanted.includes(name))
          .map((name) => `${name} is not of ${task}`),
      ];
      if (wrong.length === 0) return;
      context.addIssue({
        code: 'custom',
        path: ['labels', index, 'criteria'],
        message: wrong.join(', '),
      });
    });
    if (new Set(labels.map(({ role }) => role)).size < labels.length) {
      context.addIssue({ code: 'custom', path: ['labels'], message: 'holds one pass twice' });
    }
  });

/** A draft, and what one or two people found in it. */
export type CritiqueCase = z.infer<typeof critiqueLine>;
