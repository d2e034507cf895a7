import { type CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { type Actor, type TaskCommand } from '#domain';
import { Act, derivedId } from '#engine';
import {
  acceptTask,
  actorOf,
  assignTask,
  contextOf,
  createLedger,
  createUnit,
  type DraftData,
  grantPosts,
  hangTask,
  yearEnd,
} from './fixture-steps';

/** A ledger with tasks that their unit has in hand, for commands to be sent to. */
export interface Fixture {
  readonly taskIds: readonly string[];
  readonly reporter: Actor;
  /** Sends the n-th report: tasks in turn, so that commands at the same time go to different tasks. */
  report(bus: CommandBus, index: number): Promise<{ readonly position: string }>;
}

/** The same words in the floor and in the commands: about what a unit writes. */
const REPORT_TEXT = '已印发实施方案，完成首批试点单位遴选，组织业务培训三期，信息系统接口联调正在进行。';

const LEDGER = derivedId('bench-ledger');
const UNIT_NAME = '测试单位';
const FAR_YEAR = 2099;

/** Builds the fixture through the commands of the product. */
export async function buildFixture(bus: CommandBus, tasks: number, reporterId: string): Promise<Fixture> {
  const unitId = await createUnit(bus, UNIT_NAME);
  const clerk = actorOf(randomUUID(), 'supervision-clerk', [unitId]);
  const reporter = actorOf(reporterId, 'reporter', [unitId]);
  await grantPosts(bus, reporter);
  await createLedger(bus, clerk, LEDGER, { name: '测速台账', code: 'BENCH' });
  const taskIds = Array.from({ length: tasks }, () => randomUUID());
  const bring = async (taskId: string, index: number): Promise<void> => {
    await hangTask(bus, clerk, taskId, draftOf(index + 1), { lead: unitId, support: [] });
    await assignTask(bus, clerk, taskId);
    await acceptTask(bus, reporter, taskId);
  };
  await Promise.all(taskIds.map(bring));
  return {
    taskIds,
    reporter,
    report: (commandBus, index) => {
      const taskId = taskIds[index % taskIds.length] ?? '';
      const step = { aggregate: 'task', id: taskId, command: reportOf(index) } as const;
      return commandBus.execute(new Act(step, contextOf(reporter)));
    },
  };
}

/** The body of a report, as it is sent over HTTP too. */
export function reportBody(index: number): Extract<TaskCommand, { type: 'task.report' }>['data'] {
  const progress = `${REPORT_TEXT}（第 ${index} 次）`;
  const empty = { problems: '', nextSteps: '', helpNeeded: '', readings: [], evidence: [], done: [] };
  return { progress, percent: index % 100, ...empty };
}

function reportOf(index: number): TaskCommand {
  return { type: 'task.report', data: reportBody(index) };
}

function draftOf(serial: number): DraftData {
  return {
    ledgerId: LEDGER,
    importId: LEDGER,
    serial,
    source: { documentTitle: '测速文件', documentNumber: null, section: '一、测速', number: `${serial}.`, span: null },
    content: {
      title: `推进区域医疗信息平台建设（${serial}）`,
      body: '统一接口标准，分批接入各级医疗机构，2099年底前建成平台。',
      leadUnitNames: [{ name: UNIT_NAME, span: null, collective: false }],
      supportUnitNames: [],
      limits: [yearEnd(FAR_YEAR)],
      indicators: [],
      doubts: [],
    },
  };
}
