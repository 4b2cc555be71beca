import type { IncomingMessage } from 'node:http';

/** What proxies and tunnels add to the requests that they pass on. */
const marks = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via'] as const;

/** Whether a request says that it came through a proxy. One that did and does not say so cannot be told. */
export const isForwarded = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  marks.some((name) => headers[name] !== undefined);
