/** Markup that is safe to put into a page: only {@link html} and {@link raw} make it. */
export type Html = { readonly markup: string };

type Part = Html | string | number | null | readonly Html[];

/**
 * Builds markup from a template. Everything put in is escaped, for text and for attributes in double quotes, unless it
 * is markup already.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = strings.map(
    (string, at) => string + (at < parts.length ? toMarkup(parts[at]!) : ''),
  );
  return { markup: markup.join('') };
}

function toMarkup(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  if ('markup' in part) return part.markup;
  return part.map(({ markup }) => markup).join('');
}

/** Markup that we wrote ourselves: the style sheet, the script. Never a text of a case. */
export const raw = (markup: string): Html => ({ markup });

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' },
};

/** A text for the inside of an element or of a quoted attribute; characters that XML forbids become �. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"'`]/g, (character) => entities[character]!)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

/**
 * A value as a data block of a page: no `<` or `&` remains, so that no text can close the block or open a comment in
 * it.
 */
export const dataBlock = (id: string, value: unknown): Html => {
  const json = JSON.stringify(value)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('&', String.raw`\u0026`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
  return html`<script type="application/json" id="${id}">
    ${raw(json)}
  </script>`;
};
