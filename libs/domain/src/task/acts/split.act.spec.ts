import {
  anIndicator,
  aLimit,
  approved,
  corrected,
  assignedToTwo,
  draftTask,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  personWith,
  recurringTask,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../../testing';
import { MOST_CHILDREN } from '../children';
import { type Actor } from '../../shared/actor';
import { dueOf, openObligations } from '../obligations';

type Child = TaskInput<'task.split'>['children'][number];

const RULE: TaskInput<'task.split'>['rule'] = { progress: 'average', indicators: [] };
const split = (story: TaskStory, children: readonly Child[], change: object = {}, by = PEOPLE.clerk) =>
  story.when(
    'task.split',
    { by: 'units', children: [...children], rule: RULE, ...change },
    { by, facts: { lineage: LINEAGE } },
  );
const forUnits = (...units: readonly string[]): Child[] => units.map((unitId) => ({ leadUnitIds: [unitId] }));
/** The division stands below the bureau. */
const LINEAGE = new Map([
  [UNITS.health, [UNITS.health]],
  [UNITS.finance, [UNITS.finance]],
  [UNITS.healthDivision, [UNITS.healthDivision, UNITS.health]],
]);

/** The task that the engine makes of the only child. */
const childOf = (story: TaskStory) => {
  const [event] = story.history.slice(-1);
  if (event?.type !== 'task.split') throw new Error('the task was not split');
  const { content, moves } = event.data;
  const body = soundBody('task.begin-child');
  const draft = { ...body.content, ...content };
  return noTask
    .on(story.today)
    .after('task.begin-child', { ...body, content: draft, moves: [...moves] }, { by: PEOPLE.engine });
};

describe('splitting', () => {
  const underway = taskIn('underway');

  it('names a child for each unit, numbered below its parent, with what the parent has now', () => {
    const outcome = split(underway, forUnits(UNITS.finance, UNITS.insurance), { requirements: '按月报送' });
    outcome.then([
      {
        type: 'task.split',
        data: {
          by: 'units',
          content: {
            title: stateOf(underway).title,
            limits: [{ limitId: 'L1', due: '2025-06-30' }, { limitId: 'L2' }],
          },
          children: [
            { number: 'YG2025-007-01', place: '01', leads: [UNITS.finance], supports: [], own: {} },
            { number: 'YG2025-007-02', place: '02', leads: [UNITS.insurance] },
          ],
          authority: { kind: 'document' },
          requirements: '按月报送',
          on: '2025-03-03',
        },
      },
    ]);
    const { children, splitRule, status } = stateOf(outcome.next);
    expect([status, splitRule]).toEqual(['underway', RULE]);
    expect(children.map(({ number, ended }) => [number, ended])).toEqual([
      ['YG2025-007-01', null],
      ['YG2025-007-02', null],
    ]);
    expect(new Set(children.map(({ taskId }) => taskId)).size).toBe(2);
  });

  it('gives a child what is its own: words, days, targets', () => {
    const own = { title: '一季度', limits: [aLimit('L1', { due: '2025-03-31' })], indicators: [anIndicator('I1')] };
    const quarters = ['一季度', '二季度'].map((title): Child => ({ ...own, title, leadUnitIds: [UNITS.health] }));
    split(underway, quarters, { by: 'periods' }).then([
      { type: 'task.split', data: { children: [{ own }, { own: { ...own, title: '二季度' } }] } },
    ]);
  });

  it('hands down no limit that every lead has done', () => {
    const reported = underway.after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    split(reported, forUnits(UNITS.finance)).then([
      { type: 'task.split', data: { content: { limits: [{ limitId: 'L2' }] } } },
    ]);
  });

  it('by the head of a unit hands down what is left of that unit’s own part', () => {
    const reported = withTwoLeads.after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    split(reported, forUnits(UNITS.healthDivision), {}, PEOPLE.unitHead).then([
      {
        type: 'task.split',
        data: {
          content: {
            limits: stateOf(reported)
              .limits.slice(1)
              .map(({ limitId }) => ({ limitId })),
          },
        },
      },
    ]);
  });

  it('hands down a duty with the end that it has in the parent', () => {
    const limits = [aLimit('L1', { due: '2025-06-30' }), aLimit('L2', { due: null, recurrence: 'monthly' })];
    const story = usually(
      noTask.after('task.draft', draftTask({ limits }), { by: PEOPLE.engine }),
      'task.confirm',
      'task.hang',
      'task.assign',
      'task.accept',
    ).after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    split(story, forUnits(UNITS.finance)).then([
      { type: 'task.split', data: { content: { limits: [{ limitId: 'L2', due: '2025-06-30' }] } } },
    ]);
  });

  it('goes on with the numbers when it is split again, by the rule that was stated last', () => {
    const rule: typeof RULE = { progress: 'all', indicators: [{ indicatorId: 'I1', rule: 'sum' }] };
    const first = split(underway, forUnits(UNITS.finance)).next;
    const again = split(first, forUnits(UNITS.insurance), { rule });
    again.then([{ type: 'task.split', data: { children: [{ number: 'YG2025-007-02', place: '02' }] } }]);
    expect(stateOf(again.next).splitRule).toEqual(rule);
  });

  it.each<[string, readonly Child[], object, string]>([
    ['a unit that is not there', forUnits(UNITS.unregistered), {}, 'UNIT.UNKNOWN'],
    ['the same unit twice', forUnits(UNITS.finance, UNITS.finance), {}, 'TASK.UNIT_TWICE'],
    [
      'the same unit alone and beside another',
      [{ leadUnitIds: [UNITS.finance] }, { leadUnitIds: [UNITS.finance, UNITS.insurance] }],
      {},
      'TASK.UNIT_TWICE',
    ],
    [
      'a child with a limit that has neither a day nor a rhythm',
      [{ leadUnitIds: [UNITS.finance], limits: [aLimit('L1', { due: null })] }],
      {},
      'TASK.LIMIT_UNSETTLED',
    ],
    [
      'an indicator in another unit than the parent’s',
      [{ leadUnitIds: [UNITS.finance], indicators: [anIndicator('I1', { unit: '件' })] }],
      {},
      'TASK.INDICATOR_UNIT',
    ],
    [
      'a unit that leads and supports',
      [{ leadUnitIds: [UNITS.finance], supportUnitIds: [UNITS.finance] }],
      {},
      'TASK.UNIT_TWICE',
    ],
    [
      'an indicator that the parent lacks',
      forUnits(UNITS.finance),
      { rule: { ...RULE, indicators: [{ indicatorId: 'I9', rule: 'sum' }] } },
      'TASK.INDICATOR_UNKNOWN',
    ],
    [
      'a day for the answer that is over',
      forUnits(UNITS.finance),
      { replyBy: '2025-03-02' },
      'TASK.REPLY_BEFORE_ASSIGNMENT',
    ],
  ])('refuses %s', (_what, children, change, code) => {
    split(underway, children, change).then(code);
  });

  it('refuses a split into nobody', () => {
    split(underway, []).thenInvalid('children');
    split(underway, [{ leadUnitIds: [] }]).thenInvalid('children.0.leadUnitIds');
  });

  it('takes numbers of private persons in none of its words', () => {
    split(underway, [{ leadUnitIds: [UNITS.finance], title: '联系13812345678' }]).thenInvalid('TEXT.PRIVATE_DATA');
  });

  it('refuses more children than their numbers have room for', () => {
    const measures = Array.from({ length: MOST_CHILDREN }, (_, index): Child => {
      return { leadUnitIds: [UNITS.finance], title: `举措${index + 1}` };
    });
    const full = split(underway, measures, { by: 'measures' }).next;
    split(full, forUnits(UNITS.finance)).then('TASK.TOO_MANY_CHILDREN');
    split(split(underway, forUnits(UNITS.finance)).next, measures, { by: 'measures' }).then('TASK.TOO_MANY_CHILDREN');
  });

  it.each(['draft', 'suspended', 'closure-requested', 'verified', 'closed'] as const)(
    'is not open to a task that is %s',
    (status) => {
      split(taskIn(status), forUnits(UNITS.finance)).then('TASK.STEP_NOT_OPEN');
    },
  );

  it('is not open under a lead that has asked for closure: the check would wait for what nobody can hasten', () => {
    const claimed = withTwoLeads
      .after('task.report', { progress: '完成' }, OF_HEALTH)
      .after('task.request-closure', soundBody('task.request-closure'), OF_HEALTH);
    split(claimed, forUnits(UNITS.insurance)).then('TASK.UNDER_CHECK');
  });

  it('is not open before a person has stood by units and limits', () => {
    const hung = noTask.after('task.draft', draftTask()).after('task.hang', soundBody('task.hang'));
    split(hung, forUnits(UNITS.finance)).then('TASK.NOT_CONFIRMED');
  });

  it('ends the steps before it: hanging is not taken back under children', () => {
    split(taskIn('hung'), forUnits(UNITS.finance)).next.when('task.withdraw', {}).then('TASK.NOTHING_TO_WITHDRAW');
  });

  describe('by the head of a unit', () => {
    const byHead = (story: TaskStory, ...units: readonly string[]) =>
      split(story, forUnits(...units), {}, PEOPLE.unitHead);

    it('goes to the unit itself and those below it', () => {
      byHead(underway, UNITS.health, UNITS.healthDivision).then(['task.split']);
    });

    it('goes to no other: a unit never passes a task on', () => {
      byHead(underway, UNITS.healthDivision, UNITS.finance).then('TASK.SPLIT_OUTSIDE');
      split(
        underway,
        [{ leadUnitIds: [UNITS.healthDivision], supportUnitIds: [UNITS.finance] }],
        {},
        PEOPLE.unitHead,
      ).then('TASK.SPLIT_OUTSIDE');
    });

    it('keeps no list: these are the office’s', () => {
      const named = { listName: '各县区' };
      split(underway, forUnits(UNITS.healthDivision), named, PEOPLE.unitHead).then([
        { type: 'task.split', data: { listName: '' } },
      ]);
      split(underway, forUnits(UNITS.finance), named).then([{ type: 'task.split', data: named }]);
    });

    it('takes a lead that has accepted', () => {
      byHead(taskIn('assigned'), UNITS.healthDivision).then('TASK.SPLIT_NOT_LEAD');
      byHead(assignedToTwo.after('task.accept', {}, OF_HEALTH), UNITS.healthDivision).then(['task.split']);
    });
  });
});

describe('the same split once more', () => {
  const underway = taskIn('underway');
  const of = (change: Omit<Child, 'leadUnitIds'>, unitId: string = UNITS.finance): Child => ({
    leadUnitIds: [unitId],
    ...change,
  });
  const day = (due: string) => ({ limits: [aLimit('L1', { due })] });

  it.each<['units' | 'periods' | 'measures', Child]>([
    ['units', of({})],
    ['periods', of({ title: '一季度', ...day('2025-03-31') })],
    ['periods', of(day('2025-03-31'))],
    ['measures', of({ title: '制定清单' })],
  ])('makes no second child, by %s: the one that is there is named', (by, child) => {
    const parent = split(underway, [child], { by }).next;
    const again = split(parent, [child, of({ title: '其他' }, UNITS.insurance)], { by }, PEOPLE.secondClerk);
    again.then('TASK.CHILD_EXISTS');
    expect(JSON.stringify(again.result)).toContain('YG2025-007-01');
  });

  it('is another one for another unit, another period and another measure', () => {
    const parent = split(underway, [of({ title: '一季度' })], { by: 'periods' }).next;
    split(parent, [of({ title: '一季度' }, UNITS.insurance)], { by: 'periods' }).then(['task.split']);
    split(parent, [of({ title: '二季度' })], { by: 'periods' }).then(['task.split']);
    const byDays = split(underway, [of(day('2025-03-31'))], { by: 'periods' }).next;
    split(byDays, [of(day('2025-06-30'))], { by: 'periods' }).then(['task.split']);
  });

  it.each([
    ['voided', ['task.split']],
    ['terminated', ['task.split']],
    ['closed', 'TASK.CHILD_EXISTS'],
  ] as const)('after a child that was %s: what counts for nothing stands in nobody’s way', (ending, expected) => {
    const parent = split(underway, forUnits(UNITS.finance)).next;
    const [child] = stateOf(parent).children;
    const note = { childId: child?.taskId ?? '', ending, on: parent.today };
    const ended = parent.after('task.note-child', note, { by: PEOPLE.engine });
    const again = split(ended, forUnits(UNITS.finance));
    if (typeof expected === 'string') again.then(expected);
    else again.then([...expected]);
  });

  it('within itself is refused too', () => {
    split(underway, [of({ title: '制定清单' }), of({ title: '制定清单' })], { by: 'measures' }).then(
      'TASK.CHILD_TWICE',
    );
  });
});

describe('a period that was moved by itself', () => {
  /** Each quarter by its last day; the second one was put off from 2025-06-30 to 2025-07-18. */
  const quarterly = recurringTask({ recurrence: 'quarterly' });
  const later = { limitId: 'L3', period: '2025-Q2', due: '2025-07-18', reason: '数据待核' };
  const extended = approved(quarterly.on('2025-05-06').after('task.extend', later, OF_HEALTH));
  const child = (story: TaskStory) => stateOf(childOf(split(story, forUnits(UNITS.finance)).next));
  const dueIn = (state: ReturnType<typeof child>, period: string) => dueOf(state, { limitId: 'L3', period });

  it('is due in the child on the day to which it was moved, and says why', () => {
    const handed = child(extended.on('2025-05-12'));
    expect([dueIn(handed, '2025-Q2'), dueIn(handed, '2025-Q3')]).toEqual(['2025-07-18', '2025-09-30']);
    expect(handed.limits[0]?.chain.filter(({ period }) => period !== null)).toMatchObject([
      { kind: 'extension', period: '2025-Q2', to: { due: '2025-07-18' }, reason: '数据待核' },
    ]);
  });

  it('is due in the child on the day to which a suspension has put it off', () => {
    const suspension = { ...soundBody('task.suspend'), until: '2025-05-31' };
    const stood = approved(quarterly.on('2025-05-05').after('task.suspend', suspension)).on('2025-05-15');
    const handed = child(stood.after('task.resume', {}));
    expect(dueIn(handed, '2025-Q2')).toBe('2025-07-10');
  });

  it('stays the task’s own where it was due by the rhythm before the child began', () => {
    const handed = child(extended.on('2025-07-08'));
    expect(handed.limits[0]?.movedPeriods).toEqual([]);
  });
});

describe('splitting a task with a day that is over', () => {
  /** L1 was due on 2025-06-30, L2 is on 2025-09-30. */
  const late = taskIn('underway').on('2025-07-14');
  const ways = ['units', 'periods', 'measures'] as const;
  const handed = (pastDays?: TaskInput<'task.split'>['pastDays'], change: object = {}) =>
    split(late, forUnits(UNITS.finance), pastDays === undefined ? change : { pastDays, ...change });
  const own = (pastDays?: TaskInput<'task.split'>['pastDays'], due = '2025-07-13') => {
    const children = [{ leadUnitIds: [UNITS.finance], limits: [aLimit('L1', { due })] }];
    return split(late, children, pastDays === undefined ? {} : { pastDays });
  };

  it.each(ways)('by %s asks: move or keep', (by) => {
    handed(undefined, { by }).then('TASK.DUE_PASSED');
    handed([], { by }).then('TASK.DUE_PASSED');
    handed([{ limitId: 'L2', due: '2025-12-31' }], { by }).then('TASK.DUE_PASSED');
  });

  it('hands down what is to be kept as it is', () => {
    const kept = [{ type: 'task.split', data: { content: { limits: [{ due: '2025-06-30' }, {}] } } }];
    handed('keep').then(kept);
    handed([{ limitId: 'L1', due: null }]).then(kept);
  });

  it('hands down the new day of what is to be moved; the task itself keeps its own', () => {
    const moved = handed([{ limitId: 'L1', due: '2025-08-29' }]);
    moved.then([{ type: 'task.split', data: { content: { limits: [{ due: '2025-08-29' }, { due: '2025-09-30' }] } } }]);
    expect(stateOf(moved.next).limits[0]?.due).toBe('2025-06-30');
  });

  it('ends a duty without an end of its own with the day that is moved', () => {
    const limits = [aLimit('L1', { due: '2025-04-30' }), aLimit('L3', { due: null, recurrence: 'monthly' })];
    const duty = usually(
      noTask.after('task.draft', draftTask({ limits }), { by: PEOPLE.engine }),
      'task.confirm',
      'task.hang',
      'task.assign',
      'task.accept',
    ).on('2025-05-12');
    const pastDays = [{ limitId: 'L1', due: '2025-12-31' }];
    const parent = split(duty, forUnits(UNITS.finance), { pastDays }).next;
    const child = stateOf(childOf(parent));
    expect(child.limits.map(({ limitId, due }) => [limitId, due])).toEqual([
      ['L1', '2025-12-31'],
      ['L3', '2025-12-31'],
    ]);
    expect(openObligations(child, '2025-05-12').map(({ period }) => period)).toEqual([null, '2025-05']);
  });

  it('asks the same of a day that is a child’s own', () => {
    own().then('TASK.DUE_PASSED');
    own('keep').then([{ type: 'task.split', data: { children: [{ own: { limits: [{ due: '2025-07-13' }] } }] } }]);
    own([{ limitId: 'L1', due: '2025-08-29' }]).then([
      { type: 'task.split', data: { children: [{ own: { limits: [{ due: '2025-08-29' }] } }] } },
    ]);
  });

  it('refuses a new day that is over too', () => {
    handed([{ limitId: 'L1', due: '2025-07-13' }]).then('TASK.DUE_IN_PAST');
  });

  it('asks nothing where no child gets the day, nor on the day itself, nor for what is done', () => {
    own(undefined, '2025-07-14').then(['task.split']);
    split(taskIn('underway').on('2025-06-30'), forUnits(UNITS.finance)).then(['task.split']);
    const done = late.after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, OF_HEALTH);
    split(done, forUnits(UNITS.finance)).then(['task.split']);
  });
});

