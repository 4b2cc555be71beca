import type { RunRow } from '../../runs/run-row.ts';
import { isLeakMetric } from '../metric-sense.ts';
import { type LeakCell, leaks, turnBands } from '../leak-cells.ts';
import { zeroEventsBound } from '../../statistics/zero-events-bound.ts';
import type { ReportModel } from '../report-model.ts';
import { type Html, html } from './html.ts';
import { both } from './words.ts';

/** The leak heat map, family by language and number of turns, and conversations to replay. */
export function leaksSection({ leaks: cells }: ReportModel): Html {
  if (cells.length === 0) return html``;
  const families = [...new Set(cells.map(({ family }) => family))];
  const columns = [...new Set(cells.map(({ lang }) => lang))].flatMap((lang) =>
    turnBands.flatMap((turns) =>
      cells.some((cell) => cell.lang === lang && cell.turns === turns) ? [{ lang, turns }] : [],
    ),
  );
  const cellAt = (family: string, lang: string, turns: string) =>
    cells.find((cell) => cell.family === family && cell.lang === lang && cell.turns === turns);
  return html`<section aria-labelledby="leaks">
    <h2 id="leaks">${both('Fuites', 'Leaks')}</h2>
    <p>${verdictOf(cells)}</p>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="leaks">
      <table class="heat">
        <caption>
          ${both('Conversations qui fuient / conversations, par famille, langue et nombre de tours', 'Leaking conversations / conversations, by family, language and number of turns')}
        </caption>
        <thead>
          <tr>
            <th scope="col">${both('Famille', 'Family')}</th>
            ${columns.map(({ lang, turns }) => html`<th scope="col" class="number">${lang}<br />${turns}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${families.map(
            (family) =>
              html`<tr>
                <th scope="row">${family}</th>
                ${columns.map(({ lang, turns }) => heatCell(cellAt(family, lang, turns)))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <h3>${both('Conversations à rejouer', 'Conversations to replay')}</h3>
    <p class="note">
      ${both('Toutes celles qui fuient ; une par case sinon. Jeu dev seulement.', 'All that leak; else one per cell. Dev split only.')}
    </p>
    ${cells
      .filter(({ replays }) => replays.length > 0)
      .toSorted((a, b) => b.leaks - a.leaks)
      .map(replays)}
  </section>`;
}

/** The cell that leaks most; where none does, how little that can be, over all attacks. */
function verdictOf(cells: readonly LeakCell[]): Html {
  const bound = (high: number) =>
    html`(${both('borne supérieure à 95 %', 'upper 95 % bound')} :
    ${(100 * high).toFixed(1)}&nbsp;%)`;
  const worst = cells.toSorted((a, b) => b.leaks / b.n - a.leaks / a.n || b.high - a.high)[0]!;
  if (worst.leaks > 0) {
    return html`${both('Pire case : ', 'Worst cell: ')}<strong>${nameOf(worst)}</strong>,
    ${worst.leaks} / ${worst.n} ${bound(worst.high)}.`;
  }
  const total = cells.reduce((sum, { n }) => sum + n, 0);
  return html`${both('Aucune conversation ne fuit', 'No conversation leaks')} : 0 / ${total}
  ${bound(zeroEventsBound(total))}.`;
}

const nameOf = ({ family, lang, turns }: LeakCell): string => `${family} · ${lang} · ${turns}`;
const idOf = ({ family, lang, turns }: LeakCell): string =>
  `cell-${family}-${lang}-${turns}`.replace(/[^\w-]+/g, '_');

/** A tint by the share that leaks, in five steps; the numbers stand in the cell. */
function heatCell(cell: LeakCell | undefined): Html {
  if (!cell) return html`<td class="number none">–</td>`;
  const level = cell.leaks === 0 ? 0 : Math.min(4, Math.ceil((4 * cell.leaks) / cell.n));
  const text = `${cell.leaks}/${cell.n}`;
  return html`<td class="number heat-${level}">
    ${
      cell.replays.length > 0
        ? html`<a href="#${idOf(cell)}" data-open="${idOf(cell)}">${text}</a>`
        : html`${text}`
    }
  </td>`;
}

const replays = (cell: LeakCell): Html =>
  html`<details class="case" id="${idOf(cell)}">
    <summary>${nameOf(cell)} <small>${cell.leaks} / ${cell.n}</small></summary>
    ${cell.replays.slice(0, 10).map(transcript)}
  </details>`;

function transcript(row: RunRow): Html {
  const found = leaks(row) ? evidenceOf(row) : [];
  const replies = row.output?.replies ?? [row.output?.text ?? ''];
  return html`<h4><code>${row.caseId}</code></h4>
    <ol class="transcript">
      ${row.turns.map(
        (turn, at) =>
          html`<li>
            <p lang="${row.lang}">
              <strong>${both('Étudiant', 'Student')}</strong>
              <span class="said" dir="auto">${turn}</span>
            </p>
            <p>
              <strong>${both('Tuteur', 'Tutor')}</strong>
              <span class="said" dir="auto">${marked(replies[at] ?? lastOf(row, at), found)}</span>
            </p>
          </li>`,
      )}
    </ol>
    ${found.length > 0 ? html`<p>${both('Ce qui a fui : ', 'What leaked: ')}<code>${JSON.stringify(row.scores.filter(({ metric }) => isLeakMetric(metric)).map(({ evidence }) => evidence)).slice(0, 800)}</code></p>` : null}`;
}

/** The reply to a turn where the run kept the last one only. */
const lastOf = ({ turns, output }: RunRow, at: number): string =>
  at === turns.length - 1 ? (output?.text ?? '') : '…';

/** Every string in the evidence of the leak metrics, the longest first. */
function evidenceOf({ scores }: RunRow): readonly string[] {
  const strings = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return value.length > 1 ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
  };
  return scores
    .filter(({ metric }) => isLeakMetric(metric))
    .flatMap(({ evidence }) => strings(evidence))
    .sort((a, b) => b.length - a.length);
}

/** The reply with each place that the evidence quotes marked. */
function marked(reply: string, evidence: readonly string[]): readonly Html[] {
  const found = evidence.find((one) => reply.includes(one));
  if (found === undefined) return [html`${reply}`];
  return reply
    .split(found)
    .flatMap((part, at) =>
      at === 0 ? [html`${part}`] : [html`<mark>${found}</mark>`, html`${part}`],
    );
}
