import { type CommandBus } from '@nestjs/cqrs';
import { dayInShanghai, ENGINE_ACTOR, type HeldPost, type RecordedOfType } from '#domain';
import { type CalendarSource } from '../rules/calendar-source';
import { Act } from '../command/act';
import { CommandRefused } from '../command/command-refused';
import { type Reaction, reactionContext } from '../reactions/reaction';
import { unitIdFor } from '../units/unit-id';
import { practiceImport } from './practice-tasks';
import { PRACTICE_BUREAUS, PRACTICE_OFFICE } from './practice-units';

type MarkedPractice = RecordedOfType<'ledger.marked-practice'>;

const OFFICE = { name: PRACTICE_OFFICE, parentId: null };
const OFFICE_ID = unitIdFor(PRACTICE_OFFICE, null);
const BUREAU_IDS = PRACTICE_BUREAUS.map((name) => unitIdFor(name, OFFICE_ID));

/** Every role that takes part in a task's life, where its scope reaches the sample tasks: both bureaus can be leads. */
const PARTS: readonly Pick<HeldPost, 'role' | 'unitId'>[] = [
  { role: 'supervision-clerk', unitId: OFFICE_ID },
  ...BUREAU_IDS.map((unitId) => ({ role: 'reporter', unitId }) as const),
  ...BUREAU_IDS.map((unitId) => ({ role: 'unit-head', unitId }) as const),
  { role: 'verifier', unitId: OFFICE_ID },
  { role: 'closer', unitId: OFFICE_ID },
  { role: 'leader', unitId: OFFICE_ID },
  { role: 'auditor', unitId: OFFICE_ID },
];

/** Refusals that say that it is done already: units are shared by all practice ledgers, and this may run again after a crash. */
const DONE_BEFORE: ReadonlySet<string> = new Set([
  'UNIT.EXISTS',
  'POST.EXISTS',
  // Days are counted from the calendar in force, which may have been another when this ran first.
  'COMMAND.KEY_REUSED',
]);

/**
 * Furnishes a practice ledger, so that its owner can play at once: units made for practice, a post in every role, and an
 * import of sample tasks.
 */
export function furnishPracticeReaction(calendars: Pick<CalendarSource, 'inForce'>): Reaction {
  return {
    name: 'furnish-practice',
    types: ['ledger.marked-practice'],
    lastPart: 'import',
    react: async (event, stream, bus) => {
      if (event.type !== 'ledger.marked-practice') return;
      const ledgerId = stream.slice('ledger-'.length);
      await makeUnits(event, bus);
      await givePosts(event, ledgerId, bus);
      const today = dayInShanghai(event.metadata.recordedAt);
      const data = practiceImport(today, await calendars.inForce());
      const step = { aggregate: 'ledger', id: ledgerId, command: { type: 'ledger.import', data } } as const;
      await unlessDone(bus.execute(new Act(step, reactionContext(event, ENGINE_ACTOR, 'import'))));
    },
  };
}

async function makeUnits(event: MarkedPractice, bus: CommandBus): Promise<void> {
  for (const unit of [OFFICE, ...PRACTICE_BUREAUS.map((name) => ({ name, parentId: OFFICE_ID }))]) {
    const step = { aggregate: 'unit', id: null, command: { type: 'unit.create', data: unit } } as const;
    await unlessDone(bus.execute(new Act(step, reactionContext(event, ENGINE_ACTOR, `unit ${unit.name}`))));
  }
}

async function givePosts(event: MarkedPractice, ledgerId: string, bus: CommandBus): Promise<void> {
  const { accountId } = event.data;
  for (const part of PARTS) {
    const command = { type: 'account.grant-practice-post', data: { ledgerId, ...part } } as const;
    const context = reactionContext(event, ENGINE_ACTOR, `post ${part.role} ${part.unitId}`);
    await unlessDone(bus.execute(new Act({ aggregate: 'account', id: accountId, command }, context)));
  }
}

async function unlessDone(sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if (!(error instanceof CommandRefused && DONE_BEFORE.has(error.code))) throw error;
  }
}
