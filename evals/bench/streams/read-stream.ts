import { Agent, request } from 'node:http';

/** One answer as a student received it. */
export type ReadStream = { readonly isComplete: boolean; readonly gapsMs: readonly number[] };

const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

/**
 * Asks, and notes in milliseconds when each piece of text comes after the one before. It reads as little as it can, since
 * it shares the machine.
 */
export function readStream(url: string, cookie: string): Promise<ReadStream> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'content-type': 'application/json' };
    const asked = request(`${url}/api/answers`, { agent, method: 'POST', headers }, (response) => {
      const gapsMs: number[] = [];
      let last: number | null = null;
      let text = '';
      let isComplete = false;
      response.setEncoding('utf8').on('data', (data: string) => {
        text += data;
        const end = text.lastIndexOf('\n\n');
        const frames = text.slice(0, Math.max(0, end));
        text = text.slice(frames.length);
        const pieces = frames.split('event: text-delta').length - 1;
        isComplete ||= frames.includes('event: answer-end');
        if (pieces === 0) return;
        const now = performance.now();
        if (last !== null) gapsMs.push(now - last);
        gapsMs.push(...Array<number>(pieces - 1).fill(0));
        last = now;
      });
      response.once('end', () => resolve({ isComplete, gapsMs }));
      response.once('error', reject);
    });
    asked.once('error', reject);
    asked.end(JSON.stringify({ question: 'Qu’est-ce que Kafka ?' }));
  });
}
