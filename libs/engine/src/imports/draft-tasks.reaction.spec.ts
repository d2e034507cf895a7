import { z } from 'zod';
import { readEvent } from '#domain';
import { draftContent, LEDGER_ID, PEOPLE } from '../../../domain/testing';
import { EngineLab, ScriptedStore, unavailable } from '../../testing';
import { draftTaskId, draftTasksReaction } from './draft-tasks.reaction';

const LEDGER = `ledger-${LEDGER_ID}`;
const titled = z.object({ title: z.string() });
const SOURCE = { kind: 'document', title: '意见', documentNumber: null, year: 2025, contentHash: null };
const COUNT = 120;

describe('an import', () => {
  let store: ScriptedStore;
  let lab: EngineLab;

  beforeEach(async () => {
    store = new ScriptedStore();
    lab = await EngineLab.open({ store });
    await lab.furnish();
  });
  afterEach(() => lab.close());

  const imports = (count: number, key: string) =>
    lab.does('ledger.import', LEDGER_ID, { source: SOURCE, tasks: contents(count, key) }, { key });

  const contents = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => draftContent({ title: `${name}第${index + 1}项` }));

  /** What the reactions do with every import of the log, in a process of its own. */
  async function react(): Promise<void> {
    const other = await EngineLab.open({ store }, 'reaction');
    try {
      for (const event of (await store.readStream(LEDGER)).map(readEvent)) {
        await draftTasksReaction.react(event, LEDGER, other.bus);
      }
    } finally {
      await other.close();
    }
  }

  async function drafted(): Promise<{ stream: string; serial: unknown; title: unknown; importId: unknown }[]> {
    const events = (await lab.log()).filter(({ type }) => type === 'task.drafted');
    return events
      .map(({ stream, data: { serial, importId, content } }) => ({
        stream,
        serial,
        title: titled.parse(content).title,
        importId,
      }))
      .sort((one, other) => Number(one.serial) - Number(other.serial));
  }

  async function importId(): Promise<string> {
    const [started] = (await store.readStream(LEDGER)).filter(({ type }) => type === 'ledger.import-started');
    return z.object({ importId: z.string() }).parse(started?.data).importId;
  }

  it('becomes its tasks in their order, by the program, and is then complete', async () => {
    await imports(COUNT, '一');
    await react();
    const id = await importId();
    expect(await drafted()).toEqual(
      Array.from({ length: COUNT }, (_, index) => ({
        stream: `task-${draftTaskId(id, index)}`,
        serial: index + 1,
        title: `一第${index + 1}项`,
        importId: id,
      })),
    );
    expect(await lab.typesIn(LEDGER)).toEqual(['ledger.created', 'ledger.import-started', 'ledger.import-completed']);
    const [first] = await store.readStream(`task-${draftTaskId(id, 0)}`);
    const [, started] = await store.readStream(LEDGER);
    expect(first?.metadata).toMatchObject({
      causationId: started?.eventId,
      correlationId: 'lab',
      actor: { accountId: PEOPLE.engine.accountId, role: 'engine' },
    });
  });

  it.each([0, 1, 49, 50, 77, 119, 120])('cut off after %i drafts ends with the same tasks, each once', async (done) => {
    await imports(COUNT, '一');
    store.scripts.push(...Array.from({ length: done }, () => passes), ...Array.from({ length: 60 }, () => unavailable));
    await expect(react()).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
    store.scripts.length = 0;
    expect(await lab.typesIn(LEDGER)).not.toContain('ledger.import-completed');
    await react();
    await react();
    const tasks = await drafted();
    expect(tasks.map(({ serial }) => serial)).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
    expect(new Set(tasks.map(({ stream }) => stream)).size).toBe(COUNT);
    expect(await lab.typesIn(LEDGER)).toEqual(['ledger.created', 'ledger.import-started', 'ledger.import-completed']);
  });

  it('that comes twice is counted on from the first, whichever is drafted first', async () => {
    await imports(3, '一');
    await imports(2, '二');
    await imports(3, '一');
    await react();
    expect((await drafted()).map(({ serial, title }) => [serial, title])).toEqual([
      [1, '一第1项'],
      [2, '一第2项'],
      [3, '一第3项'],
      [4, '二第1项'],
      [5, '二第2项'],
    ]);
  });

  it('leaves tasks alone that people have worked on before it was repeated', async () => {
    await imports(2, '一');
    await react();
    const taskId = draftTaskId(await importId(), 0);
    await lab.usually('task.confirm', taskId);
    await react();
    expect(await lab.typesIn(`task-${taskId}`)).toEqual(['task.drafted', 'task.confirmed']);
  });
});

const passes = <T>(write: () => Promise<T>): Promise<T> => write();
