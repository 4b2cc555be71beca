import type { Finding } from '../contract/critiques.ts';
import type { Evidence, JudgedUnit } from './read-evidence.ts';
import type { Condition, Criterion, Rule } from './task-schema.ts';

/** What a draft shows of one criterion, and the units that show it. */
export type Judgement = { readonly finding: Finding; readonly units: readonly JudgedUnit[] };

/**
 * Judges one criterion: `met` on what the draft says outright, `partial` also on what it only lists, wishes or repeats;
 * lists count for nothing where the draft is hardly more than lists.
 */
export function judgeCriterion(
  { met, partial }: Pick<Criterion, 'met' | 'partial'>,
  { units }: Evidence,
  onlyLists = false,
): Judgement {
  const strong = units.map((unit) => (unit.weakness === null ? unit : null));
  const full = holds(met, strong);
  if (full) return { finding: 'met', units: full };
  const counted = onlyLists ? units.map((unit) => (unit.weakness === null ? unit : null)) : units;
  const some = holds(partial, counted);
  if (some) return { finding: 'partial', units: some };
  return { finding: 'missing', units: [] };
}

/** The units by which a rule holds, or `null`. @param units `null` where a unit does not count */
export function holds(
  rule: Rule,
  units: readonly (JudgedUnit | null)[],
): readonly JudgedUnit[] | null {
  for (const conditions of rule) {
    const found = conditions.map((condition) => holdsOne(condition, units));
    if (found.every((one) => one !== null)) return [...new Set(found.flat())];
  }
  return null;
}

function holdsOne(
  { signs, units: many, parts, of, with: also, near, without }: Condition,
  units: readonly (JudgedUnit | null)[],
): readonly JudgedUnit[] | null {
  const shown = new Set<string>();
  let inParts = 0;
  const found: JudgedUnit[] = [];
  for (const [at, unit] of units.entries()) {
    if (!unit || without.some((name) => unit.signs.has(name))) continue;
    const own = of.filter((name) => unit.signs.has(name));
    if (own.length === 0) continue;
    const around = units.slice(Math.max(0, at - near), at + near + 1);
    const accompanied = also.every((names) =>
      names.some((name) => around.some((other) => other?.signs.has(name))),
    );
    if (!accompanied) continue;
    found.push(unit);
    for (const name of own) shown.add(name);
    inParts += unit.parts.filter((part) => own.some((name) => part.has(name))).length;
  }
  const enough =
    found.length >= (many ?? 0) && shown.size >= (signs ?? 0) && inParts >= (parts ?? 0);
  return enough && found.length > 0 ? found : null;
}
