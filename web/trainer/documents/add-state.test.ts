import { describe, expect, it } from 'vitest';
import { networkFailure } from '../../api/failure.ts';
import { addState, nothingAdded, type AddAction, type AddState } from './add-state.ts';

const file = (name: string) => new File(['x'], name);
const run = (...actions: readonly AddAction[]): AddState => actions.reduce(addState, nothingAdded);
const choose = (...names: readonly string[]): AddAction => ({
  type: 'choose',
  files: names.map(file),
  paths: [],
});

describe('addState', () => {
  it('waits with what is chosen, and says what is refused', () => {
    const { files, refused } = run(choose('a.md', 'b.pdf'));
    expect(files).toMatchObject([{ path: 'a.md', status: 'waiting', kind: null }]);
    expect(refused).toMatchObject([{ name: 'b.pdf', why: 'type' }]);
  });

  it('keeps what was not sent when more is chosen, and lets go of what was', () => {
    const { files } = run(
      choose('a.md', 'b.md'),
      { type: 'send', path: 'a.md' },
      { type: 'sent', path: 'a.md' },
      { type: 'fail', path: 'b.md', failure: networkFailure },
      choose('c.md'),
    );
    expect(files.map(({ path, status }) => [path, status])).toEqual([
      ['b.md', 'failed'],
      ['c.md', 'waiting'],
    ]);
  });

  it('forgets a failure once the file is sent again', () => {
    const { files } = run(
      choose('a.md'),
      { type: 'fail', path: 'a.md', failure: networkFailure },
      { type: 'send', path: 'a.md' },
    );
    expect(files).toMatchObject([{ status: 'sending', failure: null }]);
  });

  it('touches no other file', () => {
    const { files } = run(
      choose('a.md', 'b.md'),
      { type: 'kind', path: 'b.md', kind: 'exam' },
      { type: 'remove', path: 'a.md' },
    );
    expect(files).toMatchObject([{ path: 'b.md', kind: 'exam' }]);
  });
});
