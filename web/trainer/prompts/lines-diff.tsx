import { Fragment, type ReactElement } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { type DiffLine, diffLines } from './diff-lines.ts';
import { foldLines } from './fold-lines.ts';
import { rulesLanguage } from './rules-language.ts';

type Props = { readonly before: string; readonly after: string };

/** What differs between two versions, line by line; what is equal far from any change is only counted. */
export function LinesDiff({ before, after }: Props): ReactElement {
  const lines = diffLines(before, after);
  return (
    <div className="lines-diff" lang={rulesLanguage(after)}>
      {foldLines(lines).map((part, at) => (
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
