import { EMPTY_COURSE, type Step } from '../../telling';

/** A request for closure in the course of a task, with what a test says of it. */
export function aClaim(
  unitId: string,
  selfCheck: string,
  {
    undone = false,
    owed = [],
  }: { undone?: boolean; owed?: { limitId: string; period: string | null; reason: string }[] } = {},
): Step {
  const data = {
    lane: unitId,
    on: '2021-09-01',
    selfCheck,
    committed: true,
    claimed: [],
    owed: owed.map(({ reason, ...part }) => ({ obligation: { lane: unitId, ...part }, reason })),
    evidence: [],
    acceptance: [],
  };
  return {
    entry: {
      revision: 1,
      position: '1',
      eventId: '',
      commandId: '',
      act: 'task.request-closure',
      type: 'lane.claimed',
      recordedAt: '2021-09-01T00:00:00.000Z',
      occurredOn: null,
      actor: { accountId: '', name: '', role: 'unit-head', unitId: null, unitName: null },
      units: [],
      files: [],
      children: [],
      people: [],
      concerns: null,
      passwordResetAt: null,
      data,
      hash: '',
      ledgerKind: 'reform',
    },
    course: EMPTY_COURSE,
    undone,
    text: '',
    done: '',
    title: '',
    gist: '',
    quote: selfCheck,
    note: '',
  };
}
