import { timingSafeEqual } from 'node:crypto';
import { readSetting, writeSetting } from '../../storage/settings.ts';
import type { Store } from '../../storage/store.ts';
import { codeLengths, newCode } from './code.ts';
import { hashCode } from './secrets.ts';

/** How trainers come in: by one token, which is made at the first start and may be renewed. */
export type TrainerDoor = {
  hasToken(): Promise<boolean>;
  /** Whether this is the token, however it is typed. */
  isToken(typed: string): Promise<boolean>;
  /** Makes a new token, and ends the one before. It is shown once and stored as a hash. */
  renewToken(): Promise<string>;
};

export function createTrainerDoor({ tables }: Pick<Store, 'tables'>): TrainerDoor {
  const stored = () => readSetting(tables, 'trainer-token-hash');
  return {
    hasToken: async () => (await stored()) !== null,
    async isToken(typed) {
      const given = hashCode(typed);
      // Without a token nothing is equal to it; the comparison is made all the same.
      const hash = (await stored()) ?? '0'.repeat(given.length);
      return timingSafeEqual(Buffer.from(given), Buffer.from(hash));
    },
    async renewToken() {
      const token = newCode(codeLengths.trainer);
      await writeSetting(tables, 'trainer-token-hash', hashCode(token));
      return token;
    },
  };
}
