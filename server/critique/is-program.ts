import type { DraftUnit } from './draft-units.ts';

/** Lines from which on code is an implementation, and not an example. */
const fewLines = 2;
const diagram =
  /^\s*(?:graph|flowchart|sequencediagram|classdiagram|statediagram|gantt|mindmap|erdiagram|c4context|timeline|@startuml)\b|[┌└│─╔═║+]\s?[-─═]{2}|[-=~]{1,2}>|→|⇒|▼|↓|\|\s*v\s*\|/m;
const programLine =
  /^\s*(?:import \w|from \w+ import|def \w+\(|class \w+|return\b|print\(|for \w+ in |if .*:$|select\b.*|from\b.+|where\b|group by|order by|create (?:table|topic|view|index)|insert into|update \w+ set|join\b|docker|kubectl|pip install|npm |sudo |apt|kafka-|spark[.-]|\w+ = .+|\w+\(.*\);?$|[{}\])];?,?$|\w[\w.-]*: ?[\w"'[{/.-]*$|const |let |var |function |public |<\/?\w+>|\$ )/;

/** Whether a piece of a draft is a program, a query, a configuration or commands; a diagram is none. @param folded in lower case */
export function isProgram(folded: string, kind: DraftUnit['kind']): boolean {
  if (kind === 'row') return false;
  const lines = folded.split('\n').filter((line) => line.trim() !== '');
  if (lines.length <= fewLines || diagram.test(folded)) return false;
  const programmed = lines.filter((line) => programLine.test(line)).length;
  return kind === 'code' ? programmed >= 0.4 * lines.length : programmed >= 0.7 * lines.length;
}
