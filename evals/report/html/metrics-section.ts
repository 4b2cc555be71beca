import type { MetricDifference } from '../compare-metrics.ts';
import type { GateVerdict, ReportModel } from '../report-model.ts';
import type { MetricSummary } from '../summarise-metrics.ts';
import { type Html, html } from './html.ts';
import { both, figure, interval, signed } from './words.ts';

const verdicts: Readonly<Record<GateVerdict['verdict'], Html>> = {
  pass: both('✓ tenu', '✓ holds'),
  fail: both('✗ manqué', '✗ fails'),
  underpowered: both('? trop peu de cas', '? too few cases'),
  void: both('∅ sans valeur', '∅ void'),
};

/** Gates, each with its class and verdict in words and signs, never by colour alone. */
export function gatesSection({ gates, voids }: ReportModel): Html {
  const rows = gates.map(
    (gate) =>
      html`<tr>
        <th scope="row">${gate.gate}</th>
        <td>${gate.class}</td>
        <td class="verdict ${gate.verdict}">${verdicts[gate.verdict]}</td>
        <td>${gate.detail}</td>
      </tr>`,
  );
  const none = html`<p>
    ${both('Aucun seuil n’a été appliqué à cette exécution.', 'No gate was applied to this run.')}
  </p>`;
  return html`<section aria-labelledby="gates">
    <h2 id="gates">${both('Seuils', 'Gates')}</h2>
    ${voids.length === 0 ? html`` : voidNotice(voids)}
    ${
      gates.length === 0
        ? none
        : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="gates">
            <table>
              <thead>
                <tr>
                  <th scope="col">${both('Seuil', 'Gate')}</th>
                  <th scope="col">${both('Classe', 'Class')}</th>
                  <th scope="col">${both('Verdict', 'Verdict')}</th>
                  <th scope="col">${both('Mesure', 'Measure')}</th>
                </tr>
              </thead>
              <tbody>
                ${rows}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

const voidNotice = (voids: readonly string[]): Html =>
  html`<div class="void">
    <p>
      <strong
        >${both('Sans valeur : rien ne peut être conclu.', 'VOID: nothing may be concluded.')}</strong
      >
    </p>
    <ul lang="en">
      ${voids.map((why) => html`<li>${why}</li>`)}
    </ul>
  </div>`;

/** Every metric with its interval, what it rests on, and its difference from the baseline. */
export function metricsSection({ metrics, differences, baseline }: ReportModel): Html {
  const byMetric = new Map(differences.map((one) => [one.metric, one]));
  const head = baseline
    ? html`<th scope="col" class="number">Δ</th>
        <th scope="col" class="number">${both('IC à 95 % de Δ', '95 % CI of Δ')}</th>
        <th scope="col" class="number">${both('+ / − / =', '+ / − / =')}</th>
        <th scope="col">${both('Conclusion', 'Conclusion')}</th>`
    : html``;
  return html`<section aria-labelledby="metrics">
    <h2 id="metrics">${both('Mesures', 'Metrics')}</h2>
    <p class="note">
      ${both(
        'Intervalles à 95 % ; les cas d’un même document comptent ensemble. EMD : plus petite baisse qu’une comparaison verrait 8 fois sur 10. Conclusions : p exact, ajusté selon Holm.',
        '95 % intervals; cases of one document count together. MDE: smallest drop that a comparison would notice 8 times in 10. Conclusions: exact p, adjusted after Holm.',
      )}
    </p>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="metrics">
      <table>
        <thead>
          <tr>
            <th scope="col">${both('Mesure', 'Metric')}</th>
            <th scope="col" class="number">${both('Valeur', 'Value')}</th>
            <th scope="col" class="number">${both('IC à 95 %', '95 % CI')}</th>
            <th scope="col" class="number">n</th>
            <th scope="col" class="number">${both('groupes', 'clusters')}</th>
            <th scope="col" class="number">${both('sans objet', 'n/a')}</th>
            <th scope="col" class="number">${both('EMD', 'MDE')}</th>
            ${head}
          </tr>
        </thead>
        <tbody>
          ${metrics.map((metric) => metricRow(metric, baseline !== null, byMetric.get(metric.metric)))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function metricRow(metric: MetricSummary, compared: boolean, difference?: MetricDifference): Html {
  const { kind } = metric;
  return html`<tr>
    <th scope="row">
      <code>${metric.metric}</code
      >${metric.sense === -1 ? both(' (moins = mieux)', ' (less is better)') : null}
    </th>
    <td class="number">
      ${figure(metric.value, kind)}${metric.reliability ? html`<br /><small>pass^${metric.reliability.trials} ${figure(metric.reliability.passAll)}</small>` : null}
    </td>
    <td class="number">${interval(metric.low, metric.high, kind)}</td>
    <td class="number">${metric.n}</td>
    <td class="number">${metric.clusters}</td>
    <td class="number">${metric.unmeasured}</td>
    <td class="number">${metric.mde === null ? '–' : `${(100 * metric.mde).toFixed(1)} pt`}</td>
    ${compared ? (difference ? differenceCells(difference, kind) : html`<td colspan="4">${both('sans paire', 'no pair')}</td>`) : null}
  </tr>`;
}

const differenceCells = (one: MetricDifference, kind: 'share' | 'mean'): Html =>
  html`<td class="number">${signed(one.delta, kind)}</td>
    <td class="number">${interval(one.low, one.high, kind)}</td>
    <td class="number">${one.wins} / ${one.losses} / ${one.ties}</td>
    <td
      class="verdict ${one.verdict === 'better' ? 'pass' : one.verdict === 'worse' ? 'fail' : 'none'}"
    >
      ${conclusions[one.verdict]} <small>p = ${one.p.toFixed(3)}</small>
    </td>`;

const conclusions: Readonly<Record<MetricDifference['verdict'], Html>> = {
  better: both('▲ meilleur', '▲ better'),
  worse: both('▼ moins bon', '▼ worse'),
  'no difference shown': both('aucune différence établie', 'no difference shown'),
};
