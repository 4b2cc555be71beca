import { Fragment, type ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { type DiffLine, diffLines } from './diff-lines.ts';
import { rulesLanguage } from './rules-language.ts';

type Props = { readonly before: string; readonly after: string };

/** Lines around a change that are shown with it. */
const around = 1;

/** What differs between two versions, line by line; what is equal far from any change is only counted. */
export function LinesDiff({ before, after }: Props): ReactElement {
  const lines = diffLines(before, after);
  return (
    <div className="lines-diff" lang={rulesLanguage(after)}>
      {folded(lines).map((part, at) => (
        <Fragment key={at}>
          {typeof part === 'number' ? <Unchanged lines={part} /> : <Line line={part} />}
        </Fragment>
      ))}
    </div>
  );
}

function Line({ line: { kind, text } }: { readonly line: DiffLine }): ReactElement {
  const { prompts } = useMessages().evals;
  if (kind === 'same') return <p>{text}</p>;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <p className={kind}>
      <Mark>
        <span className="visually-hidden">{prompts[kind]} </span>
        {text}
      </Mark>
    </p>
  );
}

function Unchanged({ lines }: { readonly lines: number }): ReactElement {
  const { prompts } = useMessages().evals;
  return <p className="unchanged">{prompts.unchangedLines(lines)}</p>;
}

/** Lines to show, and in the place of the others their number. */
function folded(lines: readonly DiffLine[]): readonly (DiffLine | number)[] {
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same');
  const parts: (DiffLine | number)[] = [];
  for (const [at, line] of lines.entries()) {
    const last = parts.at(-1);
    if (isNear(at)) parts.push(line);
    else if (typeof last === 'number') parts[parts.length - 1] = last + 1;
    else parts.push(1);
  }
  return parts;
}
