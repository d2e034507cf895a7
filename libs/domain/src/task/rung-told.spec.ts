import { assignedToTwo, OF_FINANCE, OF_HEALTH, soundBody, stateOf, taskIn, type TaskStory, UNITS } from '../../testing';
import { rungKindSchema, type RungKind } from '../ladder';
import { type TaskState } from './task.state';
import { DEFAULT_POLICY } from '../policy';
import { ladderOf, toldOf } from './rung-told';

const state = stateOf(taskIn('underway'));
const NAMES = new Map<string | null, string>([
  [UNITS.health, 'lead'],
  [UNITS.finance, 'support'],
  [null, 'ledger'],
]);
type Clock = Omit<Parameters<typeof toldOf>[1], 'rung'>;

/** Whom the first rung of a kind tells by the policy of an office that has set none. */
function postsTold(of: TaskState, clock: Clock, kind: RungKind) {
  const rung = ladderOf(DEFAULT_POLICY, clock).rungs.find((each) => each.kind === kind);
  return rung ? toldOf(of, { ...clock, rung }, rung.told) : [];
}
const told = (clock: Clock, kind: RungKind) =>
  postsTold(state, clock, kind).map(({ role, unitId, relation }) => `${relation} ${NAMES.get(unitId) ?? ''} ${role}`);
const owed = (lane: string, kind: RungKind) =>
  told({ obligation: { lane, limitId: 'L1', period: null }, holder: null }, kind);
const clock = (holder: string, kind: RungKind, unit?: string) => told({ obligation: null, holder, unit }, kind);

const ABOVE = (name: string) => [`above ${name} unit-head`, `above ${name} leader`, 'above ledger supervision-clerk'];

describe('who is told of what a unit owes', () => {
  it('is the unit before the day, and its head too on it', () => {
    expect(owed(UNITS.health, 'remind')).toEqual(['own lead reporter']);
    expect(owed(UNITS.health, 'due')).toEqual(['own lead reporter', 'copy lead unit-head']);
  });

  it('is the unit after the day, with a copy to its head and its leader; of a supporting unit to its head and the lead', () => {
    expect(owed(UNITS.health, 'urge')).toEqual(['own lead reporter', 'copy lead unit-head', 'copy lead leader']);
    expect(owed(UNITS.finance, 'urge')).toEqual([
      'own support reporter',
      'copy support unit-head',
      'copy lead reporter',
    ]);
  });

  it('is no lead that has declined, nor one that is to come in its place', () => {
    const declined = assignedToTwo
      .after('task.correct', { changes: { supportUnitIds: [UNITS.insurance] }, reason: '漏列配合单位' })
      .after('task.decline', soundBody('task.decline'), OF_HEALTH);
    const leadUnitIds = [UNITS.finance, UNITS.healthDivision];
    const chosen = declined.after('task.confirm', {
      leadUnitIds,
      supportUnitIds: [UNITS.insurance],
      limits: 'confirmed',
    });
    const copies = (story: TaskStory) =>
      postsTold(
        stateOf(story),
        { obligation: { lane: UNITS.insurance, limitId: 'L1', period: null }, holder: null },
        'urge',
      ).filter(({ role, unitId }) => role === 'reporter' && unitId !== UNITS.insurance);
    const [ofFinance] = [{ role: 'reporter', unitId: UNITS.finance, relation: 'copy' }];
    expect(copies(declined)).toEqual([ofFinance]);
    expect(copies(chosen)).toEqual([ofFinance]);
    expect(copies(declined.after('task.decline', soundBody('task.decline'), OF_FINANCE))).toEqual([]);
  });

  it('is the head of the unit, the leader in charge and the office when it stays late', () => {
    expect(owed(UNITS.health, 'escalate')).toEqual(ABOVE('lead'));
  });
});

describe('who is told of a clock', () => {
  it.each([
    ['assign', 'own ledger supervision-clerk'],
    ['check', 'own ledger verifier'],
    ['close', 'own ledger closer'],
    ['review', 'own ledger supervision-clerk'],
  ])('is whose clock it is, without copies (%s), and a leader when it stays late', (holder, own) => {
    expect([clock(holder, 'due'), clock(holder, 'urge')]).toEqual([[own], [own]]);
    expect(clock(holder, 'escalate')).toEqual(['above ledger leader']);
  });

  it('of a unit’s answer is the unit, with a copy to its leader or its lead, and those above when it stays late', () => {
    const own = (name: string) => [`own ${name} reporter`, `own ${name} unit-head`];
    expect(clock('reply', 'due', UNITS.health)).toEqual(own('lead'));
    expect(clock('reply', 'urge', UNITS.health)).toEqual([...own('lead'), 'copy lead leader']);
    expect(clock('reply', 'urge', UNITS.finance)).toEqual([...own('support'), 'copy lead reporter']);
    expect(clock('reply', 'escalate', UNITS.health)).toEqual(ABOVE('lead'));
  });
});

it.each(['unit-head', 'leader', 'office', 'handler'] as const)(
  'is somebody where a rung of any kind names the %s',
  (recipient) => {
    for (const kind of rungKindSchema.options) {
      const rung = { rungId: 'own', kind };
      const obligation = { lane: UNITS.health, limitId: 'L1', period: null };
      expect(toldOf(state, { obligation, holder: null, rung }, [recipient])).toHaveLength(1);
    }
  },
);
