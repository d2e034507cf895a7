import { type Actor, LEDGER_ACTS, readEvent } from '#domain';
import { type EventStore, MemoryEventStore } from '#event-store';
import { createTestDatabase } from '#testing';
import { actedBy, PEOPLE, testId } from '../../../domain/testing';
import { doubledServer } from '../../../event-store/testing/kurrent-log';
import { openPostgresLog } from '../../../event-store/testing/postgres-log';
import { after, EngineLab, type Script, ScriptedStore, unavailable } from '../../testing';
import { Act } from '../command/act';
import { CreateLedgerProcess } from './create-ledger.process';
import { finishLedgerReaction } from './finish-ledger.reaction';
import { numberingIdFor } from './numbering-id';

const ASKED = { name: '医改台账', code: 'YG2026', closingPrefix: '云医改销' };
const OTHER = { name: '教育台账', code: 'JY2026', closingPrefix: '云教销' };
const CODE = streamOf('code', ASKED.code);
const PREFIX = streamOf('closing-prefix', ASKED.closingPrefix);
const writes: Script = (write) => write();

function streamOf(kind: 'code' | 'closing-prefix', number: string): string {
  return `numbering-${numberingIdFor({ kind, number })}`;
}

describe('creating a ledger', () => {
  let store: ScriptedStore;
  let lab: EngineLab;

  beforeEach(async () => {
    store = new ScriptedStore();
    lab = await EngineLab.open({ store });
  });
  afterEach(() => lab.close());

  const creates = (body: object = ASKED, key?: string, by: Actor = PEOPLE.clerk) =>
    lab.does('ledger.create', null, body, key === undefined ? { by } : { by, key });

  /** What the reactions do with every reservation of the log, in another process. */
  async function react(): Promise<void> {
    const other = await EngineLab.open({ store }, 'reaction');
    const reaction = finishLedgerReaction(other.module.get(CreateLedgerProcess, { strict: false }));
    try {
      for (const event of await store.readAll(null, 1_000)) {
        if (reaction.concerns?.(event) !== false) await reaction.react(readEvent(event), event.stream, other.bus);
      }
    } finally {
      await other.close();
    }
  }

  const ledgers = async () => (await lab.log()).filter(({ type }) => type === 'ledger.created').map(({ data }) => data);

  it('makes its code and its closing prefix its own', async () => {
    expect(await creates()).toMatchObject({ revision: 0, events: ['ledger.created'] });
    expect(await lab.typesIn(CODE)).toEqual(['numbering.reserved', 'numbering.used']);
    expect(await lab.typesIn(PREFIX)).toEqual(['numbering.reserved', 'numbering.used']);
    const [created] = (await lab.log()).filter(({ type }) => type === 'ledger.created');
    expect(created?.metadata).toMatchObject({
      actor: { accountId: PEOPLE.clerk.accountId, role: 'supervision-clerk' },
    });
  });

  it.each([
    ['code', { ...OTHER, code: 'YG2026' }, 'LEDGER.CODE_TAKEN'],
    ['code in full-width letters', { ...OTHER, code: 'ｙｇ ２０２６' }, 'LEDGER.CODE_TAKEN'],
    ['closing prefix', { ...OTHER, closingPrefix: '云医改销' }, 'LEDGER.PREFIX_TAKEN'],
    ['closing prefix with blanks', { ...OTHER, closingPrefix: ' 云医改 销' }, 'LEDGER.PREFIX_TAKEN'],
  ])('refuses the %s of another ledger, naming that ledger, and spends nothing', async (_what, body, code) => {
    await creates();
    const before = await lab.log();
    const refused = creates(body);
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(/已被《医改台账》台账使用/u);
    expect(await lab.log()).toHaveLength(before.length);
    expect(await creates(OTHER)).toMatchObject({ events: ['ledger.created'] });
  });

  it('answers a repeated request as the first time', async () => {
    const first = await creates(ASKED, 'key');
    expect(await creates(ASKED, 'key')).toEqual(first);
    await expect(creates(OTHER, 'key')).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
    expect(await ledgers()).toHaveLength(1);
    expect(await lab.typesIn(streamOf('code', OTHER.code))).toEqual([]);
  });

  it('reserves nothing for whoever may not create one', async () => {
    await expect(creates(ASKED, undefined, PEOPLE.reporter)).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
    expect(await lab.log()).toEqual([]);
  });

  describe.each([1, 2, 3, 4, 5])('that a crash has left after %i of its five steps', (done) => {
    beforeEach(async () => {
      store.scripts.push(...Array.from({ length: done }, () => writes), unavailable);
      const broken = creates(ASKED, 'key');
      if (done < 5) await expect(broken).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
      else await broken;
      store.scripts.length = 0;
    });

    it('is finished by the reaction, in the clerk’s name, and once', async () => {
      await react();
      await react();
      expect(await ledgers()).toEqual([{ ...ASKED, region: 'CN', kind: 'reform' }]);
      expect(await lab.typesIn(CODE)).toEqual(['numbering.reserved', 'numbering.used']);
      expect(await lab.typesIn(PREFIX)).toEqual(['numbering.reserved', 'numbering.used']);
      expect(await creates(ASKED, 'key')).toMatchObject({ events: ['ledger.created'] });
    });

    it('is finished by the clerk’s own retry, at the same moment as the reaction', async () => {
      const [outcome] = await Promise.all([creates(ASKED, 'key'), react(), react()]);
      expect(outcome).toMatchObject({ events: ['ledger.created'] });
      expect(await ledgers()).toHaveLength(1);
      expect(await lab.typesIn(CODE)).toEqual(['numbering.reserved', 'numbering.used']);
    });

    it('leaves its numbers to no other ledger meanwhile', async () => {
      await expect(creates({ ...OTHER, code: ASKED.code })).rejects.toMatchObject({ code: 'LEDGER.CODE_TAKEN' });
    });
  });

  describe('whose prefix another ledger takes at the last moment', () => {
    let other: EngineLab;

    beforeEach(async () => {
      other = await EngineLab.open({ store }, 'other');
      store.scripts.push(
        writes,
        after(() => other.does('ledger.create', null, { ...OTHER, closingPrefix: ASKED.closingPrefix })),
      );
      await expect(creates(ASKED, 'key')).rejects.toMatchObject({ code: 'LEDGER.PREFIX_TAKEN' });
    });
    afterEach(() => other.close());

    it('gives its code back, which is free for the same ledger and for others', async () => {
      expect(await lab.typesIn(CODE)).toEqual(['numbering.reserved', 'numbering.released']);
      await react();
      expect(await ledgers()).toHaveLength(1);
      expect(await creates({ ...ASKED, closingPrefix: '云医改二销' })).toMatchObject({ events: ['ledger.created'] });
    });

    it('is refused again under its own key, and holds nothing then', async () => {
      await expect(creates(ASKED, 'key')).rejects.toMatchObject({ code: 'LEDGER.PREFIX_TAKEN' });
      expect((await lab.typesIn(CODE)).at(-1)).toBe('numbering.released');
    });
  });

  it('whose code was given back by another process takes the prefix from nobody', async () => {
    const other = await EngineLab.open({ store }, 'other');
    store.scripts.push(
      writes,
      writes,
      after(async () => {
        const [reserved] = (await store.readStream(CODE)).map(readEvent);
        if (reserved?.type !== 'numbering.reserved') throw new Error('the code is reserved first');
        const { claimId, ledgerId } = reserved.data;
        const data = { kind: 'code', number: ASKED.code, ledgerId, claimId, reason: '落空' } as const;
        const step = { aggregate: 'numbering', id: null, command: { type: 'numbering.release', data } } as const;
        await other.bus.execute(new Act(step, other.context({ by: PEOPLE.engine })));
      }),
    );
    await expect(creates(ASKED, 'key')).rejects.toMatchObject({ code: 'LEDGER.NUMBERS_NOT_CLAIMED' });
    expect((await lab.typesIn(PREFIX)).at(-1)).toBe('numbering.released');
    expect(await ledgers()).toEqual([]);
    // The same request again reserves anew.
    expect(await creates(ASKED, 'key')).toMatchObject({ events: ['ledger.created'] });
    await other.close();
  });

  it('never begins with numbers that nobody has set aside, whoever decides it', async () => {
    const command = LEDGER_ACTS['ledger.create'].step(testId(0x4aaa), ASKED);
    const data = {
      kind: 'code',
      number: ASKED.code,
      ledgerId: testId(0x4aab),
      ledgerName: '另一本',
      claimId: testId(0x4aac),
      creating: {
        commandId: testId(0x4aad),
        by: actedBy(PEOPLE.clerk),
        asked: { ...ASKED, region: 'CN', kind: 'reform' },
      },
    } as const;
    const step = { aggregate: 'numbering', id: null, command: { type: 'numbering.reserve', data } } as const;
    await lab.bus.execute(new Act(step, lab.context({ by: PEOPLE.engine })));
    await expect(lab.bus.execute(new Act(command, lab.context()))).rejects.toMatchObject({ code: 'LEDGER.CODE_TAKEN' });
  });
});

