import { useCallback, useRef, useState, type RefObject } from 'react';
import { revealMark, showElement, showMark } from './show-mark.ts';

/** The links between the points of a critique and the words of the draft that they quote. */
export type PointLinks = {
  /** The point whose quotations stand out; null before one is chosen. */
  readonly active: string | null;
  /** Shows a quotation in the draft. */
  toMark(about: string, markId: string): void;
  /** Shows a point. */
  toPoint(about: string): void;
  /** Shows what to read first of a point: its question and its next step. */
  toItem(about: string): void;
  /** The `ref` of the heading of a point. */
  headingOf(about: string): (element: HTMLElement | null) => void;
  /** The `ref` of what to read first of a point. */
  itemOf(about: string): (element: HTMLElement | null) => void;
};

/** Links that lead both ways; the focus goes with them, so that the way back is one key away. */
export function usePointLinks(): {
  readonly links: PointLinks;
  /** The element that shows the draft. */
  readonly place: RefObject<HTMLElement | null>;
} {
  const [active, setActive] = useState<string | null>(null);
  const place = useRef<HTMLElement>(null);
  const headings = useRef(new Map<string, HTMLElement>());
  const items = useRef(new Map<string, HTMLElement>());
  const toPoint = useCallback((about: string) => {
    setActive(about);
    showElement(headings.current.get(about) ?? null);
    revealMark(place.current, about);
  }, []);
  const toItem = useCallback((about: string) => {
    setActive(about);
    showElement(items.current.get(about) ?? null);
    revealMark(place.current, about);
  }, []);
  const toMark = useCallback((about: string, markId: string) => {
    setActive(about);
    showMark(place.current, markId);
  }, []);
  const headingOf = (about: string) => (element: HTMLElement | null) =>
    keep(headings.current, about, element);
  const itemOf = (about: string) => (element: HTMLElement | null) =>
    keep(items.current, about, element);
  return { links: { active, toMark, toPoint, toItem, headingOf, itemOf }, place };
}

function keep(kept: Map<string, HTMLElement>, about: string, element: HTMLElement | null): void {
  if (element) kept.set(about, element);
  else kept.delete(about);
}
