import { type ReactElement } from 'react';
import { type Lamp } from '#domain';
import { hasLamp, type LampOf, lampWord } from './lamp-word';

const SHAPES: Readonly<Record<Lamp, string>> = {
  normal: '●',
  near: '▲',
  late: '■',
  suspended: '◇',
  closed: '○',
  terminated: '○',
  voided: '○',
};

interface Props extends LampOf {
  readonly lamp: Lamp;
}

/** A lamp as a shape and a word: never colour alone. Nothing for a task without one. */
export function LampMark({ lamp, ...of }: Props): ReactElement | null {
  if (!hasLamp(of)) return null;
  return (
    <span className={`lamp lamp-${lamp}`}>
      <span aria-hidden="true">{SHAPES[lamp]}</span> {lampWord(lamp, of)}
    </span>
  );
}
