import { aLimit, assignedToTwo, OF_HEALTH, stateOf, UNITS } from '../../../testing';

const { health, finance, insurance } = UNITS;
const worked = assignedToTwo
  .after('task.accept', {}, OF_HEALTH)
  .after('task.report', { progress: '方案已印发', done: [{ limitId: 'L1' }] }, OF_HEALTH);
const changed = (added: string[], removed: string[]) =>
  stateOf(
    worked.recorded([
      {
        type: 'lanes.changed',
        data: { added: added.map((unitId) => ({ unitId, role: 'lead' })), removed, reason: '更正', on: '2025-03-04' },
      },
    ]),
  );

describe('a change of lanes', () => {
  it('leaves the lanes that stay with their answer and what they have done', () => {
    const { lanes, limits } = changed([insurance], [finance]);
    expect(lanes.map(({ unitId, answer }) => [unitId, answer])).toEqual([
      [health, 'accepted'],
      [insurance, 'waiting'],
    ]);
    expect(limits.map(({ done }) => done.map(({ lane }) => lane))).toEqual([[health], []]);
  });

  it('takes what a unit had done along when its lane ends: the others owe for themselves', () => {
    expect(changed([insurance], [health]).limits.flatMap(({ done }) => done)).toEqual([]);
  });

  it('keeps the confirmed units equal to the lanes', () => {
    expect(changed([insurance], [finance])).toMatchObject({ leads: [health, insurance], supports: [] });
  });

  it('leaves a limit that only a unit now gone owed to every lead', () => {
    const named = worked.recorded([
      { type: 'limit.added', data: { limit: aLimit('L5'), owedBy: [finance], reason: '分工' } },
      { type: 'lanes.changed', data: { added: [], removed: [finance], reason: '更正', on: '2025-03-04' } },
    ]);
    expect(stateOf(named).limits.at(-1)?.owedBy).toEqual([]);
  });
});
