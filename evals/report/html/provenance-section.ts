import type { Run } from '../../runs/run-row.ts';
import type { ReportModel } from '../report-model.ts';
import { type Html, html } from './html.ts';
import { both } from './words.ts';

/** What each run was made of, and what to type to make it again. */
export const provenanceSection = ({ run, baseline }: ReportModel): Html =>
  html`<section aria-labelledby="provenance">
    <h2 id="provenance">${both('Provenance', 'Provenance')}</h2>
    <div class="sides">
      ${facts(run, both('Cette exécution', 'This run'))}${
        baseline ? facts(baseline, both('Référence', 'Baseline')) : null
      }
    </div>
  </section>`;

function facts({ header, rows, end }: Run, title: Html): Html {
  const { variant } = header;
  const pairs: readonly (readonly [Html, string])[] = [
    [both('Exécution', 'Run'), header.run],
    [both('Variante', 'Variant'), `${variant.id} (${variant.hash})`],
    [both('Modèle', 'Model'), variant.model],
    [both('Consigne', 'Prompt'), variant.promptHash],
    [both('Corpus', 'Corpus'), variant.corpusHash],
    [both('Cas', 'Cases'), header.datasetHash],
    [both('Version du code', 'Code version'), variant.gitSha],
    [both('Graine', 'Seed'), String(header.seed)],
    [both('Jeux', 'Splits'), header.splits.join(', ')],
    [both('Essais par cas', 'Trials per case'), String(header.trials)],
    [both('Lignes', 'Rows'), `${rows.length} / ${header.expected}`],
    [both('Début', 'Started'), header.startedAt],
    [both('Fin', 'Finished'), end?.finishedAt ?? '–'],
  ];
  return html`<div>
    <h3>${title}</h3>
    <dl>
      ${pairs.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p>${both('Pour la refaire :', 'To reproduce it:')}</p>
    <pre tabindex="0">${header.command}</pre>
  </div>`;
}
