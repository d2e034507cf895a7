import {
  aLimit,
  anIndicator,
  draftTask,
  noTask,
  PEOPLE,
  SOUND,
  stateOf,
  taskIn,
  type TaskInput,
  UNITS,
} from '../../testing';
import { taskCommandSchemas } from '.';

const confirmation = (change: Partial<TaskInput<'task.confirm'>>): TaskInput<'task.confirm'> => ({
  leadUnitIds: [UNITS.health],
  supportUnitIds: [],
  limits: 'confirmed',
  ...change,
});
const drafted = (change: Parameters<typeof draftTask>[0] = {}) => noTask.after('task.draft', draftTask(change));

describe('drafting', () => {
  it('starts the chain of every dated limit with the day of the document', () => {
    const [first, second] = stateOf(drafted({ limits: [aLimit('L1'), aLimit('L2', { due: null })] })).limits;
    expect(first?.chain.map(({ due }) => due)).toEqual(['2025-09-30']);
    expect(second?.chain).toEqual([]);
  });

  it('refuses two limits or two indicators of one id', () => {
    noTask.when('task.draft', draftTask({ limits: [aLimit('L1'), aLimit('L1')] })).thenInvalid('TASK.LIMIT_TWICE');
    noTask
      .when('task.draft', draftTask({ indicators: [anIndicator('I1'), anIndicator('I1')] }))
      .thenInvalid('TASK.INDICATOR_TWICE');
  });
});

describe('correcting a draft', () => {
  it('changes what is named and keeps the rest', () => {
    const { title, body, limits } = stateOf(
      taskIn('draft').when('task.correct-draft', {
        changes: { title: '新标题', changedLimits: [{ limitId: 'L2', due: '2025-12-31' }], removedLimits: ['L1'] },
      }),
    );
    expect(title).toBe('新标题');
    expect(body).toBe(stateOf(taskIn('draft')).body);
    expect(limits.map(({ limitId, due }) => [limitId, due])).toEqual([['L2', '2025-12-31']]);
  });

  it('refuses a change of nothing', () => {
    taskIn('draft').when('task.correct-draft', { changes: {} }).thenInvalid('TASK.NOTHING_CHANGED');
  });

  it('refuses limits that are not there and ids that were given before, also those of removed limits', () => {
    const draft = taskIn('draft');
    draft.when('task.correct-draft', { changes: { removedLimits: ['L9'] } }).then('TASK.LIMIT_UNKNOWN');
    draft.when('task.correct-draft', { changes: { addedLimits: [aLimit('L2')] } }).then('TASK.LIMIT_EXISTS');
    draft
      .after('task.correct-draft', { changes: { removedLimits: ['L2'] } })
      .when('task.correct-draft', { changes: { addedLimits: [aLimit('L2')] } })
      .then('TASK.LIMIT_EXISTS');
  });

  it('refuses more limits than a task may hold, counting those removed in the same change', () => {
    const full = drafted({ limits: Array.from({ length: 100 }, (_, index) => aLimit(`L${String(index + 1)}`)) });
    const added = { addedLimits: [aLimit('L101')] };
    full.when('task.correct-draft', { changes: added }).then('TASK.TOO_MANY_LIMITS');
    full.when('task.correct-draft', { changes: { ...added, removedLimits: ['L1'] } }).then(['task.draft-corrected']);
  });
});

describe('confirming units and limits', () => {
  const draft = taskIn('draft');

  it('records units that exist and the word on the limits', () => {
    draft
      .when('task.confirm', confirmation({ supportUnitIds: [UNITS.finance] }))
      .then([{ type: 'task.confirmed', data: { leadUnitIds: [UNITS.health], limits: 'confirmed' } }]);
  });

  it('refuses a unit that nobody registered', () => {
    draft.when('task.confirm', confirmation({ leadUnitIds: [UNITS.unregistered] })).then('UNIT.UNKNOWN');
    draft.when('task.confirm', confirmation({ supportUnitIds: [UNITS.unregistered] })).then('UNIT.UNKNOWN');
  });

  it('refuses a unit named twice', () => {
    draft.when('task.confirm', confirmation({ supportUnitIds: [UNITS.health] })).then('TASK.UNIT_TWICE');
    draft.when('task.confirm', confirmation({ leadUnitIds: [UNITS.health, UNITS.health] })).then('TASK.UNIT_TWICE');
  });

  it('refuses a task without a lead unit', () => {
    draft.when('task.confirm', confirmation({ leadUnitIds: [] })).thenInvalid('leadUnitIds');
  });

  it('refuses to confirm limits that name no day and no rhythm', () => {
    drafted({ limits: [aLimit('L1'), aLimit('L2', { due: null })] })
      .when('task.confirm', confirmation({}))
      .then('TASK.LIMIT_UNSETTLED');
    drafted({ limits: [] }).when('task.confirm', confirmation({})).then('TASK.LIMIT_UNSETTLED');
  });

  it('refuses to deny limits that are there, and lets unreadable ones be denied', () => {
    draft.when('task.confirm', confirmation({ limits: 'none' })).then('TASK.HAS_LIMITS');
    drafted({ limits: [aLimit('L1', { due: null })] })
      .when('task.confirm', confirmation({ limits: 'none' }))
      .then(['task.confirmed']);
  });
});

