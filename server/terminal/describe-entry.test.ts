import { describe, expect, it } from 'vitest';
import { describeEntry } from './describe-entry.ts';

const none = { trainerToken: null, classCode: null };
const address = 'http://127.0.0.1:3000';
const local = { host: '127.0.0.1', publicUrl: null };

describe('describeEntry', () => {
  it('tells of the open class and of a new token, with what to do', () => {
    const lines = describeEntry(
      { firstSecrets: { ...none, trainerToken: 'ABCD-EFGH' }, openClass: 'Repère', address },
      local,
      true,
    );
    expect(lines[0]).toContain('“Repère” is open to this machine');
    expect(lines[1]).toBe('Trainer’s token: ABCD-EFGH');
    expect(lines[2]).toMatch(/ enter with it at http:\/\/127\.0\.0\.1:3000\/trainer$/);
    expect(lines[3]).toContain('npm run trainer-token');
    expect(lines).toHaveLength(4);
  });

  it('says nothing where everybody knows the way in', () => {
    expect(describeEntry({ firstSecrets: none, openClass: null, address }, local, true)).toEqual(
      [],
    );
  });

  it('tells the class code where others reach the server, and warns of plain http', () => {
    const firstSecrets = { ...none, classCode: { name: 'Repère', code: 'WXYZ-2345' } };
    const lan = { host: '0.0.0.0', publicUrl: null };
    const lines = describeEntry({ firstSecrets, openClass: null, address }, lan, false);
    expect(lines[0]).toBe('Code of the class “Repère”: WXYZ-2345');
    expect(lines.at(-1)).toMatch(/^WARNING: over plain http, .* 0\.0\.0\.0 .* PUBLIC_URL/);
    const tls = { host: '127.0.0.1', publicUrl: 'https://tutor.example' };
    expect(describeEntry({ firstSecrets: none, openClass: null, address }, tls, false)).toEqual([]);
  });
});
