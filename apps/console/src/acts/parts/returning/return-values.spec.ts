import { TASK_ACTS } from '#domain';
import { aLane } from '../../../parts/lanes.fixture';
import { type DuePart } from '../../../parts/task-facts/due-parts';
import {
  choiceAtFirst,
  donePartsOf,
  faultOfParts,
  KEPT,
  owedPartsOf,
  returnBody,
  returnBodyOf,
  type ReturnValues,
} from './return-values';

const dated = { limitId: 'L1', period: null, due: '2021-06-30' };
const july = { limitId: 'L2', period: '2021-07', due: '2021-07-31' };
const august = { limitId: 'L2', period: '2021-08', due: '2021-08-31' };
const claimed = (part: DuePart) => ({ ...part, claimed: true });
const reported = (part: DuePart) => ({ ...part, claimed: false });
const lanes = [
  aLane('h', '市卫健局', { doneSince: [claimed(dated), claimed(july)], owed: [august] }),
  aLane('i', '市医保局', { doneSince: [reported(dated)], owed: [august] }),
  aLane('f', '市财政局', { role: 'support', doneSince: [claimed(august)], owed: [july] }),
];
const done = [dated, july];
const values: ReturnValues = { missing: '缺验收表', newLimits: [], occurredOn: null };
/** The day before the first of them. */
const BEFORE = '2021-06-29';
const dropped = { ...KEPT, chosen: false };

describe('the values of a return', () => {
  it('offer what the leads have done, each part once, and tell what they owe anyway', () => {
    expect(donePartsOf({ lanes })).toEqual(done);
    expect(owedPartsOf({ lanes })).toEqual([august]);
  });

  it('open all that is done on its own day unless somebody says otherwise', () => {
    const body = returnBody(values, done, BEFORE);
    expect(body).toEqual({
      missing: '缺验收表',
      reopened: [
        { limitId: 'L1', period: null, due: null },
        { limitId: 'L2', period: '2021-07', due: null },
      ],
      newLimits: [],
    });
    expect(TASK_ACTS['task.return'].command.safeParse(body).success).toBe(true);
  });

  it('leave done what a report had finished before the request for closure, unless it is chosen; the only part is what a return is about', () => {
    const finished = [aLane('h', '市卫健局', { doneSince: [reported(dated), claimed(july)] })];
    const parts = donePartsOf({ lanes: finished });
    const body = (reopened: ReturnValues['reopened']) => returnBody({ ...values, reopened }, parts, BEFORE).reopened;
    expect(body(undefined)).toEqual([{ limitId: 'L2', period: '2021-07', due: null }]);
    expect(body({ L1: KEPT })?.map(({ limitId }) => limitId)).toEqual(['L1', 'L2']);
    const only = donePartsOf({ lanes: [aLane('h', '市卫健局', { doneSince: [reported(dated)] })] });
    expect(choiceAtFirst(only[0] ?? july, BEFORE).chosen).toBe(true);
    // Finished and over, it asks for no new day by itself.
    expect(faultOfParts(values, parts, dated.due)).toBeNull();
  });

  it('name the criteria that are not met, as far as the check has them', () => {
    const task = { lanes, acceptance: ['措施全部完成', '长效机制建立'] };
    const body = returnBodyOf({ ...values, unmet: ['长效机制建立', '旧标准'] }, task, BEFORE);
    expect(body.unmet).toEqual(['长效机制建立']);
    expect(returnBodyOf(values, task, BEFORE).unmet).toEqual([]);
  });

  it('name new days and new limits', () => {
    const body = returnBody(
      {
        ...values,
        reopened: { L1: { chosen: true, moved: true, due: '2021-12-31' }, 'L2/2021-07': dropped },
        newLimits: [{ what: '补报验收表', due: '2021-11-30' }],
      },
      done,
      BEFORE,
    );
    expect(body.reopened).toEqual([{ limitId: 'L1', period: null, due: '2021-12-31' }]);
    expect(body.newLimits).toEqual([{ what: '补报验收表', due: '2021-11-30' }]);
  });

  it('keep the former day when a new one was typed and given up', () => {
    const reopened = { L1: { chosen: true, moved: false, due: '2021-12-31' } };
    expect(returnBody({ ...values, reopened }, [dated], '2021-09-01').reopened).toEqual([
      { limitId: 'L1', period: null, due: null },
    ]);
  });

  it('ask nothing when nothing is chosen and nothing added', () => {
    const nothing = '请选择重新办理的时限，或新增要求并写明时限';
    const fault = (change: Partial<ReturnValues>, parts: readonly DuePart[]) =>
      faultOfParts({ ...values, ...change }, parts, BEFORE);
    expect(fault({}, done)).toBeNull();
    expect(fault({}, [])).toBe(nothing);
    expect(fault({ reopened: { L1: dropped } }, [dated])).toBe(nothing);
    expect(fault({ newLimits: [{ what: '补报', due: '2021-11-30' }] }, [])).toBeNull();
  });

  it('keep no day that is over by themselves: a new one is asked for, unless somebody says that the old one holds', () => {
    const today = '2021-07-01';
    expect([dated, july].map((part) => choiceAtFirst(part, today).moved)).toEqual([true, false]);
    expect(choiceAtFirst(dated, dated.due).moved).toBe(false);
    const missing = '请填写新时限，或保留原时限';
    const fault = (reopened: ReturnValues['reopened']) => faultOfParts({ ...values, reopened }, done, today);
    expect([fault(undefined), fault({ L1: { chosen: true, moved: true, due: '2021-08-31' } })]).toEqual([
      missing,
      null,
    ]);
    expect([fault({ L1: KEPT }), fault({ L1: dropped })]).toEqual([null, null]);
  });
});
