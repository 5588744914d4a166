import { useEffect, useRef, type ReactNode } from 'react';

/** What takes the place of a form that is done: it gets the focus, so that it is read and the keyboard goes on there. */
export function Spoken({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div ref={element} tabIndex={-1}>
      {children}
    </div>
  );
}
