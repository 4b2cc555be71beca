import { useEffect, useRef, type ReactElement, type Ref } from 'react';
import { keepTogether } from '../i18n/keep-together.ts';
import { draftLines, type DraftLine } from './draft-lines.ts';
import { guessLanguage } from './guess-language.ts';
import { segmentDraft, type DraftMark, type DraftSegment } from './segment-draft.ts';

/** A mark, and the sign behind it that leads to the point that quotes it. */
export type SignedMark = DraftMark & { readonly sign: string; readonly name: string };

type Props = {
  readonly text: string;
  readonly marks: readonly SignedMark[];
  readonly name: string;
  readonly className?: string;
  /** The point whose marks stand out; null for none. */
  readonly active?: string | null;
  /** A mark, or its sign, was chosen. */
  readonly onChoose?: (mark: SignedMark) => void;
  readonly ref?: Ref<HTMLElement>;
};

/**
 * A draft as it was written, with its quotations marked. The sign at the end of each is a button; a click on the marked
 * words does the same, and where several marks lie on each other the shortest is meant.
 */
export function DraftText({
  text,
  marks,
  name,
  className,
  active = null,
  onChoose,
  ref,
}: Props): ReactElement {
  const body = useRef<HTMLDivElement>(null);
  // As long as the text, so that the offsets stay true.
  const shown = keepTogether(text);
  useEffect(() => {
    const element = body.current;
    const onClick = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest('button')) return;
      // Words that are being selected are not chosen.
      if (getSelection()?.isCollapsed === false) return;
      const ids = target.closest('mark')?.dataset['marks']?.split(' ') ?? [];
      const under = marks.filter(({ id }) => ids.includes(id));
      const [shortest] = under.sort((a, b) => a.end - a.start - (b.end - b.start));
      if (shortest) onChoose?.(shortest);
    };
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, [marks, onChoose]);

  return (
    // A place that scrolls has to be reached with the keyboard.
    <section aria-label={name} className={className} ref={ref} tabIndex={0}>
      <div className="draft-text" lang={guessLanguage(text)} ref={body}>
        {draftLines(text).map((line) => (
          <Line
            active={active}
            key={line.start}
            line={line}
            marks={marks}
            onChoose={onChoose}
            text={shown}
          />
        ))}
      </div>
    </section>
  );
}

/** What a sign stays on one line with; of a longer word its end, which nothing parts from the rest. */
const lastWord = /\S{1,16}$/;

type LineProps = Required<Pick<Props, 'text' | 'active' | 'marks'>> & {
  readonly onChoose: Props['onChoose'] | undefined;
};

function Line({ line, ...props }: LineProps & { readonly line: DraftLine }): ReactElement {
  const { text, marks } = props;
  if (line.kind === 'blank') return <div className="draft-blank" />;
  const body = { start: line.start + line.signs, end: line.end };
  return (
    <p className={line.kind === 'heading' ? 'draft-heading' : undefined}>
      {line.signs > 0 && (
        <span aria-hidden="true" className="draft-signs">
          {text.slice(line.start, body.start)}
        </span>
      )}
      {segmentDraft(body, marks).map((segment) => (
        <Segment {...props} key={segment.start} segment={segment} />
      ))}
    </p>
  );
}

function Segment({
  text,
  active,
  marks,
  segment,
  onChoose,
}: LineProps & { readonly segment: DraftSegment }): ReactElement {
  const words = text.slice(segment.start, segment.end);
  if (segment.marks.length === 0) return <>{words}</>;
  const ids = new Set(segment.marks.map(({ id }) => id));
  const stands = segment.marks.some(({ about }) => about === active);
  const ending = marks.filter(({ id }) => segment.ending.some((mark) => mark.id === id));
  const marked = (part: string) =>
    part !== '' && (
      <mark
        className={[ids.size > 1 && 'several', stands && 'active'].filter(Boolean).join(' ')}
        data-marks={[...ids].join(' ')}
      >
        {part}
      </mark>
    );
  if (ending.length === 0) return <>{marked(words)}</>;
  const [last = ''] = lastWord.exec(words) ?? [];
  return (
    <>
      {marked(words.slice(0, words.length - last.length))}
      <span className="mark-end">
        {marked(last)}
        {ending.map((mark) => (
          <button
            aria-label={mark.name}
            className={mark.about === active ? 'sign active' : 'sign'}
            data-sign={mark.id}
            key={mark.id}
            onClick={() => onChoose?.(mark)}
            type="button"
          >
            {mark.sign}
          </button>
        ))}
      </span>
    </>
  );
}
