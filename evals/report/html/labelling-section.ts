import { createHash } from 'node:crypto';
import type { RunRow } from '../../runs/run-row.ts';
import type { LabelItem, ReportModel } from '../report-model.ts';
import { dataBlock, type Html, html } from './html.ts';
import { both } from './words.ts';

/** Cases offered to one rater: about an hour's work. */
const maxItems = 80;

const pairwise = [
  ['first', '1', 'La première est meilleure', 'The first is better'],
  ['second', '2', 'La seconde est meilleure', 'The second is better'],
  ['equal', '3', 'Aussi bonnes l’une que l’autre', 'Equally good'],
  ['neither', '4', 'Mauvaises toutes les deux', 'Both bad'],
] as const;
const single = [
  ['right', '1', 'Juste et complète', 'Right and complete'],
  ['incomplete', '2', 'Juste mais incomplète', 'Right but incomplete'],
  ['wrong', '3', 'Fausse ou hors sujet', 'Wrong or beside the point'],
  ['should-abstain', '4', 'Le cours ne permet pas de répondre', 'The course does not answer'],
] as const;

/**
 * A page on which a trainer labels replies without knowing which run wrote them, and takes the labels away as JSONL.
 * The order of the two replies of a case is drawn from the names of the runs and of the case.
 */
export function labellingSection({ run, baseline, labelled }: ReportModel): Html {
  if (labelled.length === 0) return html``;
  const choices = baseline ? pairwise : single;
  const name = run.header.run;
  const items = labelled
    .toSorted((a, b) => draw(name, a.row).localeCompare(draw(name, b.row)))
    .slice(0, maxItems);
  const data = {
    run: name,
    baseline: baseline?.header.run ?? null,
    items: items.map((item) => toItem(item, draw(name, item.row))),
  };
  return html`<section aria-labelledby="labelling">
    <h2 id="labelling">${both('Juger des réponses à l’aveugle', 'Label replies blind')}</h2>
    <p class="note">
      ${both(
        'Rien ne dit quelle version a écrit quoi. Touches 1 à 4 pour choisir, dans la liste des choix. Vos jugements restent dans cette page jusqu’au téléchargement.',
        'Nothing says which version wrote what. Keys 1 to 4 choose, within the list of choices. Your labels stay in this page until you download them.',
      )}
    </p>
    <form id="label-form" hidden>
      <p>
        <label for="rater">${both('Votre nom ou vos initiales', 'Your name or initials')}</label>
        <input id="rater" autocomplete="off" maxlength="60" />
      </p>
      <p id="label-progress" role="status"></p>
      <div id="label-case"></div>
      <fieldset>
        <legend>${both('Votre jugement', 'Your label')}</legend>
        ${choices.map(
          ([value, key, fr, en]) =>
            html`<label class="choice"
              ><input type="radio" name="verdict" value="${value}" data-key="${key}" />
              <kbd>${key}</kbd> ${both(fr, en)}</label
            >`,
        )}
      </fieldset>
      <p>
        <label for="label-note">${both('Remarque (facultative)', 'Note (optional)')}</label>
        <input id="label-note" autocomplete="off" maxlength="500" />
      </p>
      <p class="actions">
        <button type="button" id="label-back">${both('Précédent', 'Back')}</button>
        <button type="submit">${both('Suivant', 'Next')}</button>
        <button type="button" id="label-download">
          ${both('Télécharger les jugements', 'Download the labels')}
        </button>
      </p>
    </form>
    <noscript
      ><p>${both('Cette partie demande JavaScript.', 'This part needs JavaScript.')}</p></noscript
    >
    ${dataBlock('label-data', data)}
  </section>`;
}

/** Hexadecimal, the same for the same run and case, and of no visible order. */
const draw = (run: string, { suite, caseId }: RunRow): string =>
  createHash('sha256').update(`${run}\n${suite}\n${caseId}`).digest('hex');

function toItem({ row, other }: LabelItem, drawn: string): object {
  const reply = (from: 'run' | 'baseline', { output }: RunRow) => ({
    from,
    text: output?.text ?? '',
    quotes: output?.citations.map(({ quote }) => quote) ?? [],
  });
  const replies = [reply('run', row), ...(other ? [reply('baseline', other)] : [])];
  const turned = Number.parseInt(drawn.slice(-2), 16) % 2 === 1;
  const { suite, caseId, lang, turns } = row;
  return { suite, caseId, lang, turns, replies: turned ? replies.toReversed() : replies };
}
