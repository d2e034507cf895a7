import { compileCalendar, readEvent } from '#domain';
import { type LogPlace, MemoryEventStore, type MemoryLogCopy, type StoredEvent } from '#event-store';
import { draftContent, LEDGER_ID, PEOPLE, SAMPLE_CALENDAR, TASK_ID } from '../../../domain/testing';
import { EngineLab, TO_VERIFIED } from '../../testing';
import { draftTasksReaction } from '../imports/draft-tasks.reaction';
import { furnishPracticeReaction } from '../practice/furnish-practice.reaction';
import { CloseTaskProcess } from '../processes/close-task.process';
import { finishClosingReaction } from '../processes/finish-closing.reaction';
import { CreateLedgerProcess } from '../ledgers/create-ledger.process';
import { finishLedgerReaction } from '../ledgers/finish-ledger.reaction';
import { concerns, type Reaction } from './reaction';
import { placeBeforeUnfinished } from './unfinished';

const CALENDAR = compileCalendar(SAMPLE_CALENDAR);
const SOURCE = { kind: 'document', title: '意见', documentNumber: null, year: 2025, contentHash: null };

describe('where reactions may stand in a log', () => {
  /** A log in which every reaction has run: an import, a closing and a practice ledger. */
  let whole: MemoryLogCopy;

  beforeAll(async () => {
    const store = new MemoryEventStore();
    const lab = await EngineLab.open({ store });
    await lab.furnish();
    await lab.through(TASK_ID, ...TO_VERIFIED);
    await lab.does('ledger.import', LEDGER_ID, { source: SOURCE, tasks: [draftContent(), draftContent()] });
    await follow(store, lab, null);
    await lab.closes(TASK_ID);
    await lab.does('ledger.open-practice', null, {}, { by: PEOPLE.auditor });
    await follow(store, lab, null);
    // What a reaction has written may concern another: the practice ledger's import.
    await follow(store, lab, null);
    whole = store.copy();
    await lab.close();
  });

  function reactionsOf(lab: EngineLab): readonly Reaction[] {
    const closing = lab.module.get(CloseTaskProcess, { strict: false });
    return [
      draftTasksReaction,
      finishClosingReaction(closing),
      finishLedgerReaction(lab.module.get(CreateLedgerProcess, { strict: false })),
      furnishPracticeReaction({ inForce: async () => CALENDAR }),
    ];
  }

  /** Runs the reactions on what the log holds after a place. */
  async function follow(store: MemoryEventStore, lab: EngineLab, after: LogPlace | null): Promise<void> {
    for (const stored of await store.readAll(after?.position ?? null, 10_000)) {
      for (const reaction of reactionsOf(lab)) {
        if (concerns(reaction, stored)) await reaction.react(readEvent(stored), stored.stream, lab.bus);
      }
    }
  }

  /** A process on an older copy of the log. */
  async function on<T>(
    events: MemoryLogCopy,
    work: (store: MemoryEventStore, lab: EngineLab) => Promise<T>,
  ): Promise<T> {
    const store = new MemoryEventStore();
    store.restore(events);
    const lab = await EngineLab.open({ store }, 'restored');
    try {
      return await work(store, lab);
    } finally {
      await lab.close();
    }
  }

  const placeIn = (events: MemoryLogCopy): Promise<LogPlace | null> =>
    on(events, (store, lab) => placeBeforeUnfinished(store, reactionsOf(lab)));

  const effectsOf = (causes: readonly StoredEvent[]): string[] => {
    const ids = new Set(causes.map(({ eventId }) => eventId));
    const effects = whole.map(readEvent).filter(({ metadata }) => ids.has(metadata.causationId ?? ''));
    return effects.map(({ eventId }) => eventId);
  };

  it('is the end of a log in which all of them have run, and the beginning of an empty one', async () => {
    expect(await placeIn(whole)).toMatchObject({ position: whole.at(-1)?.position, hash: whole.at(-1)?.hash });
    expect(await placeIn([])).toBeNull();
  });

  it('is before the first event that a reaction has not run to its end on, and after those that it has', async () => {
    for (const type of ['ledger.import-started', 'number.reserved', 'ledger.marked-practice']) {
      const cause = whole.findIndex((event) => event.type === type);
      expect(cause).toBeGreaterThan(0);
      const before = whole[cause - 1];
      expect(await placeIn(whole.slice(0, cause + 2))).toEqual({ position: before?.position, hash: before?.hash });
    }
  });

  it('leads to everything that reactions had written, from every older copy', async () => {
    for (let length = 1; length <= whole.length; length += 1) {
      const copy = whole.slice(0, length);
      const lacking = await on(copy, async (store, lab) => {
        await follow(store, lab, await placeBeforeUnfinished(store, reactionsOf(lab)));
        const there = new Set((await store.readAll(null, 10_000)).map(({ eventId }) => eventId));
        return effectsOf(copy).filter((eventId) => !there.has(eventId));
      });
      expect({ length, lacking }).toEqual({ length, lacking: [] });
    }
  });
});
