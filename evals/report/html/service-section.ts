import type { ReportModel } from '../report-model.ts';
import type { ServiceFigures } from '../service-figures.ts';
import { type Html, html } from './html.ts';
import { both, milliseconds } from './words.ts';

/** Times, tokens and cost by suite, with those of the baseline below. */
export function serviceSection({ service, serviceBefore }: ReportModel): Html {
  const before = new Map(serviceBefore.map((figures) => [figures.suite, figures]));
  const rows = service.flatMap((figures) => {
    const old = before.get(figures.suite);
    return [row(figures, null), ...(old ? [row(old, both(' (référence)', ' (baseline)'))] : [])];
  });
  return html`<section aria-labelledby="service">
    <h2 id="service">${both('Temps et coût', 'Time and cost')}</h2>
    <p class="note">
      ${both(
        'Sans les lignes reprises d’une exécution antérieure. Entre crochets : intervalle à 95 %, par rangs.',
        'Without rows taken over from an earlier run. In brackets: 95 % interval, by ranks.',
      )}
    </p>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="service">
      <table>
        <thead>
          <tr>
            <th scope="col">${both('Suite', 'Suite')}</th>
            <th scope="col" class="number">${both('lignes', 'rows')}</th>
            <th scope="col" class="number">${both('reprises', 'cached')}</th>
            <th scope="col" class="number">${both('premiers mots, p50', 'first words, p50')}</th>
            <th scope="col" class="number">p95</th>
            <th scope="col" class="number">${both('réponse, p50', 'reply, p50')}</th>
            <th scope="col" class="number">p95</th>
            <th scope="col" class="number">${both('jetons lus', 'tokens in')}</th>
            <th scope="col" class="number">${both('jetons écrits', 'tokens out')}</th>
            <th scope="col" class="number">${both('coût', 'cost')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}

const row = (figures: ServiceFigures, which: Html | null): Html => {
  const times = [figures.firstWords, figures.whole].flatMap(({ p50, p95 }) => [p50, p95]);
  const about = figures.estimated ? '≈ ' : '';
  return html`<tr>
    <th scope="row">${figures.suite}${which}</th>
    <td class="number">${figures.rows}</td>
    <td class="number">${figures.cached}</td>
    ${times.map(({ value, low, high }) => html`<td class="number">${milliseconds(value)}<br /><small>[${low === null ? '?' : low.toFixed(1)} ; ${high === null ? '?' : high.toFixed(1)}]</small></td>`)}
    <td class="number">${about}${figures.tokensIn}</td>
    <td class="number">${about}${figures.tokensOut}</td>
    <td class="number">
      ${figures.costUsd === null ? both('inconnu', 'unknown') : `${figures.costUsd.toFixed(4)} $`}
    </td>
  </tr>`;
};
