import type { EvalDesk } from './eval-desk.ts';

/** A desk that is opened when it is first used: a server that measures nothing loads none of the evals. */
export function lazyEvalDesk(open: () => Promise<EvalDesk>): EvalDesk {
  let opening: Promise<EvalDesk> | null = null;
  const desk = () => (opening ??= open());
  return {
    runs: async () => (await desk()).runs(),
    variants: async () => (await desk()).variants(),
    estimate: async (variant, ground) => (await desk()).estimate(variant, ground),
    start: async (variant, ground) => (await desk()).start(variant, ground),
    stop: async (run) => (await desk()).stop(run),
    compare: async (run, baseline) => (await desk()).compare(run, baseline),
    report: async (run, baseline) => (await desk()).report(run, baseline),
    adopt: async (conversation) => (await desk()).adopt(conversation),
    cases: async () => (await desk()).cases(),
    expect: async (caseId, expectation) => (await desk()).expect(caseId, expectation),
    course: async () => (await desk()).course(),
    close: async () => opening?.then((opened) => opened.close()),
  };
}
