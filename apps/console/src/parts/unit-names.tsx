import { type ReactElement } from 'react';
import { WORDS } from '../words';

/** Units, joined as the field joins them. */
export function UnitNames({ units }: { readonly units: readonly { readonly name: string }[] }): ReactElement {
  if (units.length === 0) return <span className="quiet">{WORDS.parts.none}</span>;
  return <span>{units.map(({ name }) => name).join(WORDS.parts.and)}</span>;
}
