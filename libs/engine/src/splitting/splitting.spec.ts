import { readEvent, TASK_EVENTS } from '#domain';
import { PEOPLE, TASK_ID, UNITS } from '../../../domain/testing';
import { EngineLab, ScriptedStore, TO_UNDERWAY } from '../../testing';
import { States } from '../state/states';
import { beginChildrenReaction } from './begin-children.reaction';
import { tellParentReaction } from './tell-parent.reaction';

const PARENT = `task-${TASK_ID}`;
const RULE = { progress: 'average', indicators: [] };

/** Splitting across streams: the parent's one event becomes the children, and their ends are told back. */
describe('a task that is split', () => {
  let store: ScriptedStore;
  let lab: EngineLab;

  beforeEach(async () => {
    store = new ScriptedStore();
    lab = await EngineLab.open({ store });
    await lab.furnish();
    await lab.does('unit.create', UNITS.insurance, { name: '市医保局' }, { by: PEOPLE.systemAdministrator });
    await lab.through(TASK_ID, ...TO_UNDERWAY);
  });
  afterEach(() => lab.close());

  const split = (...units: readonly string[]) =>
    lab.does('task.split', TASK_ID, {
      by: 'units',
      children: units.map((unitId) => ({ leadUnitIds: [unitId] })),
      rule: RULE,
    });

  /** What the reactions do with everything in the log, in a process of its own. */
  async function react(): Promise<void> {
    const other = await EngineLab.open({ store }, 'reaction');
    const states = other.module.get(States, { strict: false });
    try {
      for (const stored of await lab.log()) {
        for (const reaction of [beginChildrenReaction(states), tellParentReaction]) {
          if (reaction.types.some((type) => type === stored.type)) {
            await reaction.react(readEvent(stored), stored.stream, other.bus);
          }
        }
      }
    } finally {
      await other.close();
    }
  }

  async function children(): Promise<readonly string[]> {
    const events = (await lab.log()).filter(
      ({ type, data }) => type === 'task.drafted' && data['parent'] !== undefined,
    );
    return events.map(({ stream }) => stream);
  }

  it('has its children once, whatever happens in between: in its ledger, assigned to their units', async () => {
    await split(UNITS.finance, UNITS.insurance);
    await react();
    await react();
    const streams = await children();
    expect(streams).toHaveLength(2);
    const [parent] = await store.readStream(PARENT);
    for (const [index, unitId] of [UNITS.finance, UNITS.insurance].entries()) {
      const found = (await Promise.all(streams.map((stream) => store.readStream(stream)))).find(([, confirmed]) =>
        JSON.stringify(confirmed?.data).includes(unitId),
      );
      expect(found?.map(({ type }) => type)).toEqual(['task.drafted', 'task.confirmed', 'task.hung', 'task.assigned']);
      expect(found?.[0]?.data).toMatchObject({
        ledgerId: parent?.data['ledgerId'],
        serial: parent?.data['serial'],
        parent: { taskId: TASK_ID, place: `0${index + 1}`, splitBy: { accountId: PEOPLE.clerk.accountId } },
      });
      expect(found?.[2]?.data).toMatchObject({ number: `YG2025-007-0${index + 1}` });
    }
  });

  it('that two people split at once has its children once', async () => {
    const sent = await Promise.allSettled([split(UNITS.finance), split(UNITS.finance)]);
    const refused = sent.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'TASK.CHILD_EXISTS' } }]);
    await react();
    expect(await children()).toHaveLength(1);
  });

  it('hands moved periods down with the limits that they belong to: to no child with limits of its own', async () => {
    const [of, own] = [UNITS.finance, UNITS.insurance].map((unitId) => ({ leadUnitIds: [unitId] }));
    await lab.does('task.split', TASK_ID, { by: 'units', children: [of, { ...own, limits: [] }], rule: RULE });
    const split = (await store.readStream(PARENT)).map(readEvent).findLast(({ type }) => type === 'task.split');
    if (split?.type !== 'task.split') throw new Error('the task was not split');
    const moved = {
      ...split,
      data: { ...split.data, moves: [{ ...TASK_EVENTS['limit.moved'].sample, period: '2025-Q2' }] },
    };
    await beginChildrenReaction(lab.module.get(States, { strict: false })).react(moved, PARENT, lab.bus);
    const types = await Promise.all((await children()).map((stream) => lab.typesIn(stream)));
    expect(types.map((each) => each.includes('limit.moved')).sort()).toEqual([false, true]);
  });

  it('hears of the end of each child once, and may end itself after the last', async () => {
    await split(UNITS.finance, UNITS.insurance);
    await react();
    const [first = '', second = ''] = (await children()).map((stream) => stream.slice('task-'.length));
    await lab.does('task.void', first, { reason: '误录' });
    await react();
    await expect(lab.usually('task.terminate', TASK_ID)).rejects.toMatchObject({ code: 'TASK.CHILDREN_OPEN' });
    await lab.usually('task.terminate', second);
    await react();
    await react();
    expect((await lab.typesIn(PARENT)).filter((type) => type === 'child.ended')).toHaveLength(2);
    await lab.usually('task.terminate', TASK_ID);
  });

  it('tells nobody of the end of a task that is nobody’s child', async () => {
    await lab.usually('task.terminate', TASK_ID);
    const [last] = (await store.readStream(PARENT)).slice(-1);
    expect(last && tellParentReaction.concerns?.(last)).toBe(false);
  });

  it('gives the head of the lead unit the units below, and those only', async () => {
    const byHead = (unitId: string) =>
      lab.does(
        'task.split',
        TASK_ID,
        { by: 'units', children: [{ leadUnitIds: [unitId] }], rule: RULE },
        { by: PEOPLE.unitHead },
      );
    await expect(byHead(UNITS.finance)).rejects.toMatchObject({ code: 'TASK.SPLIT_OUTSIDE' });
    await byHead(UNITS.health);
  });
});
