import type { Response } from 'express';

/** Sends a text, or a view as readable JSON, to be saved under a name of ours. */
export function sendFile(response: Response, name: string, content: string | object): void {
  const isText = typeof content === 'string';
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader(
    'Content-Type',
    isText ? 'text/markdown; charset=utf-8' : 'application/json; charset=utf-8',
  );
  response.send(isText ? content : `${JSON.stringify(content, null, 2)}\n`);
}
