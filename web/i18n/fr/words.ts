/** A number, its thousands separated by narrow no-break spaces, as French typography wants. */
export const count = (value: number): string => value.toLocaleString('fr-FR');

/** French takes the singular for 0 and 1. */
export const plural = (value: number, one: string, many: string): string =>
  value < 2 ? one : many;

/** `1er décembre 2026`, from ISO 8601, in the reader's time zone. */
export const day = (iso: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' })
    .format(new Date(iso))
    .replace(/^1(?= )/, '1er');

/** `1er décembre 2026 à 9 h 05`: French writes hours with an h, and no space may break it. */
export const moment = (iso: string): string => {
  const time = new Date(iso);
  const minutes = String(time.getMinutes()).padStart(2, '0');
  return `${day(iso)} à\u00a0${time.getHours()}\u00a0h\u00a0${minutes}`;
};
