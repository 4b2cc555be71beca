import type { FirstSecrets } from '../classroom/access/first-start.ts';
import type { Config } from '../config.ts';
import { printable } from './printable.ts';

export type EntryFacts = {
  readonly firstSecrets: FirstSecrets;
  /** Name of the class that is entered without a code; null when every class asks for one. */
  readonly openClass: string | null;
  /** Where browsers find the server, without a slash at the end. */
  readonly address: string;
};

/**
 * Who can come in, and the secrets of a first start, which are shown this once. Also says when what people write
 * crosses a network unprotected.
 */
export function describeEntry(
  { firstSecrets: { trainerToken, classCode }, openClass, address }: EntryFacts,
  { host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>,
  localOnly: boolean,
): readonly string[] {
  const unprotected = !localOnly && !publicUrl?.startsWith('https:');
  return [
    ...(openClass === null
      ? []
      : [
          `The class “${printable(openClass)}” is open to this machine: students enter without a code.`,
        ]),
    ...(classCode === null
      ? []
      : [
          `Code of the class “${printable(classCode.name)}”: ${classCode.code}`,
          '  Shown this once: students enter with it. A trainer can make another on the page.',
        ]),
    ...(trainerToken === null
      ? []
      : [
          `Trainer’s token: ${trainerToken}`,
          `  Shown this once: keep it, and enter with it at ${address}/trainer`,
          '  When it is lost, npm run trainer-token makes another.',
        ]),
    ...(unprotected
      ? [
          `WARNING: over plain http, whoever shares the network of ${host} can read codes and answers: put a proxy with TLS in front, and set PUBLIC_URL and TRUST_PROXY.`,
        ]
      : []),
  ];
}
