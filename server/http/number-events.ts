import type { Numbered } from '../classroom/live-streams.ts';

/** Numbers events from 0. */
export async function* numberEvents<Event>(
  events: AsyncIterable<Event>,
): AsyncGenerator<Numbered<Event>> {
  let number = 0;
  for await (const event of events) yield { number: number++, event };
}
