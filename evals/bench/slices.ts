/** A named part of the cases; the whole is a slice too. */
export type Slice<T> = { readonly name: string; readonly cases: readonly T[] };

type Tagged = { readonly tags: readonly string[] };

/** The whole set and one slice per tag, largest first; a case belongs to every slice that it is tagged with. */
export function slicesOf<T extends Tagged>(cases: readonly T[]): readonly Slice<T>[] {
  const byTag = new Map<string, T[]>();
  for (const one of cases) {
    for (const tag of one.tags) byTag.set(tag, [...(byTag.get(tag) ?? []), one]);
  }
  const slices = [...byTag].map(([name, tagged]) => ({ name, cases: tagged }));
  slices.sort((a, b) => b.cases.length - a.cases.length || a.name.localeCompare(b.name));
  return [{ name: 'all', cases }, ...slices];
}
