import { expect, it } from 'vitest';
import { z } from 'zod';
import { newUuid } from './new-uuid.ts';

it('is a UUID that the server takes, and another one each time', () => {
  const uuids = Array.from({ length: 200 }, newUuid);
  for (const uuid of uuids) expect(z.uuidv4().parse(uuid)).toBe(uuid);
  expect(new Set(uuids).size).toBe(200);
});
