import { type CommandBus } from '@nestjs/cqrs';
import {
  dayInShanghai,
  type DomainEvent,
  ENGINE_ACTOR,
  type LedgerCommand,
  type PostCommand,
  type Recorded,
  type UnitCommand,
} from '#domain';
import { type CalendarSource } from '../calendar/calendar-source';
import { LedgerAct, PostAct, UnitAct } from '../command/acts';
import { CommandRefused } from '../command/command-refused';
import { postIdFor, unitIdFor } from '../command/to-act';
import { type Reaction, reactionContext } from '../reactions/reaction';
import { practiceImport } from './practice-tasks';
import { PRACTICE_BUREAUS, PRACTICE_OFFICE } from './practice-units';

type MarkedPractice = Recorded<Extract<DomainEvent, { type: 'ledger.marked-practice' }>>;
type PlayedPost = Extract<PostCommand, { type: 'post.grant-for-practice' }>['data'];

const OFFICE = { name: PRACTICE_OFFICE, parentId: null };
const OFFICE_ID = unitIdFor(PRACTICE_OFFICE, null);
const [BUREAU] = PRACTICE_BUREAUS;
const BUREAU_ID = unitIdFor(BUREAU, OFFICE_ID);

/** Every role that takes part in a task's life, where its scope reaches the sample tasks. */
const PARTS: readonly Pick<PlayedPost, 'role' | 'unitId'>[] = [
  { role: 'supervision-clerk', unitId: OFFICE_ID },
  { role: 'reporter', unitId: BUREAU_ID },
  { role: 'unit-head', unitId: BUREAU_ID },
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
      const command: LedgerCommand = { type: 'ledger.import', data };
      await unlessDone(bus.execute(new LedgerAct(ledgerId, command, reactionContext(event, ENGINE_ACTOR, 'import'))));
    },
  };
}

async function makeUnits(event: MarkedPractice, bus: CommandBus): Promise<void> {
  for (const unit of [OFFICE, ...PRACTICE_BUREAUS.map((name) => ({ name, parentId: OFFICE_ID }))]) {
    const command: UnitCommand = { type: 'unit.create', data: unit };
    const context = reactionContext(event, ENGINE_ACTOR, `unit ${unit.name}`);
    await unlessDone(bus.execute(new UnitAct(unitIdFor(unit.name, unit.parentId), command, context)));
  }
}

async function givePosts(event: MarkedPractice, ledgerId: string, bus: CommandBus): Promise<void> {
  const { accountId } = event.data;
  for (const part of PARTS) {
    const data: PlayedPost = { accountId, ledgerId, ...part };
    const context = reactionContext(event, ENGINE_ACTOR, `post ${part.role}`);
    await unlessDone(bus.execute(new PostAct(postIdFor(data), { type: 'post.grant-for-practice', data }, context)));
  }
}

async function unlessDone(sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if (!(error instanceof CommandRefused && DONE_BEFORE.has(error.code))) throw error;
  }
}
