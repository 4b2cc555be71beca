import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportModel } from '../report-model.ts';
import { casesSection } from './cases-section.ts';
import { type Html, html, raw } from './html.ts';
import { labellingSection } from './labelling-section.ts';
import { leaksSection } from './leaks-section.ts';
import { gatesSection, metricsSection } from './metrics-section.ts';
import { provenanceSection } from './provenance-section.ts';
import { serviceSection } from './service-section.ts';
import { trendSection } from './trend-section.ts';
import { both } from './words.ts';

/**
 * The report as one file that needs nothing else: no network, no server. Its policy allows its own style and script
 * alone, so that a text of a case could do nothing even if it were markup.
 */
export async function htmlReport(model: ReportModel): Promise<string> {
  const read = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');
  const [style, script] = [await read('report-page.css'), await read('report-page.mjs')];
  const sections = [
    gatesSection(model),
    metricsSection(model),
    casesSection(model),
    leaksSection(model),
    trendSection(model),
    serviceSection(model),
    labellingSection(model),
    provenanceSection(model),
  ];
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;
  const { run, baseline } = model;
  const name = `${run.header.variant.id}${baseline ? ` / ${baseline.header.variant.id}` : ''}`;
  const page = html`<!doctype html>
    <html lang="fr" data-shown="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title data-fr="Mesures de Repère : ${name}" data-en="Repère evals: ${name}">
          Mesures de Repère : ${name}
        </title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <div class="top">
            <h1>${both('Mesures de Repère', 'Repère evals')}</h1>
            <div class="language" role="group" aria-label="Langue / Language">
              <button type="button" data-language="fr" lang="fr" aria-pressed="true">
                Français
              </button>
              <button type="button" data-language="en" lang="en" aria-pressed="false">
                English
              </button>
            </div>
          </div>
          <p>
            ${both('Variante', 'Variant')} <strong>${run.header.variant.id}</strong>${
              baseline
                ? html` ${both('comparée à', 'compared with')}
                    <strong>${baseline.header.variant.id}</strong>`
                : null
            }
            · ${run.rows.length} ${both('lignes', 'rows')} ·
            <time datetime="${run.header.startedAt}"
              >${run.header.startedAt.slice(0, 16).replace('T', ' ')}</time
            >
          </p>
          <nav aria-label="Sections">
            <ul>
              ${navigation(sections)}
            </ul>
          </nav>
        </header>
        <main>${sections}</main>
        ${raw(`<script>${script}</script>`)}
      </body>
    </html> `;
  return page.markup;
}

/** Links to the sections that are there, named as their headings are. */
const navigation = (sections: readonly Html[]): readonly Html[] =>
  sections.flatMap(({ markup }) => {
    const [, id, title] = /<h2 id="([a-z]+)">([\s\S]*?)<\/h2>/.exec(markup) ?? [];
    return id === undefined ? [] : [html`<li><a href="#${id}">${raw(title!)}</a></li>`];
  });
