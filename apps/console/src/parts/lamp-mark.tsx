import { type ReactElement } from 'react';
import { type Lamp } from '#domain';
import { WORDS } from '../words';

const SHAPES: Readonly<Record<Lamp, string>> = { normal: '●', near: '▲', late: '■', suspended: '◇', closed: '○' };

/** A lamp as a shape and a word: never colour alone. */
export function LampMark({ lamp }: { readonly lamp: Lamp }): ReactElement {
  return (
    <span className={`lamp lamp-${lamp}`}>
      <span aria-hidden="true">{SHAPES[lamp]}</span> {WORDS.terms.lamps[lamp]}
    </span>
  );
}
