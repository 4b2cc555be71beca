import type { Literal, Nodes, Parents } from 'mdast';
import { createElement, Fragment, type ReactNode } from 'react';
import { keepTogether } from '../i18n/keep-together.ts';
import { markLeaf, type Highlight } from './mark-leaf.tsx';

/** What rendering a node needs to know of its document. */
export type RenderContext = {
  readonly text: string;
  /** The span to mark, or null when only the place matters. */
  readonly highlight: Highlight | null;
  /** Words for an image, which is never loaded. */
  readonly image: (description: string) => string;
  /** Depth of the headings that come right below the panel's own. */
  readonly topDepth: number;
  /** Name of a table, which the keyboard must reach to scroll. */
  readonly table: string;
};

/** Nodes that are one element around their children, or none. */
const plainTags = {
  paragraph: 'p',
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  blockquote: 'blockquote',
  listItem: 'li',
  break: 'br',
  thematicBreak: 'hr',
} as const satisfies Partial<Record<Nodes['type'], string>>;
type PlainType = keyof typeof plainTags;

/**
 * Renders one node of a document. Nothing of it can run or be fetched: HTML shows as text, images as their
 * description, and only http(s) and mail links are links.
 */
export function renderNode(node: Nodes, context: RenderContext): ReactNode {
  const children = 'children' in node ? renderChildren(node, context) : null;
  if (node.type in plainTags)
    return createElement(plainTags[node.type as PlainType], null, children);
  switch (node.type) {
    case 'heading':
      return renderHeading(node.depth - context.topDepth, children);
    case 'text':
      return renderLeaf(node, context);
    case 'html':
      return renderHtml(node, context);
    case 'inlineCode':
      return <code>{renderLeaf(node, context)}</code>;
    case 'code':
      return (
        <pre>
          <code>{renderLeaf(node, context)}</code>
        </pre>
      );
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{children}</ol> : <ul>{children}</ul>;
    case 'table':
      return renderTable(node, context);
    case 'link':
      return isSafe(node.url) ? (
        <a href={node.url} rel="noreferrer" target="_blank">
          {children}
        </a>
      ) : (
        children
      );
    case 'image':
    case 'imageReference':
      return <span className="image">{context.image(node.alt ?? '')}</span>;
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`;
    default:
      // Link references show their words, definitions nothing.
      return children;
  }
}

/** Renders the children of a node, each with a key. */
export function renderChildren(parent: Parents, context: RenderContext): ReactNode {
  // The tree never changes, so the index is a good key.
  return parent.children.map((child, index) => (
    <Fragment key={index}>{renderNode(child, context)}</Fragment>
  ));
}

/** The panel's own heading is `h2`: those of the document come below it. */
function renderHeading(below: number, children: ReactNode): ReactNode {
  if (below <= 0) return <h3>{children}</h3>;
  if (below === 1) return <h4>{children}</h4>;
  return below === 2 ? <h5>{children}</h5> : <h6>{children}</h6>;
}

function renderTable(table: Extract<Nodes, { type: 'table' }>, context: RenderContext): ReactNode {
  const [head, ...rows] = table.children;
  return (
    <div aria-label={context.table} className="table" role="group" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, index) => (
              <th key={index} scope="col">
                {renderChildren(cell, context)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.children.map((cell, column) => (
                <td key={column}>{renderChildren(cell, context)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function renderHtml(node: Extract<Nodes, { type: 'html' }>, context: RenderContext): ReactNode {
  if (/^<!--[^]*-->$/.test(node.value)) return null;
  return /^<br\s*\/?>$/i.test(node.value) ? <br /> : renderLeaf(node, context);
}

function renderLeaf(
  node: Literal & Pick<Nodes, 'type' | 'position'>,
  { text, highlight }: RenderContext,
): ReactNode {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  const show = node.type === 'text' ? keepTogether : (value: string) => value;
  if (highlight === null || start === undefined || end === undefined) return show(node.value);
  return markLeaf(
    node.value,
    { source: text.slice(start, end), start, fenced: node.type === 'code' },
    highlight,
    show,
  );
}

function isSafe(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url);
}