describe('a task that was split', () => {
  const parent = split(taskIn('underway'), forUnits(UNITS.finance, UNITS.insurance)).next;
  const ids = stateOf(parent).children.map(({ taskId }) => taskId);
  const ended = (story: TaskStory, childId: string, ending: 'closed' | 'voided' | 'terminated' = 'closed') =>
    story.after('task.note-child', { childId, ending, on: story.today }, { by: PEOPLE.engine });

  it('is not claimed, closed, ended or voided before its children', () => {
    const request = () =>
      parent.when('task.request-closure', soundBody('task.request-closure'), { by: PEOPLE.unitHead });
    request().then('TASK.CHILDREN_OPEN');
    parent.when('task.terminate', soundBody('task.terminate')).then('TASK.CHILDREN_OPEN');
    parent.when('task.void', soundBody('task.void')).then('TASK.CHILDREN_OPEN');
    ended(parent, ids[0] ?? '')
      .when('task.request-closure', soundBody('task.request-closure'), { by: PEOPLE.unitHead })
      .then('TASK.CHILDREN_OPEN');
  });

  it.each(['task.void', 'task.terminate'] as const)(
    'takes two to end where a child was closed, though it was never assigned: %s',
    (act) => {
      const hung = split(taskIn('hung'), forUnits(UNITS.finance)).next;
      const [child = ''] = stateOf(hung).children.map(({ taskId }) => taskId);
      ended(hung, child, 'voided')
        .when(act, soundBody(act))
        .then([act === 'task.void' ? 'task.voided' : 'task.terminated']);
      const asked = ended(hung, child).when(act, soundBody(act));
      asked.then([{ type: 'proposal.made', data: { act } }]);
      asked.next.when(act, soundBody(act)).then('TASK.ALREADY_PROPOSED');
      expect(stateOf(approved(asked.next)).ended).not.toBeNull();
    },
  );

  it('goes its way once each of them has ended, however', () => {
    const done = ended(ended(parent, ids[0] ?? ''), ids[1] ?? '', 'voided');
    expect(stateOf(usually(done, 'task.request-closure', 'task.verify', 'task.close')).status).toBe('closed');
  });

  it('waits again for a child that was reopened, also when it is checked already', () => {
    const verified = usually(
      ids.reduce((story, id) => ended(story, id), parent),
      'task.request-closure',
      'task.verify',
    );
    const reopened = verified.recorded([{ type: 'child.reopened', data: { childId: ids[0] ?? '', on: '2025-03-03' } }]);
    expect(stateOf(reopened).children.map(({ ended: how }) => how)).toEqual([null, 'closed']);
    reopened.when('task.close', soundBody('task.close'), { by: PEOPLE.closer }).then('TASK.CHILDREN_OPEN');
    ended(reopened, ids[0] ?? '')
      .when('task.close', soundBody('task.close'), { by: PEOPLE.closer })
      .then(['task.closed']);
  });

  it('is not checked while a child goes on that was reopened under the request', () => {
    const claimed = usually(
      ids.reduce((story, id) => ended(story, id), parent),
      'task.request-closure',
    );
    const reopened = claimed.recorded([{ type: 'child.reopened', data: { childId: ids[0] ?? '', on: '2025-03-03' } }]);
    reopened.when('task.verify', soundBody('task.verify'), { by: PEOPLE.verifier }).then('TASK.CHILDREN_OPEN');
  });

  it('is not claimed for a day before the last of its children ended', () => {
    const later = ids.reduce((story, id) => ended(story, id), parent.on('2025-03-10'));
    const claim = (occurredOn: string) =>
      later.when('task.request-closure', { ...soundBody('task.request-closure'), occurredOn }, { by: PEOPLE.unitHead });
    claim('2025-03-07').then('TASK.DAY_OUT_OF_ORDER');
    claim('2025-03-10').then(['lane.claimed']);
  });

  it('leaves a supporting unit’s own part alone', () => {
    const reported = parent.after('task.report', { progress: '完成' }, { by: PEOPLE.supportReporter });
    reported
      .when('task.request-closure', soundBody('task.request-closure'), {
        by: personWith(0x51, '财政负责人', 'unit-head', UNITS.finance),
      })
      .then(['lane.claimed']);
  });

  it('takes back no acceptance less for it, and keeps its children through one', () => {
    const assigned = split(taskIn('assigned'), forUnits(UNITS.finance)).next;
    const back = assigned.after('task.accept', {}, OF_HEALTH).after('task.withdraw', {}, OF_HEALTH);
    expect(stateOf(back).children).toHaveLength(1);
  });
});

