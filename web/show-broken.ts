import { en } from './i18n/en.ts';
import { fr } from './i18n/fr.ts';

/**
 * Puts a sentence and a button where the page was that React took away after an error of ours. Made without React,
 * which may be what failed.
 */
export function showBroken(root: HTMLElement): void {
  const { common } = document.documentElement.lang === 'fr' ? fr : en;
  const main = document.createElement('main');
  main.className = 'part-note';
  const sentence = document.createElement('p');
  sentence.role = 'alert';
  sentence.textContent = common.broken;
  const button = document.createElement('button');
  button.textContent = common.reload;
  button.addEventListener('click', () => location.reload());
  main.append(sentence, button);
  root.replaceChildren(main);
}
