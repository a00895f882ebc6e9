import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { announce } from '../state/announcement';

/** Typing changes a count with every letter; only what stays this long is said. */
const SETTLED_MS = 600;

/** A text that is said, after it has changed, by the page's one live region. */
export function Spoken(props: { readonly className?: string; readonly children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  const said = useRef<string>(undefined);
  useEffect(() => {
    const text = place.current?.textContent ?? '';
    // What stands there when it appears is read in its place.
    said.current ??= text;
    if (text === said.current) return;
    const timer = setTimeout(() => {
      said.current = text;
      if (text !== '') announce(text);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  });
  return (
    <span ref={place} className={props.className}>
      {props.children}
    </span>
  );
}
