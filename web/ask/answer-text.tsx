import { useMemo, type ReactElement } from 'react';
import { keepTogether } from '../i18n/keep-together.ts';
import { useMessages } from '../i18n/messages.ts';
import type { OpenPlace } from '../sources/use-document-panel.ts';
import type { AnswerState } from './answer-state.ts';
import { CitationChip } from './citation-chip.tsx';
import { groupRuns } from './group-runs.ts';
import { holdMarkers } from './hold-markers.ts';
import { knownMarkers } from './known-markers.ts';
import { languageOf } from './language-of.ts';
import { parseAnswer, type Run } from './parse-answer.ts';

type Props = { answer: AnswerState; onOpen: OpenPlace };

/** The text of an answer, with its citations as buttons and its unsupported sentences marked. */
export function AnswerText({ answer, onOpen }: Props): ReactElement {
  const { text, status } = answer;
  const blocks = useMemo(() => parseAnswer(text, status === 'streaming'), [text, status]);
  const show = (runs: readonly Run[]) => <Runs answer={answer} onOpen={onOpen} runs={runs} />;
  return (
    <div className="answer-text" lang={answer.status === 'done' ? answer.language : undefined}>
      {blocks.map((block, index) => {
        if (block.kind === 'paragraph')
          return (
            <p key={index} lang={languageOf(block.runs, answer)}>
              {show(block.runs)}
            </p>
          );
        const items = block.items.map((runs, item) => (
          <li key={item} lang={languageOf(runs, answer)}>
            {show(runs)}
          </li>
        ));
        return block.first === null ? (
          <ul key={index}>{items}</ul>
        ) : (
          <ol key={index} start={block.first}>
            {items}
          </ol>
        );
      })}
    </div>
  );
}

function Runs({ answer, onOpen, runs }: Props & { runs: readonly Run[] }): ReactElement[] {
  const messages = useMessages();
  const known = knownMarkers(runs, answer.citations);
  return groupRuns(known, answer.unsupported).map((group, index) => {
    const shown = holdMarkers(group.runs).map((piece) => {
      const views = piece.map((run) => (
        <RunView answer={answer} key={run.start} onOpen={onOpen} run={run} />
      ));
      if (views.length === 1) return views[0];
      return (
        <span className="held" key={piece[0]?.start}>
          {views}
        </span>
      );
    });
    if (!group.unsupported) return <span key={index}>{shown}</span>;
    return (
      <span key={index}>
        <span className="unsupported">{shown}</span>{' '}
        <span className="unsupported-note">({messages.ask.unsupported})</span>{' '}
      </span>
    );
  });
}

function RunView({ answer, onOpen, run }: Props & { run: Run }): ReactElement | null {
  const shown =
    run.kind === 'code' ? (
      <code>{run.text}</code>
    ) : run.kind === 'marker' ? (
      marker()
    ) : (
      <>{keepTogether(run.text)}</>
    );
  return run.strong && shown ? <strong>{shown}</strong> : shown;

  function marker(): ReactElement | null {
    // Until the quotations are checked a marker opens nothing.
    if (answer.citations === null) return <span className="chip pending">[{run.text}]</span>;
    const citation = answer.citations.find((candidate) => candidate.marker === Number(run.text));
    return citation ? <CitationChip citation={citation} onOpen={onOpen} /> : null;
  }
}
