import type { Messages } from '../../i18n/messages.ts';
import { documentLimit } from './document-limits.ts';

/** Why a file is not taken. */
export type FileRefusal = keyof Messages['trainer']['documents']['refused'];

/** A file that was chosen, and where it goes. */
export type ChosenFile<F> = {
  readonly file: F;
  readonly name: string;
  /** In the course folder; that of a document of the same name, whose place it takes. */
  readonly path: string;
  readonly replaces: boolean;
};

/** What can be sent of some chosen files, and why the others cannot. */
export type Choice<F> = {
  readonly taken: readonly ChosenFile<F>[];
  readonly refused: readonly { readonly name: string; readonly why: FileRefusal }[];
};

/**
 * Looks at chosen files before any is sent.
 * @param before files that were chosen earlier and stay on the list
 * @param paths of the documents that the course has
 */
export function chooseFiles<F extends { readonly name: string; readonly size: number }>(
  files: readonly F[],
  before: readonly ChosenFile<F>[],
  paths: readonly string[],
): Choice<F> {
  const taken = [...before];
  const refused: { name: string; why: FileRefusal }[] = [];
  for (const file of files) {
    const why = refusalOf(file, taken);
    if (why) refused.push({ name: file.name, why });
    else taken.push(placeFile(file, paths));
  }
  return { taken, refused };
}

function refusalOf(
  { name, size }: { readonly name: string; readonly size: number },
  taken: readonly { readonly name: string }[],
): FileRefusal | null {
  if (!/\.(?:md|txt)$/i.test(name)) return 'type';
  if (size === 0) return 'empty';
  if (size > documentLimit) return 'size';
  return taken.some((other) => sameName(other.name, name)) ? 'name' : null;
}

function placeFile<F extends { readonly name: string }>(
  file: F,
  paths: readonly string[],
): ChosenFile<F> {
  const existing = paths.find((path) => sameName(path.split('/').at(-1) ?? '', file.name));
  return {
    file,
    name: file.name,
    path: existing ?? file.name,
    replaces: existing !== undefined,
  };
}

/** macOS hands file names over with accents apart from their letters. */
const sameName = (a: string, b: string): boolean =>
  a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
