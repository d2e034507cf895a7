import { type Lane } from './lanes';

/** A lane of a lead unit that has not answered yet, but for what the test says. */
export function aLane(unitId: string, name: string, stand: Partial<Lane> = {}): Lane {
  return {
    unit: { unitId, name },
    role: 'lead',
    answer: 'waiting',
    claimedOn: null,
    lastReport: null,
    shown: [],
    reportable: [],
    doneSince: [],
    owed: [],
    ...stand,
  };
}
