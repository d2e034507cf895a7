import { type CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { type Actor, ENGINE_ACTOR, type Role, type TaskCommand } from '#domain';
import { type CommandContext, derivedId, LedgerAct, PostAct, TaskAct, UnitAct, unitIdFor } from '#engine';
import { type Foundation } from '../foundation';
import { note } from '../output';
import { personWithToken } from './person-with-token';

/** A ledger as no office has it: very many tasks of many units, in several statuses. */
export interface WideFixture {
  readonly ledgerId: string;
  /** Those that their unit has in hand, so that reports to them are accepted. */
  readonly taskIds: readonly string[];
  readonly units: readonly string[];
  /** Secrets of access tokens: of somebody who sees all, and of a reporter of every unit's. */
  readonly clerk: string;
  readonly reporter: string;
  /** And of a reporter of one unit, as people are. */
  readonly unitReporter: string;
}

const UNITS = 40;
const SECTIONS = 12;
const IN_FLIGHT = 64;
const TOPICS = ['医疗信息平台建设', '医保支付方式改革', '分级诊疗制度', '基层人才队伍', '药品集中采购', '家庭医生签约'];

/** Builds it through the commands of the product. @param tasks how many */
export async function buildWideFixture(foundation: Foundation, bus: CommandBus, tasks: number): Promise<WideFixture> {
  const ledgerId = derivedId('bench-wide-ledger');
  const units = Array.from({ length: UNITS }, (_, index) => unitIdFor(`第${index + 1}测试单位`, null));
  const clerk = await personWithToken(foundation, 'wide-clerk');
  const reporter = await personWithToken(foundation, 'wide-reporter');
  const people = {
    clerk: actorOf(clerk.accountId, [['supervision-clerk', units[0] ?? '']]),
    reporter: actorOf(
      reporter.accountId,
      units.map((unitId) => ['reporter', unitId]),
    ),
  };
  const single = await personWithToken(foundation, 'wide-unit-reporter');
  const unitReporter = actorOf(single.accountId, [['reporter', units[1] ?? '']]);
  await register(bus, ledgerId, [people.clerk, people.reporter, unitReporter]);
  const taskIds = Array.from({ length: tasks }, () => randomUUID());
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < tasks; index = next++) {
      await bringAlong(bus, taskIds[index] ?? '', index, { ledgerId, units, ...people });
      if (index > 0 && index % 20_000 === 0) note(`${index} 项任务…`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return {
    ledgerId,
    units,
    taskIds: taskIds.filter((_, index) => isUnderway(index)),
    clerk: clerk.secret,
    reporter: reporter.secret,
    unitReporter: single.secret,
  };
}

interface Cast {
  readonly ledgerId: string;
  readonly units: readonly string[];
  readonly clerk: Actor;
  readonly reporter: Actor;
}

/** Of fifty tasks ten are hung and one waits to be accepted; the units have the others in hand. */
function isUnderway(index: number): boolean {
  return index % 5 !== 4 && index % 50 !== 3;
}

async function register(bus: CommandBus, ledgerId: string, people: readonly Actor[]): Promise<void> {
  for (let index = 0; index < UNITS; index += 1) {
    const name = `第${index + 1}测试单位`;
    const unit = { type: 'unit.create', data: { name, parentId: null } } as const;
    await bus.execute(new UnitAct(unitIdFor(name, null), unit, contextOf(ENGINE_ACTOR)));
  }
  for (const { accountId, posts } of people) {
    for (const { role, unitId } of posts) {
      if (role === 'engine') continue;
      const post = { type: 'post.grant', data: { accountId, unitId, role, ledgerId: null } } as const;
      await bus.execute(new PostAct(randomUUID(), post, contextOf(ENGINE_ACTOR)));
    }
  }
  const ledger = { name: '十万项任务的台账', code: 'WIDE', closingPrefix: '测', region: 'CN' };
  const [clerk = ENGINE_ACTOR] = people;
  await bus.execute(new LedgerAct(ledgerId, { type: 'ledger.create', data: ledger }, contextOf(clerk)));
}

async function bringAlong(bus: CommandBus, taskId: string, index: number, cast: Cast): Promise<void> {
  const send = (actor: Actor, command: TaskCommand): Promise<unknown> =>
    bus.execute(new TaskAct(taskId, command, contextOf(actor)));
  const lead = cast.units[index % UNITS] ?? '';
  const support = cast.units[(index + 7) % UNITS] ?? '';
  await send(ENGINE_ACTOR, { type: 'task.draft', data: draftOf(index, cast.ledgerId) });
  const units = { leadUnitIds: [lead], supportUnitIds: [support] };
  await send(cast.clerk, { type: 'task.confirm', data: { ...units, limits: 'confirmed' } });
  const authority = { kind: 'document', reference: '云政办发〔2021〕18号' } as const;
  await send(cast.clerk, { type: 'task.hang', data: { authority, secrecyDeclared: true } });
  if (index % 5 === 4) return;
  await send(cast.clerk, { type: 'task.assign', data: { requirements: '', replyBy: null } });
  if (isUnderway(index)) await send(cast.reporter, { type: 'task.accept', data: {} });
}

function draftOf(index: number, ledgerId: string): Extract<TaskCommand, { type: 'task.draft' }>['data'] {
  const topic = TOPICS[index % TOPICS.length] ?? '';
  const lead = `第${(index % UNITS) + 1}测试单位`;
  const year = 2090 + (index % 9);
  return {
    ledgerId,
    importId: ledgerId,
    serial: index + 1,
    title: `推进${topic}（第${index + 1}项）`,
    body: `深化改革，围绕${topic}统一标准，分批推进各级医疗机构，${year}年底前建成平台并投入使用，年度评估结果纳入考核。`,
    leadUnitNames: [{ name: lead, span: null, collective: false }],
    supportUnitNames: [],
    limits: [
      {
        limitId: 'L1',
        sourceText: `${year}年底前`,
        what: '建成平台',
        due: `${year}-12-31`,
        recurrence: null,
        dueOn: null,
        span: null,
      },
    ],
    indicators: [],
    source: {
      documentTitle: '测速文件',
      documentNumber: null,
      section: `第${(index % SECTIONS) + 1}部分`,
      number: `${index + 1}.`,
      span: null,
    },
    doubts: [],
  };
}

function actorOf(accountId: string, posts: readonly (readonly [Role, string])[]): Actor {
  return {
    accountId,
    name: '测速人员',
    posts: posts.map(([role, unitId]) => ({ postId: randomUUID(), unitId, role, ledgerId: null })),
  };
}

function contextOf(actor: Actor): CommandContext {
  const commandId = randomUUID();
  return { actor, commandId, correlationId: commandId, causationId: null };
}
