import { type CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { type Actor } from '#domain';
import { derivedId } from '#engine';
import { type Foundation } from '../foundation';
import { note } from '../output';
import {
  acceptTask,
  actorOf,
  assignTask,
  createLedger,
  createUnit,
  type DraftData,
  grantPosts,
  hangTask,
  yearEnd,
} from './fixture-steps';
import { personWithToken } from './person-with-token';

/** A ledger as no office has it: very many tasks of many units, in several statuses. */
export interface WideFixture {
  readonly ledgerId: string;
  /** How many there are. */
  readonly tasks: number;
  /** Those that their unit has in hand, so that reports to them are accepted. */
  readonly taskIds: readonly string[];
  readonly units: readonly string[];
  /** Secrets of access tokens: of somebody who sees all, and of a reporter of every unit's. */
  readonly clerk: string;
  readonly reporter: string;
  /** And of a reporter of one unit, as people are. */
  readonly unitReporter: string;
}

/** No divisor of what the statuses go by, so that every unit has tasks in each. */
const UNITS = 37;
const SECTIONS = 12;
const IN_FLIGHT = 64;
const TOPICS = ['医疗信息平台建设', '医保支付方式改革', '分级诊疗制度', '基层人才队伍', '药品集中采购', '家庭医生签约'];

/** Builds it through the commands of the product. @param tasks how many */
export async function buildWideFixture(foundation: Foundation, bus: CommandBus, tasks: number): Promise<WideFixture> {
  const units: string[] = [];
  for (let index = 0; index < UNITS; index += 1) units.push(await createUnit(bus, unitName(index)));
  const tokens = {
    clerk: await personWithToken(foundation, 'wide-clerk'),
    reporter: await personWithToken(foundation, 'wide-reporter'),
    unitReporter: await personWithToken(foundation, 'wide-unit-reporter'),
  };
  const clerk = actorOf(tokens.clerk.accountId, 'supervision-clerk', units.slice(0, 1));
  const reporter = actorOf(tokens.reporter.accountId, 'reporter', units);
  const unitReporter = actorOf(tokens.unitReporter.accountId, 'reporter', units.slice(1, 2));
  for (const person of [clerk, reporter, unitReporter]) await grantPosts(bus, person);
  const ledgerId = derivedId('bench-wide-ledger');
  await createLedger(bus, clerk, ledgerId, { name: '十万项任务的台账', code: 'WIDE' });
  const taskIds = Array.from({ length: tasks }, () => randomUUID());
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < tasks; index = next++) {
      await bringAlong(bus, taskIds[index] ?? '', index, { ledgerId, units, clerk, reporter });
      if (index > 0 && index % 20_000 === 0) note(`${index} 项任务…`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return {
    ledgerId,
    tasks,
    units,
    taskIds: taskIds.filter((_, index) => isUnderway(index)),
    clerk: tokens.clerk.secret,
    reporter: tokens.reporter.secret,
    unitReporter: tokens.unitReporter.secret,
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
  return isAssigned(index) && index % 50 !== 3;
}

function isAssigned(index: number): boolean {
  return index % 5 !== 4;
}

async function bringAlong(bus: CommandBus, taskId: string, index: number, cast: Cast): Promise<void> {
  const lead = cast.units[index % UNITS] ?? '';
  const support = cast.units[(index + 7) % UNITS] ?? '';
  await hangTask(bus, cast.clerk, taskId, draftOf(index, cast.ledgerId), { lead, support: [support] });
  if (isAssigned(index)) await assignTask(bus, cast.clerk, taskId);
  if (isUnderway(index)) await acceptTask(bus, cast.reporter, taskId);
}

function unitName(index: number): string {
  return `第${(index % UNITS) + 1}测试单位`;
}

function draftOf(index: number, ledgerId: string): DraftData {
  const topic = TOPICS[index % TOPICS.length] ?? '';
  const year = 2090 + (index % 9);
  return {
    ledgerId,
    importId: ledgerId,
    serial: index + 1,
    title: `推进${topic}（第${index + 1}项）`,
    body: `深化改革，围绕${topic}统一标准，分批推进各级医疗机构，${year}年底前建成平台并投入使用，年度评估结果纳入考核。`,
    leadUnitNames: [{ name: unitName(index), span: null, collective: false }],
    supportUnitNames: [],
    limits: [yearEnd(year)],
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
