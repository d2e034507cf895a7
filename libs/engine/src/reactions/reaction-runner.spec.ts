import { type CommandBus } from '@nestjs/cqrs';
import { ENGINE_ACTOR } from '#domain';
import { CONTINUITY, eventHash, EventLogError, MemoryEventStore, olderLog, type StoredEvent } from '#event-store';
import { createLogger, migrate } from '#platform';
import { createTestDatabase, eventually, type TestDatabase } from '#testing';
import { PEOPLE, testId } from '../../../domain/testing';
import { AlteredEventStore } from '../../../event-store/testing/altered-event-store';
import { EngineLab } from '../../testing';
import { CommandFault } from '../command/command-fault';
import { type Reaction, reactionContext } from './reaction';
import { reactedPlaces } from './reaction-place';
import { REACTION_MIGRATIONS, ReactionRunner } from './reaction-runner';

const logger = createLogger('silent');

/** Real locks and checkpoints, a log in memory, and a reaction that only notes down. */
describe('the runner of reactions', () => {
  let database: TestDatabase;
  let store: MemoryEventStore;
  /** The same log as the runner reads it. */
  let altered: AlteredEventStore;
  let lab: EngineLab;
  let bus: CommandBus;
  let runners: ReactionRunner[];
  /** Names of the units that reactions were told of, with who was told. */
  let told: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    await migrate(database.pool, REACTION_MIGRATIONS, { lockKey: 1 });
  });
  beforeEach(async () => {
    await database.pool.query('update reaction.checkpoint set position = null, hash = null');
    store = new MemoryEventStore();
    altered = new AlteredEventStore(store, {});
    lab = await EngineLab.open({ store });
    bus = lab.bus;
    runners = [];
    told = [];
  });
  afterEach(async () => {
    await Promise.all(runners.map((runner) => runner.stop()));
    await lab.close();
    await store.close();
  });
  afterAll(() => database.close());

  function start(who: string, react: Reaction['react'] = async () => undefined): ReactionRunner {
    const noting: Reaction = {
      name: 'noting',
      types: ['unit.created'],
      lastPart: 'part',
      react: async (event, stream, ownBus) => {
        if (event.type !== 'unit.created') throw new Error('not asked for');
        await react(event, stream, ownBus);
        told.push(`${who} ${event.data.name}`);
      },
    };
    const runner = new ReactionRunner(altered, database.pool, bus, [noting], logger);
    runners.push(runner);
    runner.start();
    return runner;
  }

  let units = 0;
  async function makeUnit(name: string): Promise<void> {
    units += 1;
    await lab.does('unit.create', testId(0x5000 + units), { name }, { by: PEOPLE.systemAdministrator });
  }

  const heard = (...names: string[]) => eventually(() => expect(told).toEqual(names));
  const keptPosition = async () => {
    const { rows } = await database.pool.query<{ position: string | null }>('select position from reaction.checkpoint');
    return rows[0]?.position ?? null;
  };

  it('tells what was there before, then what comes, in order and of the wanted kinds only', async () => {
    await makeUnit('甲');
    await lab.does('ledger.create', testId(0x4fff), { name: '台账', code: 'AB', closingPrefix: '销' });
    start('one');
    await heard('one 甲');
    await makeUnit('乙');
    await makeUnit('丙');
    await heard('one 甲', 'one 乙', 'one 丙');
  });

  it('goes on from its checkpoint, as another process too', async () => {
    await makeUnit('甲');
    const first = start('one');
    await heard('one 甲');
    const head = await store.head();
    await eventually(async () => expect(await keptPosition()).toBe(head));
    await first.stop();
    await makeUnit('乙');
    start('two');
    await heard('one 甲', 'two 乙');
  });

  it('keeps how far it has looked, though nothing there concerned it', async () => {
    await lab.does('ledger.create', testId(0x4ffe), { name: '台账', code: 'AC', closingPrefix: '销' });
    start('one');
    await eventually(async () => expect(await keptPosition()).toBe(await store.head()));
    expect(told).toEqual([]);
  });

  it('is one at a time; another takes over when it ends', async () => {
    const first = start('one');
    await makeUnit('甲');
    await heard('one 甲');
    start('two');
    await makeUnit('乙');
    await heard('one 甲', 'one 乙');
    await eventually(async () => expect(await keptPosition()).toBe(await store.head()));
    await first.stop();
    await makeUnit('丙');
    await heard('one 甲', 'one 乙', 'two 丙');
  });

  it('takes over from one whose connection is cut, and passes over nothing', async () => {
    start('one');
    await makeUnit('甲');
    await heard('one 甲');
    const cut = await database.pool.query(
      `select pg_terminate_backend(pid) from pg_locks join pg_database on oid = database
       where locktype = 'advisory' and datname = current_database()`,
    );
    expect(cut.rowCount).toBe(1);
    await makeUnit('乙');
    await eventually(() => expect(new Set(told)).toEqual(new Set(['one 甲', 'one 乙'])));
  });

  it('stops at an event that fails, says so, and tries it again before any later one', async () => {
    let broken = true;
    const runner = start('one', async () => {
      if (broken) throw new Error('the mail is down');
    });
    await makeUnit('甲');
    await makeUnit('乙');
    await eventually(() => expect(runner.fault()).toBe('the mail is down'));
    expect(told).toEqual([]);
    expect(await keptPosition()).toBeNull();
    broken = false;
    await heard('one 甲', 'one 乙');
    await eventually(() => expect(runner.fault()).toBeNull());
  });

  it.each([
    ['its rule has a fault', () => new CommandFault(new Error('refused at owed'))],
    ['the log refuses its event', () => new EventLogError('LOG.EVENT_TOO_LARGE', '内容过大。')],
  ])(
    'passes over an event whose consequence can never be recorded, as %s, and follows the next',
    async (_why, error) => {
      const failure = error();
      const runner = start('one', async (event) => {
        if (event.type === 'unit.created' && event.data.name === '甲') throw failure;
      });
      await makeUnit('甲');
      await makeUnit('乙');
      await heard('one 乙');
      expect(runner.passedOver()?.passedOver).toMatchObject([{ revision: 0, message: failure.message }]);
      expect(runner.fault()).toBeNull();
    },
  );

  describe('with a broken stream', () => {
    const unit = (name: string) => (event: StoredEvent) => event.type === 'unit.created' && event.data['name'] === name;
    const changed = (which: (event: StoredEvent) => boolean, over: (event: StoredEvent) => Partial<StoredEvent>) => {
      altered.alterations = { alter: (event) => (which(event) ? { ...event, ...over(event) } : event) };
    };
    const named = (runner: ReactionRunner) => runner.passedOver()?.passedOver.map(({ stream }) => stream);
    const streamOf = async (name: string) => (await store.readAll(null, 100)).find(unit(name))?.stream;

    it.each([
      ['cannot be read any more', () => ({ data: { name: 7 } })],
      ['can still be read', () => ({ data: { name: '假', parentId: null } })],
      ['has no canonical form', () => ({ data: { name: '\u0000', parentId: null } })],
    ])('passes over a changed event whose content %s, names its stream and follows all others', async (_how, over) => {
      await makeUnit('甲');
      await makeUnit('乙');
      await makeUnit('丙');
      changed(unit('乙'), over);
      const runner = start('one');
      await heard('one 甲', 'one 丙');
      expect(named(runner)).toEqual([await streamOf('乙')]);
      expect(runner.fault()).toBeNull();
      await eventually(async () => expect(await keptPosition()).toBe(await store.head()));
    });

    it('follows no later event of a stream whose event was changed, and names the stream once', async () => {
      await makeUnit('甲');
      await makeUnit('乙');
      const stream = (await streamOf('甲')) ?? '';
      // Two events of one stream, the first of them changed.
      const alter = (event: StoredEvent): StoredEvent => {
        if (unit('甲')(event)) return { ...event, metadata: {} };
        return unit('乙')(event) ? reseal({ ...event, stream }) : event;
      };
      altered.alterations = { alter };
      const runner = start('one');
      await makeUnit('丙');
      await heard('one 丙');
      expect(named(runner)).toEqual([stream]);
    });

    it('leaves alone a stream in which the store has found a foreign record, and follows all others', async () => {
      await makeUnit('甲');
      await makeUnit('乙');
      const stream = (await streamOf('甲')) ?? '';
      altered.alterations = { damaged: [{ stream, damage: 'foreign', revision: 1, message: '不是本系统写入的。' }] };
      const runner = start('one');
      await heard('one 乙');
      expect(runner.passedOver()).toEqual({
        passedOver: [{ stream, revision: 0, message: '不是本系统写入的。' }],
        more: 0,
      });
    });

    it('passes over an event whose consequence needs a broken stream, and follows the next', async () => {
      const runner = start('one', async (event) => {
        if (event.type === 'unit.created' && event.data.name === '甲') throw broken();
      });
      await makeUnit('甲');
      await makeUnit('乙');
      await heard('one 乙');
      expect(runner.passedOver()?.passedOver).toMatchObject([{ stream: await streamOf('甲'), message: '流受损。' }]);
    });

    it('passes over nothing while writing is stopped', async () => {
      await makeUnit('甲');
      store.writing.stop('streams', new EventLogError('LOG.STREAM_LOST', '有流丢失。'));
      let asked = false;
      const runner = start('one', async () => {
        if (asked) return;
        asked = true;
        throw broken();
      });
      await eventually(() => expect(runner.fault()).toBe('有流丢失。'));
      expect(runner.passedOver()).toBeNull();
      await heard('one 甲');
    });

    it('stops at a sound event that it cannot read, which a newer program wrote', async () => {
      await makeUnit('甲');
      changed(unit('甲'), (event) => reseal({ ...event, schemaVersion: 99 }));
      const runner = start('one');
      await eventually(() => expect(runner.fault()).toContain('unit.created v99'));
      expect(runner.passedOver()).toBeNull();
      expect(await keptPosition()).toBeNull();
    });
  });

  it('keeps with its position the event that stands there', async () => {
    start('one');
    await makeUnit('甲');
    const [last] = (await store.readAll(null, 10)).slice(-1);
    await eventually(async () =>
      expect(await reactedPlaces(database.pool)).toEqual([{ position: last?.position, hash: last?.hash }]),
    );
  });

  it('stands still without a fault while the log is not the one of the read models, then goes on where it may', async () => {
    const runner = start('one');
    await makeUnit('甲');
    await makeUnit('乙');
    await heard('one 甲', 'one 乙');
    store.writing.stop(CONTINUITY, olderLog());
    store.restore(store.copy('1'));
    await runner.putBack();
    expect(await keptPosition()).toBeNull();
    expect(runner.fault()).toBeNull();
    store.writing.clear(CONTINUITY);
    await makeUnit('丙');
    // Nothing in the log says that the first one was done.
    await heard('one 甲', 'one 乙', 'one 甲', 'one 丙');
    expect(runner.fault()).toBeNull();
  });

  it('goes on where somebody else has put it meanwhile, and does not write over that', async () => {
    start('one');
    await makeUnit('甲');
    await heard('one 甲');
    await eventually(async () => expect(await keptPosition()).toBe(await store.head()));
    await database.pool.query('update reaction.checkpoint set position = null, hash = null');
    await makeUnit('乙');
    await eventually(() => expect(told.filter((each) => each === 'one 甲')).toHaveLength(2));
    await eventually(() => expect(told.at(-1)).toBe('one 乙'));
  });

  it('finishes the event under way when it is told to stop', async () => {
    let finish: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (finish = resolve));
    let begun = false;
    const runner = start('one', async () => {
      begun = true;
      await waiting;
    });
    await makeUnit('甲');
    await eventually(() => expect(begun).toBe(true));
    const stopped = runner.stop();
    finish();
    await stopped;
    expect(told).toEqual(['one 甲']);
  });

  it('sends commands whose ids follow from the event, so that doing it again does nothing', async () => {
    const follow: Reaction['react'] = async (event, _stream, ownBus) => {
      expect(ownBus).toBe(bus);
      const context = reactionContext(event, ENGINE_ACTOR, 'part');
      expect(reactionContext(event, ENGINE_ACTOR, 'part')).toEqual(context);
      expect(reactionContext(event, ENGINE_ACTOR, 'other').commandId).not.toBe(context.commandId);
      expect(context).toMatchObject({ causationId: event.eventId, correlationId: 'lab' });
    };
    start('one', follow);
    await makeUnit('甲');
    await heard('one 甲');
  });
});

/** The event as its writer would have sealed it. */
function reseal(event: StoredEvent): StoredEvent {
  return { ...event, hash: eventHash(event) };
}

function broken(): EventLogError {
  return new EventLogError('LOG.INTEGRITY', '流受损。');
}
