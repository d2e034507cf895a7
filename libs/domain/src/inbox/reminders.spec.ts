import {
  aLimit,
  approved,
  corrected,
  draftTask,
  noTask,
  OF_FINANCE,
  OF_HEALTH,
  openAfter,
  passedTo,
  PEOPLE,
  recurringTask,
  soundBody,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { type NewEntry } from '.';

const NAMES = new Map<string | null, string>([
  [UNITS.health, 'health'],
  [UNITS.finance, 'finance'],
  [UNITS.insurance, 'insurance'],
]);

const isReminder = ({ kind, waits }: NewEntry) => waits && ['remind', 'urge', 'escalate'].includes(kind);

/** What is open of reminders, each kind once: about whose delay, of what, and by which day. */
function reminded(story: TaskStory): readonly string[] {
  const lines = openAfter(story)
    .filter(isReminder)
    .map(({ kind, about }) =>
      [kind, NAMES.get(about?.lane ?? null) ?? 'office', about?.limitId, about?.due?.slice(5)].join(' '),
    );
  return [...new Set(lines)].sort();
}

const request = soundBody('task.request-closure');
const withdrawn = (story: TaskStory) => story.after('task.withdraw', {}, OF_HEALTH);
/** One more limit of the sample task, which a unit owes alone. */
const withL9 = (story: TaskStory, due: string, unitId: string) =>
  approved(
    story.after('task.correct', {
      changes: { addedLimits: [{ ...aLimit('L9', { due }), owedBy: [unitId] }] },
      reason: '补录',
    }),
  );

describe('a reminder that was answered by a report which is taken back', () => {
  const late = passedTo(taskIn('underway'), '2025-07-08');
  const reported = late.after('task.report', { progress: '推进中' }, OF_HEALTH);
  const OF_L1 = ['escalate health L1 06-30', 'remind health L1 06-30', 'urge health L1 06-30'];

  it('waits again while the unit is late by that day', () => {
    expect(reminded(late)).toEqual(OF_L1);
    expect(reminded(reported)).toEqual([]);
    expect(reminded(withdrawn(reported))).toEqual(OF_L1);
  });

  it('does not where the day was moved meanwhile, nor where the limit is gone', () => {
    const moved = corrected(reported, { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] });
    expect(reminded(withdrawn(moved))).toEqual([]);
    expect(reminded(withdrawn(corrected(reported, { removedLimits: ['L1'] })))).toEqual([]);
  });

  it('waits again of what did not move, and not of what did', () => {
    const both = passedTo(withL9(taskIn('underway'), '2025-07-01', UNITS.health), '2025-07-08');
    const told = both.after('task.report', { progress: '推进中' }, OF_HEALTH);
    const moved = corrected(told, { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] });
    expect(reminded(withdrawn(moved))).toEqual([
      'escalate health L9 07-01',
      'remind health L9 07-01',
      'urge health L9 07-01',
    ]);
  });

  it('does not while the unit has other reminders of the same limit, by its new day', () => {
    const moved = corrected(late, { changedLimits: [{ limitId: 'L1', due: '2025-07-10' }] });
    const again = passedTo(moved, '2025-07-11').after('task.report', { progress: '推进中' }, OF_HEALTH);
    expect(reminded(withdrawn(again))).toEqual(['remind health L1 07-10', 'urge health L1 07-10']);
  });
});

describe('a reminder of a limit whose day is put back', () => {
  const late = passedTo(taskIn('underway'), '2025-07-08');
  const moved = corrected(late, { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] });
  const putBack = (story: TaskStory) => corrected(story, { changedLimits: [{ limitId: 'L1', due: '2025-06-30' }] });

  it('waits again', () => {
    expect(reminded(moved)).toEqual([]);
    expect(reminded(putBack(moved))).toEqual(reminded(late));
  });

  it('does not once the unit has done it, until it takes that back', () => {
    const done = { progress: '完成', done: [{ limitId: 'L1', period: null }] };
    const reported = moved.after('task.report', done, OF_HEALTH);
    expect(reminded(putBack(reported))).toEqual([]);
    expect(reminded(withdrawn(putBack(reported)))).toEqual(reminded(late));
  });
});

describe('what waits for a supporting unit that owes a limit of its own', () => {
  const owing = passedTo(withL9(taskIn('underway'), '2025-03-10', UNITS.finance), '2025-03-11');
  const OF_L9 = ['remind finance L9 03-10', 'urge finance L9 03-10'];
  const claimed = owing.on('2025-03-12').after('task.request-closure', request, OF_HEALTH);

  it('stays when the leads ask for closure, and when the check sends the task back to them', () => {
    expect(reminded(owing)).toEqual(OF_L9);
    expect(reminded(claimed)).toEqual(OF_L9);
    expect(reminded(usually(claimed.on('2025-03-14'), 'task.return'))).toEqual(OF_L9);
  });

  it('is answered by its own report, and waits no more after the end of the task', () => {
    expect(reminded(owing.after('task.report', { progress: '已拨付' }, OF_FINANCE))).toEqual([]);
    expect(reminded(usually(owing, 'task.terminate'))).toEqual([]);
  });
});

