/** Whether a sentence announces what comes after it: it ends in a colon, or is bold standing alone in its line. */
export function isLeadIn(markdown: string): boolean {
  return /[:：][\s*_"”»)]*$/.test(markdown.slice(-20)) || isBoldOnly(markdown);
}

/** Whether bold covers the whole text, and no stop ends it: a heading that was not marked as one. */
export function isBoldOnly(markdown: string): boolean {
  return /^(?:\*\*[^*\n]{0,200}[^*\n.!?]\*\*|__[^_\n]{0,200}[^_\n.!?]__)\s{0,5}:?$/.test(markdown);
}
