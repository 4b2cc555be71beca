import { describe, expect, it } from 'vitest';
import { readDraft, readDraftFile } from './read-draft.ts';

describe('readDraft', () => {
  it('mends garbled accents and says so', () => {
    const garbled = 'Les donnÃ©es rÃ©coltÃ©es Ã  chaque visite dÃ©crivent le client.';
    expect(readDraft(garbled)).toEqual({
      text: 'Les données récoltées à chaque visite décrivent le client.',
      changed: true,
    });
    expect(readDraft('Les données.')).toEqual({ text: 'Les données.', changed: false });
    expect(readDraft('Un\r\ndeux').text).toBe('Un\ndeux');
  });

  it.each([
    ['', 'bad-request', 'is empty'],
    [' \n\t…', 'bad-request', 'is empty'],
    ['PK\u0003\u0004\0\0', 'bad-request', 'is binary'],
    ['\u0001\u0002\u0003\u0004 abc', 'bad-request', 'is binary'],
    ['a'.repeat(40_001), 'draft-too-long', 'has 40001 characters and the limit is 40000'],
    ['a'.repeat(90_000), 'draft-too-long', 'the limit is 40000'],
  ])('refuses %#', (text, code, message) => {
    expect(() => readDraft(text)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
    expect(() => readDraft(text, 'previous draft')).toThrow(/^The previous draft/);
  });

  it('takes 40,000 characters', () => {
    expect(readDraft('a'.repeat(40_000)).text).toHaveLength(40_000);
  });
});

describe('readDraftFile', () => {
  it('reads Windows-1252 and UTF-16', () => {
    expect(readDraftFile(Buffer.from('Les données', 'latin1')).text).toBe('Les données');
    expect(readDraftFile(Buffer.from('\ufeffLes données', 'utf16le')).text).toBe('Les données');
  });

  it('refuses bytes that are no text, in one sentence', () => {
    const bytes = Uint8Array.from({ length: 600 }, (_, at) => (at * 37) % 256);
    expect(() => readDraftFile(bytes)).toThrow(/^The draft cannot be read\. The file is binary/);
  });
});
