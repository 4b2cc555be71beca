import { describe, expect, it } from 'vitest';
import { findConversation } from './conversation.ts';
import { draftCase } from './draft-case.ts';

const nothing = () => false;
const lines = [
  { id: 7, turns: ['Et le RPO ?'] },
  {
    conversationId: 'c-1',
    turns: [{ question: 'je suis a@b.fr, c’est quoi un lac ?' }],
    answer: 'Demandez à c@d.fr.',
  },
  {
    kind: 'row',
    caseId: 'd-x',
    split: 'dev',
    turns: ['a', 'b'],
    output: { decision: 'abstain', text: 'Non.' },
  },
  { kind: 'row', caseId: 't-x', split: 'test', turns: [], output: null },
  { id: 'empty' },
]
  .map((line) => JSON.stringify(line))
  .join('\n');
const find = (id: string) => findConversation(`${lines}\nnot json 7\n`, id, 'file.jsonl');

describe('findConversation', () => {
  it('reads replay cases, exported conversations and rows of runs', () => {
    expect(find('7')).toMatchObject({ turns: ['Et le RPO ?'] });
    expect(find('c-1')).toMatchObject({ turns: ['je suis a@b.fr, c’est quoi un lac ?'] });
    expect(find('d-x')).toMatchObject({ turns: ['a', 'b'], decision: 'abstain', answer: 'Non.' });
  });

  it('says why there is nothing to adopt', () => {
    expect(() => find('none')).toThrow(/file\.jsonl holds no conversation "none"/);
    expect(() => find('t-x')).toThrow(/test split/);
    expect(() => find('empty')).toThrow(/file\.jsonl:5 says nothing of what the student asked/);
  });
});

describe('draftCase', () => {
  it('scrubs what was asked and what was answered, under an id that leads nowhere', () => {
    const { draft, replaced } = draftCase(find('c-1'), nothing);
    expect(draft.turns).toEqual(['je suis [e-mail], c’est quoi un lac ?']);
    expect(draft.observed.text).toBe('Demandez à [e-mail].');
    expect(replaced).toBe(2);
    expect(draft.id).toMatch(/^draft-[0-9a-f]{8}$/);
    expect(JSON.stringify(draft)).not.toContain('c-1');
  });
});
