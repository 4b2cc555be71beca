import type { ReportModel, TrendPoint } from '../report-model.ts';
import { type Html, html, raw } from './html.ts';
import { both } from './words.ts';

const size = { width: 320, height: 96, left: 34, right: 8, top: 8, bottom: 8 } as const;

/** Every metric over the runs, one small drawing each with its interval as a band, and the same as a table. */
export function trendSection({ trend, metrics }: ReportModel): Html {
  const runs = [...new Set(trend.map(({ run }) => run))];
  if (runs.length < 2) return html``;
  const kinds = new Map(metrics.map(({ metric, kind }) => [metric, kind]));
  return html`<section aria-labelledby="trend">
    <h2 id="trend">${both('Évolution', 'Trend')}</h2>
    <p class="note">
      ${both(`${runs.length} exécutions, de la plus ancienne à celle-ci ; bande : IC à 95 %.`, `${runs.length} runs, from the oldest to this one; band: 95 % CI.`)}
    </p>
    <div class="charts">
      ${metrics.map(({ metric }) => {
        const points = trend.filter((point) => point.metric === metric && point.value !== null);
        return points.length < 2 ? html`` : chart(metric, points, kinds.get(metric) ?? 'share');
      })}
    </div>
  </section>`;
}

function chart(metric: string, points: readonly TrendPoint[], kind: 'share' | 'mean'): Html {
  const values = points.flatMap(({ value, low, high }) => [value!, low ?? value!, high ?? value!]);
  const top = kind === 'share' ? 1 : Math.max(...values, 1e-9);
  const bottom = Math.min(0, ...values);
  const x = (at: number) =>
    size.left + (at * (size.width - size.left - size.right)) / (points.length - 1);
  const y = (value: number) =>
    size.top + ((top - value) * (size.height - size.top - size.bottom)) / (top - bottom);
  const path = (of: (point: TrendPoint) => number) =>
    points.map((point, at) => `${x(at).toFixed(1)},${y(of(point)).toFixed(1)}`);
  const band = [...path((p) => p.high ?? p.value!), ...path((p) => p.low ?? p.value!).toReversed()];
  const label = points.map(({ variant, value }) => `${variant} ${format(value!, kind)}`).join(', ');
  return html`<figure>
    <figcaption><code>${metric}</code> ${format(points.at(-1)!.value!, kind)}</figcaption>
    <svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${metric}: ${label}">
      ${[top, bottom].map((at) => html`<line class="grid" x1="${size.left}" x2="${size.width - size.right}" y1="${y(at).toFixed(1)}" y2="${y(at).toFixed(1)}" /><text x="${size.left - 4}" y="${(y(at) + 4).toFixed(1)}" text-anchor="end">${format(at, kind)}</text>`)}
      <polygon class="band" points="${raw(band.join(' '))}" />
      <polyline class="line" points="${raw(path((p) => p.value!).join(' '))}" />
      ${points.map(({ value, variant, startedAt }, at) => html`<circle cx="${x(at).toFixed(1)}" cy="${y(value!).toFixed(1)}" r="3"><title>${variant}, ${startedAt}: ${format(value!, kind)}</title></circle>`)}
    </svg>
  </figure>`;
}

const format = (value: number, kind: 'share' | 'mean'): string =>
  kind === 'share' ? `${(100 * value).toFixed(0)} %` : value.toFixed(2);
