import type { RunRow } from '../../runs/run-row.ts';
import type { CaseChange, ScoreChange } from '../case-changes.ts';
import type { ReportModel } from '../report-model.ts';
import { type Html, html } from './html.ts';
import { type DiffPart, wordDiff } from './word-diff.ts';
import { both, signed } from './words.ts';

/** Cases shown whole: more make the page slow, and nobody reads them. */
const maxCases = 60;

/** What changed from the baseline, losses first, both replies side by side. */
export function casesSection({ baseline, regressions, improvements }: ReportModel): Html {
  if (!baseline) return html``;
  return html`<section aria-labelledby="changes">
    <h2 id="changes">${both('Ce qui a changé', 'What changed')}</h2>
    <p class="note">
      ${both(
        'Cas du jeu dev seulement : ceux du jeu test sont comptés plus haut et ne se lisent pas.',
        'Cases of the dev split only: those of the test split are counted above and are not to be read.',
      )}
    </p>
    ${caseList(regressions, both('Régressions', 'Regressions'))}
    ${caseList(improvements, both('Améliorations', 'Improvements'))}
  </section>`;
}

const caseList = (changes: readonly CaseChange[], title: Html): Html =>
  html`<h3>${title} (${changes.length})</h3>
    ${changes.length === 0 ? html`<p>${both('Aucune.', 'None.')}</p>` : null}
    ${changes.slice(0, maxCases).map(caseDetails)}
    ${
      changes.length > maxCases
        ? html`<p>
            ${both(
              `Les ${changes.length - maxCases} autres se trouvent dans le fichier de l’exécution.`,
              `The other ${changes.length - maxCases} are in the run’s file.`,
            )}
          </p>`
        : null
    }`;

function caseDetails({ row, before, worse, better }: CaseChange): Html {
  const [old, now] = wordDiff(before.output?.text ?? '', row.output?.text ?? '');
  return html`<details class="case">
    <summary>
      <code>${row.caseId}</code>
      <span lang="${row.lang}" dir="auto">${row.turns.at(-1) ?? ''}</span>
      <small
        >${[...worse, ...better].map(({ metric, before: from, after }) => `${metric} ${signed(after - from, 'mean')}`).join(' · ')}</small
      >
    </summary>
    ${
      row.turns.length > 1
        ? html`<ol lang="${row.lang}">
            ${row.turns.map((turn) => html`<li dir="auto">${turn}</li>`)}
          </ol>`
        : null
    }
    <div class="sides">
      ${side(both('Référence', 'Baseline'), before, old, 'del')}
      ${side(both('Cette exécution', 'This run'), row, now, 'ins')}
    </div>
    <h4>${both('Sur quoi reposent les mesures', 'What the metrics rest on')}</h4>
    <ul>
      ${[...worse, ...better].map(evidence)}
    </ul>
  </details>`;
}

const side = (title: Html, row: RunRow, parts: readonly DiffPart[], tag: 'del' | 'ins'): Html =>
  html`<div>
    <h4>${title} <small>${row.output?.decision ?? row.status}</small></h4>
    <p>
      <span class="said" dir="auto" lang="${row.lang}"
        >${parts.map(({ text, own }) =>
          own
            ? tag === 'del'
              ? html`<del>${text}</del>`
              : html`<ins>${text}</ins>`
            : html`${text}`,
        )}</span
      >
    </p>
    ${
      row.output && row.output.citations.length > 0
        ? html`<ul class="quotes">
            ${row.output.citations.map(
              ({ doc, start, end, quote }) =>
                html`<li><q>${quote}</q> <small>${doc}:${start}–${end}</small></li>`,
            )}
          </ul>`
        : null
    }
    ${
      row.output && row.output.retrieved.length > 0
        ? html`<p class="note">${both('Passages trouvés', 'Passages found')}</p>
            <ol class="found">
              ${row.output.retrieved
                .slice(0, 8)
                .map(
                  ({ doc, section, start, end }) =>
                    html`<li>
                      ${doc}${section === '' ? '' : ` › ${section}`} <small>${start}–${end}</small>
                    </li>`,
                )}
            </ol>`
        : null
    }
  </div>`;

const evidence = ({ metric, before, after, evidence: now, evidenceBefore }: ScoreChange): Html =>
  html`<li>
    <code>${metric}</code> ${short(before)} →
    ${short(after)}${shown(now, both('maintenant', 'now'))}${shown(evidenceBefore, both('avant', 'before'))}
  </li>`;

const short = (value: number): string => String(Number(value.toFixed(3)));

const shown = (value: unknown, when: Html): Html =>
  value === undefined || value === null
    ? html``
    : html`<br /><small>${when}</small> <code>${JSON.stringify(value).slice(0, 600)}</code>`;