describe('hanging', () => {
  it('numbers the task by the ledger and its place in it', () => {
    taskIn('draft')
      .when('task.hang', SOUND['task.hang'])
      .then([{ type: 'task.hung', data: { taskNumber: 'YG2025-007', occurredOn: '2025-03-03' } }]);
    drafted({ serial: 1234 })
      .when('task.hang', SOUND['task.hang'])
      .then([{ type: 'task.hung', data: { taskNumber: 'YG2025-1234' } }]);
  });

  it('refuses a ledger that is not known', () => {
    taskIn('draft')
      .when('task.hang', SOUND['task.hang'], { facts: { ledgerCode: null } })
      .then('LEDGER.UNKNOWN');
  });

  it('demands an authority and the declaration that nothing is secret', () => {
    const draft = taskIn('draft');
    const authority = { kind: 'meeting', reference: ' ' } as const;
    draft.when('task.hang', { ...SOUND['task.hang'], authority }).thenInvalid('authority.reference');
    const undeclared = { ...SOUND['task.hang'], secrecyDeclared: false };
    expect(taskCommandSchemas['task.hang'].safeParse(undeclared).success).toBe(false);
  });

  it('does not need units or limits yet', () => {
    drafted({ limits: [] }).when('task.hang', SOUND['task.hang']).then(['task.hung']);
  });
});

describe('assigning', () => {
  it('pins units, requirements, calendar and ladder', () => {
    taskIn('hung')
      .when('task.assign', { requirements: '按月报送', replyBy: '2025-03-07' })
      .then([
        {
          type: 'task.assigned',
          data: {
            leadUnitIds: [UNITS.health],
            supportUnitIds: [UNITS.finance],
            requirements: '按月报送',
            replyBy: '2025-03-07',
            calendarVersion: 'sample-2025',
            ladderVersion: 'default-1',
          },
        },
      ]);
  });

  it('refuses before a person named the unit and stood by the limits or their absence', () => {
    drafted().after('task.hang', SOUND['task.hang']).when('task.assign', {}).then('TASK.NOT_CONFIRMED');
    drafted({ limits: [] })
      .after('task.confirm', confirmation({ limits: 'none' }))
      .after('task.hang', SOUND['task.hang'])
      .when('task.assign', {})
      .then(['task.assigned']);
  });

  it('refuses when the limits were corrected away from what was confirmed', () => {
    const hung = taskIn('hung');
    hung
      .after('task.correct', { changes: { changedLimits: [{ limitId: 'L2', due: null }] }, reason: '日期待定' })
      .when('task.assign', {})
      .then('TASK.LIMIT_UNSETTLED');
    drafted({ limits: [] })
      .after('task.confirm', confirmation({ limits: 'none' }))
      .after('task.hang', SOUND['task.hang'])
      .after('task.correct', { changes: { addedLimits: [aLimit('L1')] }, reason: '漏录时限' })
      .when('task.assign', {})
      .then('TASK.HAS_LIMITS');
  });

  it('refuses a reply-by day before the day of assignment, and takes the same day', () => {
    const hung = taskIn('hung').on('2025-03-10');
    hung.when('task.assign', { replyBy: '2025-03-07' }).then('TASK.REPLY_BEFORE_ASSIGNMENT');
    hung.when('task.assign', { replyBy: '2025-03-10' }).then(['task.assigned']);
    hung.when('task.assign', { replyBy: '2025-03-07', occurredOn: '2025-03-07' }).then(['task.assigned']);
  });
});

describe('answering an assignment', () => {
  const assigned = taskIn('assigned');

  it('is accepted in the name of the unit of the post', () => {
    assigned
      .when('task.accept', {}, { by: PEOPLE.unitHead })
      .then([{ type: 'task.accepted', data: { unitId: UNITS.health } }]);
  });

  it('is recorded for the first lead unit when the office answers for it', () => {
    assigned
      .when('task.accept', {}, { by: PEOPLE.clerk })
      .then([{ type: 'task.accepted', data: { unitId: UNITS.health } }]);
  });

  it('is declined with a reason, and goes back to the office', () => {
    assigned.when('task.decline', { reason: ' ' }, { by: PEOPLE.reporter }).thenInvalid('reason');
    const declined = assigned.when('task.decline', { reason: '不属本单位职责' }, { by: PEOPLE.reporter });
    declined.then([{ type: 'task.declined', data: { unitId: UNITS.health, reason: '不属本单位职责' } }]);
    expect(stateOf(declined)).toMatchObject({ status: 'declined', assignment: null });
  });

  it('can be assigned to another unit after a decline', () => {
    const again = taskIn('declined')
      .after('task.confirm', confirmation({ leadUnitIds: [UNITS.insurance] }))
      .after('task.assign', {});
    expect(stateOf(again).assignment?.leadUnitIds).toEqual([UNITS.insurance]);
  });
});
