import { type CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { type Actor } from '#domain';
import { derivedId } from '#engine';
import { eachBounded } from '#platform';
import { type Foundation } from '#runtime';
import { note } from '../output';
import {
  acceptTask,
  actorOf,
  assignTask,
  createLedger,
  createUnit,
  grantPosts,
  hangTask,
  yearEnd,
} from './fixture-steps';
import { numberedDraft, UNITS, unitName } from './many-tasks';
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

const IN_FLIGHT = 64;

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
  await eachBounded(taskIds.entries(), IN_FLIGHT, async ([index, taskId]) => {
    await bringAlong(bus, taskId, index, { ledgerId, units, clerk, reporter });
    if (index > 0 && index % 20_000 === 0) note(`${index} 项任务…`);
  });
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
  const year = 2090 + (index % 9);
  const draft = numberedDraft(index, cast.ledgerId, year, [yearEnd(year)]);
  await hangTask(bus, cast.clerk, taskId, draft, { lead, support: [support] });
  if (isAssigned(index)) await assignTask(bus, cast.clerk, taskId);
  if (isUnderway(index)) await acceptTask(bus, cast.reporter, taskId);
}
