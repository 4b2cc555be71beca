/* The report's own script: the language, the heat map's links, and the labels. Texts are set as text, never as markup. */
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  const showLanguage = (language) => {
    root.dataset.shown = language;
    root.lang = language;
    const title = document.querySelector('title');
    title.textContent = title.dataset?.[language] ?? title.textContent;
    for (const button of document.querySelectorAll('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    }
  };
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => showLanguage(button.dataset.language));
  }

  for (const link of document.querySelectorAll('[data-open]')) {
    link.addEventListener('click', () => {
      const details = byId(link.dataset.open);
      details.open = true;
      details.querySelector('summary').focus();
    });
  }

  const form = byId('label-form');
  if (!form) return;
  form.hidden = false;
  const { run, baseline, items } = JSON.parse(byId('label-data').textContent);
  const labels = new Map();
  let at = 0;

  const element = (tag, text, properties = {}) =>
    Object.assign(document.createElement(tag), { textContent: text, ...properties });
  const inBoth = (tag, fr, en) => {
    const made = document.createElement(tag);
    made.append(
      element('span', fr, { className: 'fr', lang: 'fr' }),
      element('span', en, { className: 'en', lang: 'en' }),
    );
    return made;
  };

  const showCase = () => {
    const item = items[at];
    const place = byId('label-case');
    place.replaceChildren();
    const turns = element('ol', '', { lang: item.lang });
    turns.append(...item.turns.map((turn) => element('li', turn, { dir: 'auto' })));
    place.append(inBoth('h3', 'Question', 'Question'), turns);
    const sides = element('div', '', { className: 'sides' });
    for (const [index, { text, quotes }] of item.replies.entries()) {
      const side = document.createElement('div');
      const name =
        item.replies.length === 1
          ? ['Réponse', 'Reply']
          : [
              ['Première réponse', 'First reply'],
              ['Seconde réponse', 'Second reply'],
            ][index];
      side.append(
        inBoth('h4', ...name),
        element('p', text, { className: 'said', dir: 'auto', lang: item.lang }),
      );
      const list = element('ul', '', { className: 'quotes' });
      for (const quote of quotes) {
        const entry = document.createElement('li');
        entry.append(element('q', quote));
        list.append(entry);
      }
      if (quotes.length > 0) side.append(list);
      sides.append(side);
    }
    place.append(sides);
    const known = labels.get(at);
    for (const radio of form.elements.verdict) radio.checked = radio.value === known?.verdict;
    byId('label-note').value = known?.note ?? '';
    byId('label-back').disabled = at === 0;
    byId('label-progress').textContent = `${at + 1} / ${items.length} · ✓ ${labels.size}`;
  };

  const keep = () => {
    const verdict = form.elements.verdict.value;
    if (verdict) labels.set(at, { verdict, note: byId('label-note').value.trim() });
  };
  const move = (by) => {
    keep();
    at = Math.min(items.length - 1, Math.max(0, at + by));
    showCase();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    move(1);
  });
  byId('label-back').addEventListener('click', () => move(-1));
  form.querySelector('fieldset').addEventListener('keydown', ({ key }) => {
    const radio = form.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!radio) return;
    radio.checked = true;
    radio.focus();
  });

  /* "First" and "second" become the run that wrote them. */
  const toLine = ([index, { verdict, note }]) => {
    const { suite, caseId, replies } = items[index];
    const side = { first: replies[0], second: replies[1] }[verdict];
    return JSON.stringify({
      kind: 'label',
      run,
      baseline,
      suite,
      caseId,
      rater: byId('rater').value.trim() || 'unnamed',
      verdict: side ? side.from : verdict,
      shown: replies.map(({ from }) => from),
      ...(note && { note }),
      labelledAt: new Date().toISOString(),
    });
  };
  byId('label-download').addEventListener('click', () => {
    keep();
    const lines = [...labels].sort(([a], [b]) => a - b).map(toLine);
    const url = URL.createObjectURL(
      new Blob([lines.map((line) => `${line}\n`).join('')], { type: 'application/jsonl' }),
    );
    const link = element('a', '', { href: url, download: `labels-${run}.jsonl` });
    link.click();
    URL.revokeObjectURL(url);
    byId('label-progress').textContent = `${at + 1} / ${items.length} · ✓ ${labels.size}`;
  });
  showCase();
})();
