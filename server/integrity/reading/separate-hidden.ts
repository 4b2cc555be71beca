/** Elements that stand inside a word without cutting it. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);
const block = new Set(
  'address article aside audio base blockquote body br button canvas center col dd details dialog div dl dt fieldset figcaption figure footer form frame h1 h2 h3 h4 h5 h6 head header hr html iframe img input li link main map math meta nav noscript object ol option output p param picture pre progress script section select slot source style summary svg table tbody td template textarea tfoot th thead title tr track ul video'.split(
    ' ',
  ),
);
const unseen = new Set('script style template head title noscript iframe object svg'.split(' '));
const hiding =
  /\bhidden\b|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?!\.?\d*[1-9])|font-size\s*:\s*[01](?:px|pt|em|%|;|"|'|\s|$)|(?:^|[^-])color\s*:\s*(?:white|transparent|#fff)/i;
const tag = /<(\/?)([a-z][a-z0-9]*)((?:[\s/][^<>]*)?)>/iy;

/** What a page would show of a text with HTML in it, and what it would not: comments, hidden elements, attributes. */
export type SeparatedText = { readonly visible: string; readonly hidden: readonly string[] };

/**
 * Separates what HTML hides from what it shows. Only elements of HTML are taken for tags: "a < b" and "<my question>"
 * stay. One pass; an element or a comment that is never closed hides nothing.
 */
export function separateHidden(text: string): SeparatedText {
  if (!text.includes('<')) return { visible: text, hidden: [] };
  // ASCII only: a lower case of another length would move the offsets.
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const unclosed = new Set<string>();
  const endOf = (closing: string, from: number): number => {
    if (unclosed.has(closing)) return -1;
    const end = lower.indexOf(closing, from);
    if (end === -1) unclosed.add(closing);
    return end;
  };
  const visible: string[] = [];
  const hidden: string[] = [];
  let position = 0;
  for (const { index: at } of text.matchAll(/<(?=[a-z/]|!--)/gi)) {
    if (at < position) continue;
    if (text.startsWith('<!--', at)) {
      const end = endOf('-->', at + 4);
      visible.push(text.slice(position, at));
      if (end !== -1) hidden.push(text.slice(at + 4, end));
      position = end === -1 ? at + 4 : end + 3;
      continue;
    }
    tag.lastIndex = at;
    const [whole, slash, written, attributes] = tag.exec(text) ?? [];
    const name = written?.toLowerCase() ?? '';
    if (whole === undefined || !(inline.has(name) || block.has(name))) continue;
    visible.push(text.slice(position, at), block.has(name) ? ' ' : '');
    position = at + whole.length;
    if (attributes !== undefined && attributes.length > 3) hidden.push(attributes);
    if (slash === '' && (unseen.has(name) || hiding.test(attributes!))) {
      const close = endOf(`</${name}`, position);
      if (close === -1) continue;
      hidden.push(text.slice(position, close));
      position = close;
    }
  }
  visible.push(text.slice(position));
  return { visible: visible.join(''), hidden };
}