describe('what waits for one of two leads', () => {
  const reported = withTwoLeads
    .after('task.report', { progress: '推进中' }, OF_HEALTH)
    .after('task.report', { progress: '推进中' }, OF_FINANCE);
  const late = passedTo(reported, '2025-07-01');
  const of = (name: string) => [`remind ${name} L1 06-30`, `urge ${name} L1 06-30`];
  const first = late.after('task.request-closure', request, OF_HEALTH);

  it('stays when the other one asks for closure', () => {
    expect(reminded(late)).toEqual([...of('finance'), ...of('health')].sort());
    expect(reminded(first)).toEqual(of('finance'));
  });

  it('waits again when it takes back its claim, also after the last lead has asked for closure', () => {
    const both = first.after('task.request-closure', request, OF_FINANCE);
    expect(reminded(both)).toEqual([]);
    expect(reminded(withdrawn(both))).toEqual(of('health'));
  });

  it('waits no more when a return is taken back that had opened it again', () => {
    const both = first.after('task.request-closure', request, OF_FINANCE);
    const returned = usually(both, 'task.return');
    const again = passedTo(returned, '2025-07-02');
    expect(reminded(again)).not.toEqual([]);
    expect(reminded(again.after('task.withdraw', {}, { by: PEOPLE.verifier }))).toEqual([]);
  });
});

describe('the delay of a decision, as it is told to those above', () => {
  const asked = taskIn('underway').after('task.void', { reason: '重复录入' });
  const both = passedTo(asked.after('task.suspend', soundBody('task.suspend')), '2025-03-18');
  const [first, second] = both.state?.proposals ?? [];
  const turns = both.state?.turns.filter(({ kind }) => kind === 'decide') ?? [];

  it('stays when the leads ask for closure', () => {
    expect(reminded(both.after('task.request-closure', request, OF_HEALTH))).toEqual(reminded(both));
  });

  it('goes with its own proposal, and not with another one', () => {
    const ofTurns = (story: TaskStory) => new Set(reminded(story).map((line) => line.split(' ')[2]));
    expect(turns).toHaveLength(2);
    expect(ofTurns(both)).toEqual(new Set(turns.map(({ number }) => `decide/${String(number)}`)));
    const refused = both.after(
      'task.decide-proposal',
      { proposalId: first?.proposalId ?? '', result: 'refused', reason: '任务仍须办理' },
      { by: PEOPLE.secondClerk },
    );
    const left = turns.find(({ proposalId }) => proposalId === second?.proposalId);
    expect(ofTurns(refused)).toEqual(new Set([`decide/${String(left?.number)}`]));
  });
});

describe('a reminder of a period, when the end of its duty moves', () => {
  const monthly = recurringTask({ recurrence: 'monthly', due: '2025-12-31' });
  const late = passedTo(monthly, '2025-04-09');
  const OF_MARCH = [
    'escalate health L3/2025-03 03-31',
    'remind health L3/2025-03 03-31',
    'urge health L3/2025-03 03-31',
  ];

  it('stays where the day of the period is the same', () => {
    expect(reminded(late)).toEqual(OF_MARCH);
    expect(reminded(corrected(late, { changedLimits: [{ limitId: 'L3', due: '2026-06-30' }] }))).toEqual(OF_MARCH);
  });

  it('waits again where the day is put back: it never goes out twice', () => {
    const shortened = corrected(late, { changedLimits: [{ limitId: 'L3', due: '2025-03-20' }] });
    expect(reminded(shortened)).toEqual([]);
    expect(reminded(corrected(shortened, { changedLimits: [{ limitId: 'L3', due: '2025-12-31' }] }))).toEqual(OF_MARCH);
  });

  it('goes where the period is not owed any more, in another rhythm or with its limit', () => {
    expect(reminded(corrected(late, { changedLimits: [{ limitId: 'L3', recurrence: 'quarterly' }] }))).toEqual([]);
    expect(reminded(corrected(late, { removedLimits: ['L3'], addedLimits: [aLimit('L4')] }))).toEqual([]);
  });
});

describe('a reminder of a period that is cut off by the last day of the task', () => {
  const limits = [aLimit('L1', { due: '2025-03-14' }), aLimit('L3', { due: null, recurrence: 'monthly' })];
  const draft = noTask.after('task.draft', draftTask({ limits }), { by: PEOPLE.engine });
  const late = passedTo(usually(draft, 'task.confirm', 'task.hang', 'task.assign', 'task.accept'), '2025-03-24');
  const ofPart = (part: string) => ['escalate', 'remind', 'urge'].map((kind) => `${kind} health ${part} 03-14`);

  it('goes when that day moves, and with it the day of the period', () => {
    expect(reminded(late)).toEqual([...ofPart('L1'), ...ofPart('L3/2025-03')].sort());
    expect(reminded(corrected(late, { changedLimits: [{ limitId: 'L1', due: '2025-12-31' }] }))).toEqual([]);
  });

  it('goes when the limit of that day is removed', () => {
    expect(reminded(corrected(late, { removedLimits: ['L1'] }))).toEqual([]);
  });

  it('stays when a limit is added: what is asked for in addition ends no duty', () => {
    const prolonged = corrected(late, { addedLimits: [aLimit('L4')] });
    expect(reminded(prolonged)).toEqual(reminded(late));
  });
});
