import { useState } from 'react';
import { type z } from 'zod';
import { saysAnything } from './says-anything';
import { useDraft } from './use-draft';

/** A form whose content is kept on this computer while it is typed. */
export interface KeptForm<Values> {
  /** What the form begins with: what was typed before and not sent, else what it begins with by itself. */
  readonly start: Values;
  /** True when what was typed before has come back. */
  readonly restored: boolean;
  readonly keep: (values: Partial<Values>) => void;
  /** After it was sent, or when the person begins anew. */
  readonly drop: () => void;
}

/**
 * Keeps the content of a form that is no act's; those of acts are kept by `ActForm`.
 * @param name of the form, such as `unit.rename/<unitId>`
 * @param kept reads what was stored: it may come from an older version of the page
 * @param initial what the form begins with by itself
 */
export function useKeptForm<Values extends object>(
  name: string,
  kept: z.ZodType<Partial<Values>>,
  initial: Values,
): KeptForm<Values> {
  const draft = useDraft<Partial<Values>>(name, (stored) => kept.safeParse(stored).data ?? null);
  const [dropped, setDropped] = useState(false);
  const { restored } = draft;
  return {
    start: { ...initial, ...restored },
    restored: !dropped && restored !== null && saysAnything(restored, initial),
    keep: draft.keep,
    drop: () => {
      draft.drop();
      setDropped(true);
    },
  };
}
