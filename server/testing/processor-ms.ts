/**
 * Milliseconds of work that this process has done, on all its threads, since it began. Unlike those of a clock they do
 * not pass while other programs have the processor, so that a test which limits them does not fail on a busy machine.
 */
export function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
