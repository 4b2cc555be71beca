import type { Root } from 'mdast';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentView, Place } from '../../server/contract/course.ts';
import { networkFailure, type Failure } from '../api/failure.ts';
import { getJson } from '../api/get-json.ts';
import type { Target } from './document-text.tsx';
import { keepInPlace } from './keep-in-place.ts';

/** The panel beside the conversation. A union, so that it cannot show one document's text under another's title. */
export type PanelState = { readonly place: Place; readonly target: Target } & (
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly document: DocumentView; readonly root: Root }
);

/** Opens a place of the course; `opener`, the control that asked for it, gets the focus back when the panel closes. */
export type OpenPlace = (place: Place, kind: Target['kind'], opener?: HTMLElement) => void;

type Loaded = { readonly document: DocumentView; readonly root: Root };

/** The document panel: null while closed. The last `open` wins; a document is fetched once. */
export function useDocumentPanel(): {
  panel: PanelState | null;
  open: OpenPlace;
  close: () => void;
} {
  const [panel, setPanel] = useState<PanelState | null>(null);
  const returnTo = useRef<HTMLElement | null>(null);
  const wanted = useRef<Place>(null);
  const known = useRef(new Map<string, Loaded>());

  const open = useCallback<OpenPlace>((place, kind, opener) => {
    const base = { place, target: { start: place.start, end: place.end, kind } };
    // Not `document.activeElement`: Safari does not focus a button that is clicked.
    if (opener) {
      returnTo.current = opener;
      keepInPlace(opener);
    }
    wanted.current = place;
    const loaded = known.current.get(place.documentId);
    setPanel(loaded ? { ...base, status: 'ready', ...loaded } : { ...base, status: 'loading' });
    if (loaded) return;
    void load(place.documentId).then((result) => {
      if (result.ok) known.current.set(place.documentId, result.value);
      if (wanted.current !== place) return;
      setPanel(
        result.ok
          ? { ...base, status: 'ready', ...result.value }
          : { ...base, status: 'failed', failure: result.failure },
      );
    });
  }, []);

  const close = useCallback(() => {
    wanted.current = null;
    if (returnTo.current) keepInPlace(returnTo.current);
    setPanel(null);
  }, []);

  // After the panel has gone: while a modal dialog is open nothing behind it can take the focus.
  useEffect(() => {
    if (panel !== null) return;
    // Where it is: `keepInPlace` has seen to what is in sight.
    returnTo.current?.focus({ preventScroll: true });
    returnTo.current = null;
  }, [panel]);

  return { panel, open, close };
}

/** Fetches and parses a document; the parser is fetched with the first. */
async function load(
  id: string,
): Promise<{ ok: true; value: Loaded } | { ok: false; failure: Failure }> {
  try {
    const [fetched, { parseDocument }] = await Promise.all([
      getJson<DocumentView>(`/api/documents/${encodeURIComponent(id)}`),
      import('./parse-document.ts'),
    ]);
    if (!fetched.ok) return fetched;
    return {
      ok: true,
      value: { document: fetched.value, root: parseDocument(fetched.value.text) },
    };
  } catch {
    return { ok: false, failure: networkFailure };
  }
}
