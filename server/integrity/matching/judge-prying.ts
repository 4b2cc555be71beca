import type { ConceptLexicon } from '../reading/concepts.ts';
import type { Register } from '../register/register.ts';
import { free, type Verdict } from '../verdict.ts';
import { readPrying } from './prying.ts';
import { createWorkReader } from './wants-work.ts';

/** Makes the judge of what is given to nobody: a key, a worked solution, the instructions; where there is one. */
export function createPryingJudge(
  { items, solutions }: Pick<Register, 'items' | 'solutions'>,
  lexicon: Pick<ConceptLexicon, 'conceptsIn'>,
): (text: string) => Verdict {
  const works = solutions.map((solution) => ({
    solution,
    wants: createWorkReader(solution.title, lexicon),
  }));
  return (text) => {
    const wanted = works.find(({ wants }) => wants(text));
    if (wanted) return { kind: 'refuse', what: 'solution', solution: wanted.solution };
    const prying = readPrying(text);
    if (prying === 'solution') {
      const [solution] = solutions;
      return solution ? { kind: 'refuse', what: prying, solution } : free;
    }
    return prying === 'system' || (prying === 'key' && items.length > 0)
      ? { kind: 'refuse', what: prying }
      : free;
  };
}
