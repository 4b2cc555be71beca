import dns from 'node:dns';
import net from 'node:net';

/**
 * Records every address that this process opens a connection to and every name that it looks up, and stops those
 * that leave the machine. For a process of its own: nothing is put back.
 */
export function recordSockets(): readonly string[] {
  const targets: string[] = [];
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (this: net.Socket, ...given: unknown[]) {
    const [options] = (Array.isArray(given[0]) ? given[0] : given) as [
      Partial<net.TcpNetConnectOpts>,
    ];
    const target = `${options.host ?? 'path'}:${options.port ?? ''}`;
    targets.push(target);
    if (options.host === '127.0.0.1') return Reflect.apply(connect, this, given) as net.Socket;
    return this.destroy(new Error(`blocked: ${target}`));
  };
  const refuse = (name: string, ...rest: unknown[]) => {
    targets.push(`lookup:${name}`);
    (rest.at(-1) as (error: Error) => void)(new Error(`blocked: ${name}`));
  };
  Object.assign(dns, { lookup: refuse });
  return targets;
}
