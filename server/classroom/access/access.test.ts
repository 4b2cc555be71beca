import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../storage/store.ts';
import { type Access, createAccess } from './access.ts';
import { allPseudonyms } from './pseudonyms.ts';
import { sessionDays } from './sessions.ts';

let dataDir = '';
let store: Store;
let access: Access;
/** What the clock shows. */
let time = new Date();
const dayMs = 86_400_000;

beforeEach(async () => {
  time = new Date('2026-03-01T09:00:00.000Z');
  dataDir = await mkdtemp(join(tmpdir(), 'repere-access-'));
  store = await openStore(dataDir);
  access = open(true);
});
afterEach(async () => {
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const open = (localOnly: boolean) => createAccess(store, { localOnly, now: () => time });

async function enterOpenClass(pseudonym: string | null = null) {
  const into = await access.students.openClass();
  if (!into) throw new Error('no class is open');
  const newcomer = await access.students.enter(into, pseudonym);
  const token = await access.sessions.begin({ studentId: newcomer.student.id }, null);
  return { ...newcomer, token };
}

const holds = (student: string | null, trainer: string | null = null) =>
  access.sessions.whoHolds({ student, trainer });

describe('a first start', () => {
  it('opens a class on this machine and makes a trainer’s token, once', async () => {
    const first = await access.prepare();
    expect(first.classCode).toBeNull();
    expect(first.trainerToken).toMatch(/^([2-9A-Z]{4}-){5}[2-9A-Z]{4}$/);
    expect(await access.students.openClass()).toMatchObject({ name: 'Repère' });
    expect(await access.prepare()).toEqual({ trainerToken: null, classCode: null });
    expect(await access.classes.list()).toHaveLength(1);
  });

  it('gives the class a code instead where others reach the server, once', async () => {
    access = open(false);
    const { classCode } = await access.prepare();
    expect(await access.students.openClass()).toBeNull();
    expect(await access.students.classOf(classCode?.code ?? '')).toMatchObject({ name: 'Repère' });
    expect((await access.prepare()).classCode).toBeNull();
    expect(await access.classes.list()).toMatchObject([{ open: false, hasCode: true }]);
  });

  it('keeps the class of a local start closed elsewhere, and open again back home', async () => {
    await access.prepare();
    const elsewhere = open(false);
    expect((await elsewhere.prepare()).classCode).not.toBeNull();
    expect(await elsewhere.students.openClass()).toBeNull();
    expect(await access.students.openClass()).not.toBeNull();
  });

  it('makes no code where a class has one', async () => {
    await access.prepare();
    await access.classes.create({ name: 'Paris' });
    expect((await open(false).prepare()).classCode).toBeNull();
  });
});

describe('class codes', () => {
  it('open their class however they are typed, until they expire or are replaced', async () => {
    const codeExpiresAt = new Date(time.getTime() + dayMs).toISOString();
    const { id, code } = await access.classes.create({ name: 'Lyon', codeExpiresAt });
    const classOf = access.students.classOf;
    expect(await classOf(` ${code.toLowerCase().replaceAll('-', ' ')}.`)).toEqual({
      id,
      name: 'Lyon',
    });
    expect(await classOf(code.slice(0, -1))).toBeNull();
    expect(await classOf('')).toBeNull();
    const { code: newer } = await access.classes.renewCode(id);
    expect(await classOf(code)).toBeNull();
    expect(await classOf(newer)).not.toBeNull();
    time = new Date(codeExpiresAt);
    expect(await classOf(newer)).toBeNull();
    const { code: newest, codeExpiresAt: lifted } = await access.classes.renewCode(id);
    expect(lifted).toBeNull();
    expect(await classOf(newest)).not.toBeNull();
  });

  it('compare an expiry with another offset as a time', async () => {
    const { code } = await access.classes.create({
      name: 'Lyon',
      codeExpiresAt: '2026-03-01T10:30:00+02:00',
    });
    expect(await access.students.classOf(code)).toBeNull();
  });
});

describe('entering', () => {
  it('lets nobody choose a name that is not on the list, nor one that is taken', async () => {
    await access.prepare();
    const { student } = await enterOpenClass('Loutre des dunes');
    expect(student).toMatchObject({ pseudonym: 'Loutre des dunes', className: 'Repère' });
    await expect(enterOpenClass('Loutre des dunes')).rejects.toMatchObject({ code: 'conflict' });
    await expect(enterOpenClass('Marie Dupont')).rejects.toMatchObject({ code: 'bad-request' });
    const offered = await access.students.pseudonyms(student.classId);
    expect(new Set(offered).size).toBe(12);
    expect(offered).not.toContain('Loutre des dunes');
  });

  it('gives as many different students as there are pseudonyms, also at once', async () => {
    await access.prepare();
    const some = await Promise.all(Array.from({ length: 30 }, () => enterOpenClass()));
    expect(new Set(some.map(({ student }) => student.pseudonym)).size).toBe(30);
    for (let at = 30; at < allPseudonyms.length; at += 1) await enterOpenClass();
    await expect(enterOpenClass()).rejects.toMatchObject({ code: 'conflict' });
  });

  it('lets a student come back with the newest recovery code only', async () => {
    await access.prepare();
    const { student, recoveryCode } = await enterOpenClass();
    expect(await access.students.studentOf(recoveryCode.toLowerCase())).toEqual(student);
    const newer = await access.students.renewRecoveryCode(student.id);
    expect(await access.students.studentOf(recoveryCode)).toBeNull();
    expect(await access.students.studentOf(newer)).toEqual(student);
  });

  it('says until when what is written today is kept', async () => {
    expect(await access.keptUntil()).toBe('2026-03-31T09:00:00.000Z');
  });
});

describe('sessions', () => {
  it('count for their role only', async () => {
    await access.prepare();
    const { student, token } = await enterOpenClass();
    const trainer = await access.sessions.begin({ studentId: null }, null);
    expect(await holds(token, trainer)).toEqual({ student, trainer: true });
    expect(await holds(trainer, token)).toEqual({ student: null, trainer: false });
    expect(await holds('unknown', '')).toEqual({ student: null, trainer: false });
  });

  it('expire, and are then removed', async () => {
    await access.prepare();
    const { token } = await enterOpenClass();
    time = new Date(time.getTime() + sessionDays.student * dayMs);
    expect(await holds(token)).toEqual({ student: null, trainer: false });
    await access.prepare();
    expect(await store.tables.selectFrom('sessions').selectAll().execute()).toEqual([]);
  });

  it('end on the server when left, and when another one begins in the same browser', async () => {
    await access.prepare();
    const { token } = await enterOpenClass();
    await access.sessions.end(token);
    expect((await holds(token)).student).toBeNull();
    const before = await access.sessions.begin({ studentId: null }, null);
    const after = await access.sessions.begin({ studentId: null }, before);
    expect(after).not.toBe(before);
    expect((await holds(null, before)).trainer).toBe(false);
    expect((await holds(null, after)).trainer).toBe(true);
  });

  it('end elsewhere when a secret is renewed, and those of others stay', async () => {
    await access.prepare();
    const [one, other] = [await enterOpenClass(), await enterOpenClass()];
    const phone = await access.sessions.begin({ studentId: one.student.id }, null);
    const trainer = await access.sessions.begin({ studentId: null }, null);
    await access.sessions.endOthers(one.student.id, one.token);
    expect((await holds(one.token)).student).toEqual(one.student);
    expect((await holds(phone)).student).toBeNull();
    expect((await holds(other.token, trainer)).trainer).toBe(true);
    await access.sessions.endOthers(null, null);
    expect(await holds(other.token, trainer)).toEqual({ student: other.student, trainer: false });
  });
});

describe('the trainer’s token', () => {
  it('is the one that was made last', async () => {
    const { isToken, renewToken } = access.trainers;
    expect(await isToken('')).toBe(false);
    expect(await isToken('0'.repeat(64))).toBe(false);
    const token = await renewToken();
    expect(await isToken(token.toLowerCase().replaceAll('-', ''))).toBe(true);
    const newer = await renewToken();
    expect(await isToken(token)).toBe(false);
    expect(await isToken(newer)).toBe(true);
  });
});

describe('classes', () => {
  it('are renamed, closed and opened again', async () => {
    await access.prepare();
    const [first] = await access.classes.list();
    const id = first?.id ?? '';
    await access.classes.change(id, { name: 'Atelier', open: false });
    expect(await access.students.openClass()).toBeNull();
    expect(await access.classes.change(id, { open: true })).toMatchObject({
      ...{ name: 'Atelier', open: true, hasCode: false, students: 0, codeExpiresAt: null },
    });
    expect(await access.classes.change(id, {})).toMatchObject({ name: 'Atelier' });
  });

  it('are never open where others reach the server', async () => {
    access = open(false);
    await access.prepare();
    const [first] = await access.classes.list();
    await expect(access.classes.change(first?.id ?? '', { open: true })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await access.classes.list()).toMatchObject([{ open: false }]);
  });

  it('are deleted with everything in them, to the last byte', async () => {
    await access.prepare();
    const { student, token } = await enterOpenClass();
    const [before] = await access.classes.list();
    expect(before?.students).toBe(1);
    await access.classes.remove(student.classId);
    expect((await holds(token)).student).toBeNull();
    expect(await access.classes.list()).toEqual([]);
    const files = await readdir(dataDir);
    const bytes = await Promise.all(files.map((file) => readFile(join(dataDir, file), 'utf8')));
    expect(bytes.join('')).not.toContain(student.pseudonym);
    expect(bytes.join('')).not.toContain(student.id);
  });

  it('that are not there are not found', async () => {
    const gone = { code: 'not-found' };
    await expect(access.classes.change('none', { name: 'x' })).rejects.toMatchObject(gone);
    await expect(access.classes.renewCode('none')).rejects.toMatchObject(gone);
    await expect(access.classes.remove('none')).rejects.toMatchObject(gone);
  });
});

describe('what is stored', () => {
  it('holds no code, token or session as they are', async () => {
    const { trainerToken } = await access.prepare();
    const { code } = await access.classes.create({ name: 'Lyon' });
    const { recoveryCode, token } = await enterOpenClass();
    await store.checkpoint();
    const files = await readdir(dataDir);
    const bytes = await Promise.all(files.map((file) => readFile(join(dataDir, file), 'latin1')));
    for (const secret of [trainerToken ?? '', code, recoveryCode, token]) {
      expect(secret.length).toBeGreaterThan(10);
      expect(bytes.join('')).not.toContain(secret);
      expect(bytes.join('')).not.toContain(secret.replaceAll('-', ''));
    }
  });
});
