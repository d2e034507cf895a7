import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';

/** Scrolls what has just come of a press into sight: a long form hides its end. */
export function IntoView({ children }: { readonly children: ReactNode }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers give back a promise, which is nothing that an effect may return.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} className="into-view">
      {children}
    </div>
  );
}