describe('a task of several leads that was split', () => {
  const OF_HEADS = { health: PEOPLE.unitHead, finance: personWith(0x51, '财政负责人', 'unit-head', UNITS.finance) };
  const underway = withTwoLeads
    .after('task.report', { progress: '完成' }, OF_HEALTH)
    .after('task.report', { progress: '完成' }, OF_FINANCE);
  const claim = (story: TaskStory, by: keyof typeof OF_HEADS, change: object = {}) =>
    story.when('task.request-closure', { ...soundBody('task.request-closure'), ...change }, { by: OF_HEADS[by] });
  const withEnds = (story: TaskStory) =>
    stateOf(story).children.reduce(
      (told, { taskId }) =>
        told.after('task.note-child', { childId: taskId, ending: 'closed', on: told.today }, { by: PEOPLE.engine }),
      story,
    );
  const byHealth = split(underway, forUnits(UNITS.healthDivision), {}, PEOPLE.unitHead).next;
  const byOffice = split(underway, forUnits(UNITS.insurance)).next;

  it('by one of them keeps that one waiting, and no other', () => {
    claim(byHealth, 'health').then('TASK.CHILDREN_OPEN');
    const claimed = claim(byHealth, 'finance');
    claimed.then(['lane.claimed']);
    expect(stateOf(claimed.next).status).toBe('underway');
    claim(claimed.next, 'health').then('TASK.CHILDREN_OPEN');
  });

  it('by one of them is checked once its children have ended and it has asked too', () => {
    const ended = withEnds(claim(byHealth, 'finance').next);
    expect(stateOf(claim(ended, 'health').next).status).toBe('closure-requested');
  });

  it('by one of them is stated by that one, and no other, not to be done before its children', () => {
    const ended = withEnds(byHealth.on('2025-03-10'));
    claim(ended, 'health', { occurredOn: '2025-03-07' }).then('TASK.DAY_OUT_OF_ORDER');
    claim(ended, 'finance', { occurredOn: '2025-03-07' }).then(['lane.claimed']);
  });

  it.each(['health', 'finance'] as const)(
    'by the office lets the first of them ask, and keeps the last one waiting, whose request begins the check: %s first',
    (first) => {
      const claimed = claim(byOffice, first);
      claimed.then(['lane.claimed']);
      const last = first === 'health' ? 'finance' : 'health';
      claim(claimed.next, last).then('TASK.CHILDREN_OPEN');
      expect(stateOf(claim(withEnds(claimed.next), last).next).status).toBe('closure-requested');
    },
  );

  it('by one that has left keeps the last of the others waiting', () => {
    const left = byHealth.recorded([
      { type: 'lanes.changed', data: { added: [], removed: [UNITS.health], reason: '机构改革', on: '2025-03-03' } },
    ]);
    claim(left, 'finance').then('TASK.CHILDREN_OPEN');
  });

  it('hands down what the unit that splits its part owes, and by the office what the leads owe', () => {
    const limit = { ...aLimit('L9', { due: '2025-05-10' }), owedBy: [UNITS.finance] };
    const added = corrected(underway, { addedLimits: [limit] });
    const limitsOf = (story: TaskStory, by: Actor, unit: string) =>
      split(story, forUnits(unit), {}, by).events.flatMap((event) =>
        event.type === 'task.split' ? event.data.content.limits.map(({ limitId }) => limitId) : [],
      );
    expect(limitsOf(added, OF_HEADS.health, UNITS.healthDivision)).toEqual(['L1', 'L2']);
    expect(limitsOf(added, OF_HEADS.finance, UNITS.finance)).toEqual(['L1', 'L2', 'L9']);
    expect(limitsOf(added, PEOPLE.clerk, UNITS.insurance)).toEqual(['L1', 'L2', 'L9']);
    const done = added.after('task.report', { progress: '完成', done: [{ limitId: 'L9' }] }, OF_FINANCE);
    expect(limitsOf(done, OF_HEADS.health, UNITS.healthDivision)).toEqual(['L1', 'L2']);
    expect(limitsOf(done, PEOPLE.clerk, UNITS.insurance)).toEqual(['L1', 'L2']);
  });

  it('leaves with the task what a supporting unit alone owes', () => {
    const limit = { ...aLimit('L9', { due: '2025-05-10' }), owedBy: [UNITS.finance] };
    const added = corrected(taskIn('underway'), { addedLimits: [limit] });
    split(added, forUnits(UNITS.insurance)).then([
      { type: 'task.split', data: { content: { limits: [{ limitId: 'L1' }, { limitId: 'L2' }] } } },
    ]);
  });

  it('is added up by the rule that was stated first where a lead splits its part, and by the office’s last one', () => {
    const all: typeof RULE = { progress: 'all', indicators: [] };
    const office = split(underway, forUnits(UNITS.insurance), { rule: all }).next;
    split(office, forUnits(UNITS.healthDivision), {}, OF_HEADS.health).then('TASK.SPLIT_RULE_STATED');
    const part = split(office, forUnits(UNITS.healthDivision), { rule: all }, OF_HEADS.health).next;
    expect(stateOf(part).splitRule).toEqual(all);
    // A sum of one's own children is one's own to state.
    const own = split(
      byHealth,
      [{ leadUnitIds: [UNITS.health], title: '其他' }],
      { by: 'measures', rule: all },
      OF_HEADS.health,
    );
    own.then(['task.split']);
    split(byHealth, forUnits(UNITS.finance), { rule: all }, OF_HEADS.finance).then('TASK.SPLIT_RULE_STATED');
    expect(stateOf(split(part, forUnits(UNITS.finance)).next).splitRule).toEqual(RULE);
  });

  it('begins no check by a choice of units while children go on: who is left has asked already', () => {
    const accepted = assignedToTwo
      .after('task.accept', {}, OF_HEALTH)
      .after('task.report', { progress: '完成' }, OF_HEALTH);
    const claimed = claim(split(accepted, forUnits(UNITS.insurance)).next, 'health').next;
    const leave = (story: TaskStory) =>
      story.when('task.correct', { changes: { leadUnitIds: [UNITS.health] }, reason: '财政不参加' });
    leave(claimed).then('TASK.CHILDREN_OPEN');
    leave(withEnds(claimed)).then(['lanes.changed']);
    expect(stateOf(leave(withEnds(claimed)).next).status).toBe('closure-requested');

    const declined = claimed.after('task.decline', { reason: '职责不在本单位' }, OF_FINANCE);
    const given = (story: TaskStory, ...leadUnitIds: string[]) =>
      story.after('task.confirm', { leadUnitIds, supportUnitIds: [], limits: 'confirmed' }).when('task.assign', {});
    given(declined, UNITS.health).then('TASK.CHILDREN_OPEN');
    given(declined, UNITS.health, UNITS.insurance).then(['task.assigned']);
    expect(stateOf(given(withEnds(declined), UNITS.health).next).status).toBe('closure-requested');
  });

  it('is split by a lead for its own part though another one has asked for closure, and not by one that has asked itself', () => {
    const claimed = claim(underway, 'finance').next;
    split(claimed, forUnits(UNITS.healthDivision), {}, OF_HEADS.health).then(['task.split']);
    split(claimed, forUnits(UNITS.finance), {}, OF_HEADS.finance).then('TASK.UNDER_CHECK');
  });
});

