import { type CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { type Actor, type Role, type TaskCommand } from '#domain';
import { type CommandContext, derivedId, LedgerAct, PostAct, TaskAct, UnitAct, unitIdFor } from '#engine';
import { ENGINE_ACTOR } from '#domain';

/** A ledger with tasks that their unit has in hand, for commands to be sent to. */
export interface Fixture {
  readonly taskIds: readonly string[];
  readonly reporter: Actor;
  /** Sends the n-th report: tasks in turn, so that commands at the same time go to different tasks. */
  report(bus: CommandBus, index: number): Promise<{ readonly position: string }>;
}

/** The same words in the floor and in the commands: about what a unit writes. */
export const REPORT_TEXT = '已印发实施方案，完成首批试点单位遴选，组织业务培训三期，信息系统接口联调正在进行。';

const LEDGER = derivedId('bench-ledger');
const UNIT = unitIdFor('测试单位', null);

/** Builds the fixture through the commands of the product. */
export async function buildFixture(bus: CommandBus, tasks: number, reporterId: string): Promise<Fixture> {
  const clerk = actorOf('supervision-clerk', randomUUID());
  const reporter = actorOf('reporter', reporterId);
  const unit = { type: 'unit.create', data: { name: '测试单位', parentId: null } } as const;
  await bus.execute(new UnitAct(UNIT, unit, contextOf(ENGINE_ACTOR)));
  const post = {
    type: 'post.grant',
    data: { accountId: reporterId, unitId: UNIT, role: 'reporter', ledgerId: null },
  } as const;
  await bus.execute(new PostAct(randomUUID(), post, contextOf(ENGINE_ACTOR)));
  const ledger = { name: '测速台账', code: 'BENCH', closingPrefix: '测', region: 'CN' };
  await bus.execute(new LedgerAct(LEDGER, { type: 'ledger.create', data: ledger }, contextOf(clerk)));
  const taskIds = Array.from({ length: tasks }, () => randomUUID());
  await Promise.all(taskIds.map((taskId, index) => bringUnderway(bus, taskId, index + 1, clerk, reporter)));
  return {
    taskIds,
    reporter,
    report: (commandBus, index) => {
      const taskId = taskIds[index % taskIds.length] ?? '';
      return commandBus.execute(new TaskAct(taskId, reportOf(index), contextOf(reporter)));
    },
  };
}

/** The body of a report, as it is sent over HTTP too. */
export function reportBody(index: number): Extract<TaskCommand, { type: 'task.report' }>['data'] {
  const progress = `${REPORT_TEXT}（第 ${index} 次）`;
  const empty = { problems: '', nextSteps: '', helpNeeded: '', readings: [], evidence: [], limitsDone: [] };
  return { progress, percent: index % 100, ...empty };
}

function reportOf(index: number): TaskCommand {
  return { type: 'task.report', data: reportBody(index) };
}

async function bringUnderway(
  bus: CommandBus,
  taskId: string,
  serial: number,
  clerk: Actor,
  reporter: Actor,
): Promise<void> {
  const send = (actor: Actor, command: TaskCommand): Promise<unknown> =>
    bus.execute(new TaskAct(taskId, command, contextOf(actor)));
  await send(ENGINE_ACTOR, { type: 'task.draft', data: draftOf(serial) });
  await send(clerk, {
    type: 'task.confirm',
    data: { leadUnitIds: [UNIT], supportUnitIds: [], limits: 'confirmed' },
  });
  const authority = { kind: 'document', reference: '云政办发〔2021〕18号' } as const;
  await send(clerk, { type: 'task.hang', data: { authority, secrecyDeclared: true } });
  await send(clerk, { type: 'task.assign', data: { requirements: '', replyBy: null } });
  await send(reporter, { type: 'task.accept', data: {} });
}

function draftOf(serial: number): Extract<TaskCommand, { type: 'task.draft' }>['data'] {
  const limit = {
    limitId: 'L1',
    sourceText: '2099年底前',
    what: '建成平台',
    due: '2099-12-31',
    recurrence: null,
    dueOn: null,
    span: null,
  };
  return {
    ledgerId: LEDGER,
    importId: LEDGER,
    serial,
    title: `推进区域医疗信息平台建设（${serial}）`,
    body: '统一接口标准，分批接入各级医疗机构，2099年底前建成平台。',
    leadUnitNames: [{ name: '测试单位', span: null, collective: false }],
    supportUnitNames: [],
    limits: [limit],
    indicators: [],
    source: { documentTitle: '测速文件', documentNumber: null, section: '一、测速', number: `${serial}.`, span: null },
    doubts: [],
  };
}

function actorOf(role: Role, accountId: string): Actor {
  return { accountId, name: '测速人员', posts: [{ postId: accountId, unitId: UNIT, role, ledgerId: null }] };
}

function contextOf(actor: Actor): CommandContext {
  const commandId = randomUUID();
  return { actor, commandId, correlationId: commandId, causationId: null };
}
