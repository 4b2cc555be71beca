import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCode, TutorError } from '../errors.ts';

/**
 * Listens, and returns the address to open.
 * @throws {TutorError} `port-busy`; `settings-wrong` when `HOST` or `PORT` cannot be had on this machine
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw refusal(errorCode(cause), host, port, cause);
  }
  const { port: taken } = server.address() as AddressInfo;
  return `http://${reachableName(host)}:${taken}`;
}

/** `0.0.0.0` and `::` mean every address of this machine: a browser here takes localhost. */
function reachableName(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function refusal(code: string, host: string, port: number, cause: unknown): unknown {
  const wrong = (message: string) => new TutorError('settings-wrong', message, { cause });
  switch (code) {
    case 'EADDRINUSE':
      return new TutorError(
        'port-busy',
        `Port ${port} of ${host} is in use, perhaps by a tutor that runs already: stop that program, or take another port with PORT=${port < 65_535 ? port + 1 : port - 1} npm start.`,
        { cause },
      );
    case 'EACCES':
      return wrong(`Port ${port} may not be used by this user: set PORT to 1024 or more.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return wrong(`HOST ${host} is no address of this machine: write 127.0.0.1 or 0.0.0.0.`);
    default:
      return cause;
  }
}
