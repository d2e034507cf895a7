import { authorityOf, confirmationOf, countByStatus, hangable, type RunTask, standingOf } from './import-run';

const task = (taskId: string, changes: Partial<RunTask> = {}): RunTask => ({
  taskId,
  status: 'draft',
  revision: 0,
  limitCount: 1,
  leadUnitNames: ['Health'],
  supportUnitNames: [],
  leadUnitIds: [],
  supportUnitIds: [],
  ...changes,
});
const form = {
  authority: { kind: 'document', reference: 'T' },
  units: { t1: { leadUnitIds: ['u1'], supportUnitIds: ['u2'] } },
} as const;
const units = { t1: { leadUnitIds: ['u1'], supportUnitIds: ['u2'] } };

describe('going on with an import', () => {
  test('a draft is confirmed with its units and limits', () => {
    const hang = { ...form, units };
    expect(confirmationOf(task('t1'), hang)).toEqual({ ...units.t1, limits: 'confirmed' });
    expect(confirmationOf(task('t1', { limitCount: 0 }), hang)).toMatchObject({ limits: 'none' });
  });

  test('what stands confirmed already, is hung or was not asked for is left alone', () => {
    const hang = { ...form, units };
    expect(confirmationOf(task('t1', { leadUnitIds: ['u1'], supportUnitIds: ['u2'] }), hang)).toBeNull();
    expect(confirmationOf(task('t1', { status: 'hung' }), hang)).toBeNull();
    expect(confirmationOf(task('t9'), hang)).toBeNull();
    expect(confirmationOf(task('t1', { leadUnitIds: ['u1'], supportUnitIds: ['u3'] }), hang)).not.toBeNull();
  });

  test('tasks with an open name wait', () => {
    const unitsOf = ({ taskId }: RunTask) => (taskId === 't1' ? units.t1 : { open: ['New'] });
    expect(hangable([task('t1'), task('t2')], unitsOf)).toEqual({ ready: units, waiting: ['t2'], leaderless: [] });
  });

  test('a task that nobody leads is told apart: it would be refused', () => {
    const nobody = () => ({ leadUnitIds: [], supportUnitIds: ['u2'] });
    expect(hangable([task('t1')], nobody)).toEqual({ ready: {}, waiting: [], leaderless: ['t1'] });
  });

  test('says where the tasks stand', () => {
    const tasks = [
      task('t1'),
      task('t2', { status: 'hung', leadUnitIds: ['u9'] }),
      task('t3', { status: 'assigned', leadUnitIds: ['u1'], supportUnitIds: ['u2'] }),
      task('t4', { status: 'underway', leadUnitIds: ['u2'] }),
      task('t5', { status: 'voided' }),
    ];
    expect(standingOf(tasks)).toEqual({ drafts: 1, toAssign: 1, hung: 3, assignedUnits: 2 });
    expect(countByStatus([task('a'), task('b')])).toEqual([['draft', 2]]);
  });

  test('a document is its own authority, handwork has none', () => {
    const named = (title: string, number: string | null) => `${title}/${number ?? '-'}`;
    const source = { kind: 'document', title: 'T', documentNumber: 'N1' };
    expect(authorityOf(source, named)).toEqual({ kind: 'document', reference: 'T/N1' });
    expect(authorityOf({ ...source, kind: 'manual' }, named).reference).toBe('');
    expect(authorityOf({ ...source, title: 'x'.repeat(400) }, named).reference).toHaveLength(300);
  });
});
