import type { Nodes, Root } from 'mdast';
import { useEffect, useRef, type ReactElement } from 'react';
import type { DocumentView } from '../../server/contract/course.ts';
import { useMessages } from '../i18n/messages.ts';
import type { Highlight } from './mark-leaf.tsx';
import { renderNode } from './render-node.tsx';

/** What of a document the reader came for: the words of a quotation, or a whole section. */
export type Target = Highlight & { readonly kind: 'quotation' | 'section' };

/** A document rendered, with its target marked and scrolled into view. */
export function DocumentText({
  document,
  root,
  target,
}: {
  document: DocumentView;
  root: Root;
  target: Target;
}): ReactElement {
  const messages = useMessages();
  const element = useRef<HTMLDivElement>(null);
  // Not a layout effect: those of a child run before the dialog around it is shown.
  useEffect(() => {
    const place =
      element.current?.querySelector('mark') ?? element.current?.querySelector('.cited');
    if (place) scrollPanelTo(place, target.kind);
  }, [root, target]);

  // The panel already shows the title: a document that begins with it would show it twice.
  const shown = root.children.filter(
    (block, index) => index > 0 || !isTitle(block, document.title),
  );
  const context = {
    text: document.text,
    highlight: target.kind === 'quotation' ? target : null,
    image: messages.sources.image,
    table: messages.sources.table,
    topDepth: Math.min(...shown.map((block) => (block.type === 'heading' ? block.depth : 6))),
  };
  let named = false;
  return (
    <div className="document-text" lang={document.language} ref={element}>
      {shown.map((block, index) => {
        const { start, end } = block.position ?? {};
        const cited = (start?.offset ?? 0) < target.end && (end?.offset ?? 0) > target.start;
        const first = cited && !named;
        named ||= cited;
        return (
          <div className={cited ? 'cited' : undefined} key={index}>
            {first && <span className="visually-hidden">{messages.sources.citedPassage}</span>}
            {renderNode(block, context)}
          </div>
        );
      })}
    </div>
  );
}

function isTitle(block: Nodes, title: string): boolean {
  if (block.type !== 'heading' || block.depth !== 1) return false;
  const [only, ...others] = block.children;
  return only?.type === 'text' && others.length === 0 && only.value === title;
}

/** Scrolls the panel and nothing else: `scrollIntoView` would move the conversation beside it as well. */
function scrollPanelTo(place: Element, kind: Target['kind']): void {
  const panel = place.closest('.document-panel');
  if (!panel) return;
  const [{ top, height }, shown] = [place.getBoundingClientRect(), panel.getBoundingClientRect()];
  const header = panel.querySelector('.panel-header')?.getBoundingClientRect().height ?? 0;
  const room = shown.height - header;
  // A section begins at the top, a quotation is read with what surrounds it.
  const above = kind === 'section' ? 0 : Math.max(0, (room - height) / 2);
  panel.scrollTop += top - shown.top - header - above;
}
