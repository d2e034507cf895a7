import { type ReactElement, useEffect, useRef } from 'react';

/** A press of the button that the fields of a form refused. An object: the next press leads there anew. */
export interface Refused {
  /** When it was, in milliseconds of the page. */
  readonly at: number;
}

/** A refusal as of now. */
export function refusedNow(): Refused {
  return { at: performance.now() };
}

const FIELDS = 'input, textarea, button, [tabindex]:not([tabindex="-1"])';

/**
 * Leads to the first field that is refused, in the order of the page, and gives it the keyboard: in a long form, or on a phone, it is out
 * of sight of the button. Stands inside the form.
 */
export function FirstFault({ refused }: { readonly refused: Refused | null }): ReactElement {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (refused === null) return;
    // The fields mark themselves in the frame after the refusal.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => showFirst(place.current?.closest('form') ?? null));
    });
    return () => cancelAnimationFrame(frame);
  }, [refused]);
  return <span ref={place} hidden />;
}

function showFirst(form: HTMLElement | null): void {
  const item = form?.querySelector('.ant-form-item-has-error');
  if (!item) return;
  item.scrollIntoView({ block: 'center' });
  const field = item.querySelector('[aria-invalid="true"]') ?? item.querySelector(FIELDS);
  if (field instanceof HTMLElement) field.focus({ preventScroll: true });
}