describe('levels of splitting', () => {
  it('are three: city, county, township', () => {
    const at = (place: string) =>
      noTask.after(
        'task.begin-child',
        {
          ...soundBody('task.begin-child'),
          parent: { ...soundBody('task.begin-child').parent, place },
          number: `YG-${place}`,
        },
        { by: PEOPLE.engine },
      );
    split(at('01-02'), forUnits(UNITS.finance)).then([
      { type: 'task.split', data: { children: [{ number: 'YG-01-02-01', place: '01-02-01' }] } },
    ]);
    split(at('01-02-03'), forUnits(UNITS.finance)).then('TASK.SPLIT_TOO_DEEP');
  });

  it('hand limits down as they stand, removed days and moved ones', () => {
    const story = noTask
      .after('task.draft', draftTask({ limits: [aLimit('L1'), aLimit('L2', { due: null, recurrence: 'monthly' })] }))
      .after('task.confirm', { leadUnitIds: [UNITS.health], supportUnitIds: [], limits: 'confirmed' })
      .after('task.hang', soundBody('task.hang'))
      .after('task.correct', {
        changes: { changedLimits: [{ limitId: 'L1', due: '2025-11-28' }] },
        reason: '录入有误',
      });
    split(story, forUnits(UNITS.finance)).then([
      { type: 'task.split', data: { content: { limits: [{ due: '2025-11-28' }, { recurrence: 'monthly' }] } } },
    ]);
  });
});
