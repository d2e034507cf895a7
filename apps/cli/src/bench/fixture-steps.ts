import { type CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { ACCOUNT_ACTS, type Actor, ENGINE_ACTOR, type Role, type TaskCommand } from '#domain';
import { Act, type CommandContext, unitIdFor } from '#engine';

/** The steps by which a bench's ledger comes about: the commands of the product, one by one. */

export type DraftData = Extract<TaskCommand, { type: 'task.draft' }>['data'];

/** Somebody with a role at each of some units. */
export function actorOf(accountId: string, role: Role, unitIds: readonly string[]): Actor {
  const posts = unitIds.map((unitId) => ({ postId: randomUUID(), unitId, role, ledgerId: null }));
  return { accountId, name: '测速人员', posts };
}

/** A command of its own. */
export function contextOf(actor: Actor): CommandContext {
  const commandId = randomUUID();
  return { actor, commandId, correlationId: commandId, causationId: null };
}

/** @returns the unit's id */
export async function createUnit(bus: CommandBus, name: string): Promise<string> {
  const unitId = unitIdFor(name, null);
  const command = { type: 'unit.create', data: { name, parentId: null } } as const;
  await bus.execute(new Act({ aggregate: 'unit', id: unitId, command }, contextOf(ENGINE_ACTOR)));
  return unitId;
}

/** Grants every post that the person acts with. */
export async function grantPosts(bus: CommandBus, { accountId, posts }: Actor): Promise<void> {
  for (const { role, unitId } of posts) {
    if (role === 'engine') continue;
    const step = ACCOUNT_ACTS['account.grant-post'].step(accountId, { unitId, role });
    await bus.execute(new Act(step, contextOf(ENGINE_ACTOR)));
  }
}

export async function createLedger(
  bus: CommandBus,
  clerk: Actor,
  ledgerId: string,
  ledger: { readonly name: string; readonly code: string },
): Promise<void> {
  const command = {
    type: 'ledger.create',
    data: { ...ledger, closingPrefix: `测${ledger.code}`, region: 'CN', kind: 'reform' },
  } as const;
  await bus.execute(new Act({ aggregate: 'ledger', id: ledgerId, command }, contextOf(clerk)));
}

/** From the draft to the hung task. */
export async function hangTask(
  bus: CommandBus,
  clerk: Actor,
  taskId: string,
  draft: DraftData,
  units: { readonly lead: string; readonly support: readonly string[] },
): Promise<void> {
  await act(bus, ENGINE_ACTOR, taskId, { type: 'task.draft', data: draft });
  const confirmed = { leadUnitIds: [units.lead], supportUnitIds: [...units.support] };
  await act(bus, clerk, taskId, { type: 'task.confirm', data: { ...confirmed, limits: 'confirmed' } });
  const authority = { kind: 'document', reference: '云政办发〔2021〕18号' } as const;
  await act(bus, clerk, taskId, { type: 'task.hang', data: { authority, secrecyDeclared: true } });
}

export async function assignTask(bus: CommandBus, clerk: Actor, taskId: string): Promise<void> {
  await act(bus, clerk, taskId, { type: 'task.assign', data: { requirements: '', replyBy: null } });
}

export async function acceptTask(bus: CommandBus, reporter: Actor, taskId: string): Promise<void> {
  await act(bus, reporter, taskId, { type: 'task.accept', data: {} });
}

/** A limit at the end of a year, as documents word it. */
export function yearEnd(year: number): DraftData['content']['limits'][number] {
  return {
    limitId: 'L1',
    sourceText: `${year}年底前`,
    what: '建成平台',
    due: `${year}-12-31`,
    recurrence: null,
    dueOn: null,
    span: null,
  };
}

async function act(bus: CommandBus, actor: Actor, taskId: string, command: TaskCommand): Promise<void> {
  await bus.execute(new Act({ aggregate: 'task', id: taskId, command }, contextOf(actor)));
}
