/** Metrics of which less is better, by a word of their name. */
const lessIsBetter =
  /leak|refus|false|error|differ|latency|ttft|cost|dropped|unsupported|contamin/i;
/** …unless the word is itself denied. */
const denied = /no-?leak|unleaked/i;

/** 1 when more of a metric is better, −1 when less is. */
export const senseOf = (metric: string): 1 | -1 =>
  lessIsBetter.test(metric) && !denied.test(metric) ? -1 : 1;

/** Whether a metric says that a case gave something away. */
export const isLeakMetric = (metric: string): boolean => /leak/i.test(metric);
