import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

describe('clientAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:50123', '192.0.2.1'],
    ['2001:db8::1', '2001:db8::1'],
    ['[2001:db8::1]:50123', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ])('of %s is %s', (ip, address) => {
    expect(clientAddress({ ip })).toBe(address);
  });

  it.each([undefined, '', 'unknown', '_hidden', '192.0.2.999:1', 'a'.repeat(9_000)])(
    'is one and the same for what is no address: %s',
    (ip) => {
      expect(clientAddress({ ip })).toBe('unknown');
    },
  );
});
