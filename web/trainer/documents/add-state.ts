import type { Failure } from '../../api/failure.ts';
import { chooseFiles, type Choice, type ChosenFile } from './choose-files.ts';
import type { Kind } from './document-limits.ts';

/** A chosen file on its way to the course. */
export type AddedFile = ChosenFile<File> & {
  /** What the trainer says it is; `null` leaves it to the file. */
  readonly kind: Kind | null;
  readonly status: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly failure: Failure | null;
};

/** Files that are being added to the course. */
export type AddState = {
  readonly files: readonly AddedFile[];
  readonly refused: Choice<File>['refused'];
};

/** What happens to them. */
export type AddAction =
  | { readonly type: 'choose'; readonly files: readonly File[]; readonly paths: readonly string[] }
  | { readonly type: 'remove'; readonly path: string }
  | { readonly type: 'kind'; readonly path: string; readonly kind: Kind | null }
  | { readonly type: 'send'; readonly path: string }
  | { readonly type: 'sent'; readonly path: string }
  | { readonly type: 'fail'; readonly path: string; readonly failure: Failure };

/** Nothing chosen. */
export const nothingAdded: AddState = { files: [], refused: [] };

/** The next state; what was sent leaves the list when files are chosen anew. */
export function addState(state: AddState, action: AddAction): AddState {
  if (action.type === 'choose') {
    const before = state.files.filter(({ status }) => status !== 'sent');
    const { taken, refused } = chooseFiles(action.files, before, action.paths);
    const added = taken.slice(before.length).map(toWaiting);
    return { files: [...before, ...added], refused };
  }
  if (action.type === 'remove')
    return { ...state, files: state.files.filter(({ path }) => path !== action.path) };
  return {
    ...state,
    files: state.files.map((file) => (file.path === action.path ? change(file, action) : file)),
  };
}

const toWaiting = (file: ChosenFile<File>): AddedFile => ({
  ...file,
  kind: null,
  status: 'waiting',
  failure: null,
});

function change(
  file: AddedFile,
  action: Exclude<AddAction, { type: 'choose' | 'remove' }>,
): AddedFile {
  switch (action.type) {
    case 'kind':
      return { ...file, kind: action.kind };
    case 'send':
      return { ...file, status: 'sending', failure: null };
    case 'sent':
      return { ...file, status: 'sent' };
    case 'fail':
      return { ...file, status: 'failed', failure: action.failure };
  }
}
