/**
 * Run by `measure-streams.ts` in a process of its own: a model endpoint that says a word to each reader every
 * `PAUSE_MS` milliseconds. `node --import tsx stream-endpoint.ts WORDS PAUSE_MS`; prints its base address.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const words = Number(process.argv[2]);
const pauseMs = Number(process.argv[3]);

const chunk = (delta: object, finish: string | null = null): string =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
const word = chunk({ content: 'mot ' });
const end = `${chunk({}, 'stop')}data: [DONE]\n\n`;

const left = new Map<ServerResponse, number>();

const server = createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    left.set(response, words);
  });
  response.once('close', () => left.delete(response));
});

// Readers are spread over the pause, as calls that come one by one are.
const slices = 10;
let slice = 0;
setInterval(() => {
  let place = 0;
  for (const [response, count] of left) {
    place += 1;
    if (place % slices !== slice) continue;
    if (count > 0) {
      response.write(word);
      left.set(response, count - 1);
    } else {
      response.end(end);
      left.delete(response);
    }
  }
  slice = (slice + 1) % slices;
}, pauseMs / slices);

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1\n`);
});
process.stdin.resume().once('end', () => process.exit(0));
