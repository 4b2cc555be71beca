/**
 * Texts that are not in the language that they are marked with, told by their small words. Runs in the page.
 * @param language of the page; each text has that of its nearest `lang`
 */
export function foreignTexts(language: 'fr' | 'en'): readonly string[] {
  const small = {
    fr: /(?:^|[\s’'«(])(?:le|la|les|des|du|une|vos|votre|est|sont|pour|avec|dans|sur|aux|qui)(?=[\s,.;:?!»)]|$)/giu,
    en: /\b(?:the|of|and|your|with|this|is|are|to|from|what|they)\b/gi,
  };
  const other = { fr: 'en', en: 'fr' } as const;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!parent || text === '' || parent.closest('[hidden], script, style, textarea, code, pre'))
      continue;
    const marked = parent.closest('[lang]')?.getAttribute('lang') ?? language;
    if (marked !== 'fr' && marked !== 'en') continue;
    const foreign = text.match(small[other[marked]])?.length ?? 0;
    const own = text.match(small[marked])?.length ?? 0;
    // One small word may be a name ("La Poste"); two that outweigh its own are another language.
    if (foreign >= 2 && foreign > own) found.push(text.slice(0, 80));
  }
  return found;
}

/** Controls under 24 by 24 px (WCAG 2.5.8), their labels included, but for links within a sentence. Runs in the page. */
export function smallTargets(): readonly string[] {
  const controls = document.querySelectorAll<HTMLElement>(
    'button, a[href], input, select, textarea, summary, [role=button]',
  );
  return [...controls].flatMap((one) => {
    if (
      !one.checkVisibility({ visibilityProperty: true }) ||
      one.closest('.visually-hidden, .skip')
    )
      return [];
    if (getComputedStyle(one).display === 'inline' && one.matches('a, button')) return [];
    if (one.matches('input') && one.closest('label')) return [];
    const { width, height } = one.getBoundingClientRect();
    // Who cannot hit a box or a dot presses the words beside it.
    const isTicked = one.matches('input:is([type=radio], [type=checkbox])');
    const words = isTicked ? [...((one as HTMLInputElement).labels ?? [])] : [];
    const isLarge = [one, ...words].some((part) => {
      const box = part.getBoundingClientRect();
      return box.width >= 24 && box.height >= 24;
    });
    if (width === 0 || isLarge) return [];
    return [
      `${one.tagName} ${Math.round(width)}×${Math.round(height)} ${one.textContent.slice(0, 30)}`,
    ];
  });
}
