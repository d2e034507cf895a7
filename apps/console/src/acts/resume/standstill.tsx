import { type ReactElement } from 'react';
import { type Day, daysBetween } from '#domain';
import { today } from '../../forms/today';
import { type Suspension, SuspensionText } from '../../parts/task-facts/suspension-text';
import { words } from './words';

interface Props {
  readonly suspension: Suspension;
}

/** Until when, why and on whose word the task stands still, and by how many days resuming it moves the limits. */
export function Standstill({ suspension }: Props): ReactElement {
  const days = stoodStill(suspension, today());
  return (
    <>
      <p className="act-note">
        <SuspensionText suspension={suspension} />
      </p>
      <p className="act-note">{days > 0 ? words.fields.moves(days) : words.fields.movesNothing}</p>
    </>
  );
}

/** Calendar days for which the clocks stood still when the task goes on: a late hand does not prolong them. */
function stoodStill({ on, until }: Suspension, resumed: Day): number {
  return daysBetween(on, resumed < until ? resumed : until);
}
