import { type HomeRow } from '../../api/answer';

/** A task that waits for the office to urge its unit. */
export function aHomeRow(change: Partial<HomeRow> = {}): HomeRow {
  return {
    taskId: '00000000-0000-4000-8000-000000000401',
    ledgerId: '00000000-0000-4000-8000-000000000200',
    taskNumber: 'YG2025-001',
    title: 'A task',
    status: 'underway',
    leadUnits: [],
    kind: 'urge',
    also: [],
    lateLimit: { due: '2025-04-15', workingDays: 15 },
    act: 'task.urge',
    unit: null,
    due: '2025-04-15',
    dueOfTask: false,
    lamp: 'late',
    remainingWorkingDays: -15,
    since: null,
    clock: null,
    asked: null,
    toRead: false,
    decided: [],
    percent: null,
    suspendedUntil: null,
    ...change,
  };
}