interface TwoProcesses {
  readonly stores: readonly [EventStore, EventStore];
  readonly close: () => Promise<void>;
}

const LOGS: readonly [string, () => Promise<TwoProcesses>][] = [
  [
    'in memory',
    async () => {
      const store = new MemoryEventStore();
      return { stores: [store, store], close: () => Promise.resolve() };
    },
  ],
  [
    'in PostgreSQL',
    async () => {
      const log = await openPostgresLog(createTestDatabase);
      return { stores: [log.store, log.another()], close: () => log.close() };
    },
  ],
  [
    'in KurrentDB (its double)',
    async () => {
      const log = await doubledServer();
      return { stores: [log.store, log.another()], close: () => log.close() };
    },
  ],
];

describe.each(LOGS)('two processes that create ledgers at the same moment, their log %s', (_where, open) => {
  let log: TwoProcesses;
  let labs: readonly EngineLab[];

  beforeAll(async () => {
    log = await open();
    labs = await Promise.all(log.stores.map((store, index) => EngineLab.open({ store }, `process ${index}`)));
  });
  afterAll(async () => {
    await Promise.all(labs.map((lab) => lab.close()));
    await log.close();
  });

  it.each<[string, Partial<typeof ASKED>, string, Partial<typeof ASKED>?]>([
    ['the same code', { code: 'AA2026' }, 'LEDGER.CODE_TAKEN'],
    ['the same code, typed otherwise', { code: 'ａｂ 2026' }, 'LEDGER.CODE_TAKEN', { code: 'AB2026' }],
    ['the same prefix', { closingPrefix: '澄医改销' }, 'LEDGER.PREFIX_TAKEN'],
    ['both the same', { code: 'BB2026', closingPrefix: '澄教销' }, 'LEDGER.CODE_TAKEN'],
  ])('with %s: one is created, the other is told who has it', async (what, same, refusal, other = same) => {
    const attempts = labs.map((lab, index) => {
      const own = { name: `台账${index}`, code: `C${index}${what.length}`, closingPrefix: `销${index}${what.length}` };
      return lab.does('ledger.create', null, { ...own, ...(index === 0 ? same : other) });
    });
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toEqual([expect.objectContaining({ code: refusal })]);
  });

  it('(17) gives every code and every prefix of the log to one ledger', async () => {
    const created = (await log.stores[0].readAll(null, 1_000)).filter(({ type }) => type === 'ledger.created');
    expect(created).toHaveLength(4);
    for (const field of ['code', 'closingPrefix']) {
      expect(new Set(created.map(({ data }) => data[field])).size).toBe(created.length);
    }
  });
});
