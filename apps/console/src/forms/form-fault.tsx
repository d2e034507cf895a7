import { Alert } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';

/** What keeps a form from being sent. An object: the same sentence after another press is told anew. */
export interface Fault {
  readonly text: string;
}

/** Says what is wrong with a form at its foot, and leads to the field that is marked for it: in a long form that one is out of sight. */
export function FormFault({ fault }: { readonly fault: Fault }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const marked = place.current?.closest('form')?.querySelector('[aria-invalid="true"]');
    const there = marked ?? place.current;
    there?.scrollIntoView({ block: marked instanceof HTMLElement ? 'center' : 'nearest' });
    if (marked instanceof HTMLElement) marked.focus({ preventScroll: true });
  }, [fault]);
  return (
    <div ref={place} className="into-view">
      <Alert className="notice" type="error" showIcon role="alert" title={fault.text} />
    </div>
  );
}
