import { describe, expect, it } from 'vitest';
import { documentKinds, maxDocumentBytes } from '../../../server/contract/documents.ts';
import { documentKinds as readKinds } from '../../../server/documents/document.ts';
import { fewestStudents } from '../../../server/contract/oversight.ts';
import { retentionDays } from '../../../server/contract/settings.ts';
import { documentLimit, kinds } from '../documents/document-limits.ts';
import { retentionLimits } from '../settings/retention-limits.ts';
import * as here from './group-size.ts';

describe('the values that the page copies from the contract', () => {
  it('are the contract’s', () => {
    expect(here.fewestStudents).toBe(fewestStudents);
    expect(documentLimit).toBe(maxDocumentBytes);
    expect(kinds).toEqual(documentKinds);
    // Nor may the contract import the kinds that documents are read by.
    expect(documentKinds).toEqual(readKinds);
    expect(retentionLimits).toEqual(retentionDays);
  });
});
