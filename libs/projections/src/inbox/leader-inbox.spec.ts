import { randomUUID } from 'node:crypto';
import { homeSchema, inboxSchema } from '#contracts';
import { type Actor } from '#domain';
import { createTestDatabase } from '#testing';
import {
  aLimit,
  alsoIn,
  inChargeOf,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  personWith,
  soundBody,
  type TaskStory,
  UNITS,
  usually,
} from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';

const LATE = '2025-07-07';
const NOTICED = '2025-07-21';

/** A task of the health bureau, late since the end of June, that nobody has reported on. */
function lateTask(ledgerId: string): TaskStory {
  const drafted = begun({ ledgerId, serial: 1, limits: [aLimit('L1', { due: '2025-06-30' })] });
  return passedTo(usually(drafted, 'task.confirm', 'task.hang', 'task.assign', 'task.accept'), LATE);
}

describe('what is brought to those above a unit', () => {
  let house: QueryLab;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const { writer } = house.lab;
    for (const [unitId, name, parentId] of [
      [UNITS.office, '市政府', null],
      [UNITS.health, '市卫健局', UNITS.office],
      [UNITS.finance, '市财政局', UNITS.office],
    ] as const) {
      await house.reach(await writer.write(`unit-${unitId}`, { type: 'unit.created', data: { name, parentId } }));
    }
  });
  afterAll(() => house.close());

  /** The kinds of a person's entries, and whether they are to read. */
  async function entriesOf(actor: Actor, ledgerId: string, box = 'waiting'): Promise<readonly string[]> {
    const { entries, counts } = inboxSchema.parse(await house.ask('inbox.read', { ledgerId, box }, actor, NOTICED));
    if (box === 'waiting') expect(counts.waiting).toBe(entries.length);
    return entries.map(({ kind, toRead }) => `${kind}${toRead ? ' to read' : ''}`);
  }

  async function rowsOf(actor: Actor, ledgerId: string): Promise<readonly string[]> {
    const { rows } = homeSchema.parse(await house.ask('home.read', { ledgerId }, actor, NOTICED));
    return rows.map(({ kind }) => kind);
  }

  it('waits for each who was told until they have read it, and for the others as before', async () => {
    const [ledgerId, taskId] = [randomUUID(), randomUUID()];
    let story = lateTask(ledgerId);
    await house.tell(story, taskId);
    const goOn = async (next: TaskStory): Promise<void> => {
      const added = next.history.slice(story.history.length);
      story = next;
      await house.reach(await house.lab.writer.write(`task-${taskId}`, ...added));
    };
    // Nobody has told a successor, for whom the entry of the post waits all the same.
    const successor = personWith(0x92, '新任领导', 'leader', UNITS.health);
    const toRead = ['escalate to read'];
    for (const person of [PEOPLE.leader, PEOPLE.unitHead, PEOPLE.clerk, PEOPLE.secondClerk]) {
      expect(await entriesOf(person, ledgerId)).toEqual(toRead);
    }
    expect(await entriesOf(successor, ledgerId)).toEqual(['escalate']);

    await goOn(story.after('task.note-read', {}, { by: PEOPLE.leader }));
    expect(await entriesOf(PEOPLE.leader, ledgerId)).toEqual([]);
    expect(await entriesOf(PEOPLE.leader, ledgerId, 'settled')).toEqual(['escalate']);
    for (const person of [PEOPLE.unitHead, PEOPLE.clerk, PEOPLE.secondClerk]) {
      expect(await entriesOf(person, ledgerId)).toEqual(toRead);
    }
    expect(await entriesOf(successor, ledgerId)).toEqual(['escalate']);

    await goOn(passedTo(story, NOTICED));
    expect(await entriesOf(PEOPLE.leader, ledgerId)).toContain('escalate to read');
    expect(await entriesOf(PEOPLE.leader, ledgerId, 'settled')).toEqual([]);
    await goOn(story.after('task.note-read', {}, { by: PEOPLE.clerk }));
    await goOn(story.after('task.report', { progress: '推进中' }, { by: PEOPLE.reporter }));
    for (const person of [PEOPLE.unitHead, PEOPLE.clerk, PEOPLE.secondClerk]) {
      expect(await entriesOf(person, ledgerId)).toEqual([]);
      expect(await entriesOf(person, ledgerId, 'settled')).toContain('escalate');
    }
  });

  it('comes to the leader in charge of the unit (分管), and not to the others above it', async () => {
    const ledgerId = randomUUID();
    await house.tell(lateTask(ledgerId));
    const inCharge = inChargeOf(personWith(0xa1, '分管卫健', 'leader', UNITS.office), UNITS.health);
    const ofFinance = inChargeOf(personWith(0xa2, '分管财政', 'leader', UNITS.office), UNITS.finance);
    const ofAll = personWith(0xa3, '主持工作', 'leader', UNITS.office);
    const shows = async (): Promise<readonly boolean[]> =>
      Promise.all(
        [inCharge, ofFinance, ofAll].map(async (person) => {
          const [waiting, rows] = [await entriesOf(person, ledgerId), await rowsOf(person, ledgerId)];
          // The home shows what the inbox brings.
          // Whoever has the post of one who was told has it to read as well.
          const isTold = waiting.some((kind) => kind.startsWith('escalate'));
          expect(rows.includes('overdue')).toBe(isTold);
          return isTold;
        }),
      );
    const grant = async ({ accountId, posts }: Actor): Promise<void> => {
      for (const { postId, unitId, role, inCharge: units = [] } of posts) {
        const post = { postId, accountId, unitId, role, ledgerId: null, inCharge: units, second: 'unneeded' };
        await house.reach(await house.lab.writer.write(`account-${accountId}`, { type: 'post.granted', data: post }));
      }
    };
    expect(await shows()).toEqual([true, false, true]);
    await grant(ofFinance);
    await grant(ofAll);
    expect(await shows()).toEqual([true, false, true]);
    await grant(inCharge);
    expect(await shows()).toEqual([true, false, false]);
    // Whoever heads the unit has its delay as such; above it the next leader has.
    await grant(alsoIn({ ...inCharge, posts: [] }, 'unit-head', UNITS.health));
    expect(await shows()).toEqual([false, false, true]);
  });

  it('of an instruction is its giver’s and that of who has the units after them, and no other deputy’s of the same government', async () => {
    const ledgerId = randomUUID();
    const giver = inChargeOf(personWith(0xb1, '分管卫健', 'leader', UNITS.office), UNITS.health);
    const other = inChargeOf(personWith(0xb2, '分管财政', 'leader', UNITS.office), UNITS.finance);
    const successor = inChargeOf(personWith(0xb3, '新分管卫健', 'leader', UNITS.office), UNITS.health);
    for (const { accountId, posts } of [giver, other]) {
      for (const { postId, unitId, role, inCharge = [] } of posts) {
        const post = { postId, accountId, unitId, role, ledgerId: null, inCharge, second: 'unneeded' };
        await house.reach(await house.lab.writer.write(`account-${accountId}`, { type: 'post.granted', data: post }));
      }
    }
    const asked = lateTask(ledgerId).after('task.instruct', soundBody('task.instruct'), { by: giver });
    await house.tell(asked.after('task.answer-instruction', soundBody('task.answer-instruction'), OF_HEALTH));
    expect(await entriesOf(giver, ledgerId, 'news')).toContain('instruction-answered');
    expect(await entriesOf(other, ledgerId, 'news')).toEqual([]);
    expect(await entriesOf(other, ledgerId)).toEqual([]);
    expect(await entriesOf(successor, ledgerId, 'news')).not.toContain('instruction-answered');
    const postId = giver.posts.map((post) => post.postId)[0];
    const lost = { postId, unitId: UNITS.office, role: 'leader', ledgerId: null, reason: '调离' };
    const revoked = { type: 'post.revoked', data: lost };
    await house.reach(await house.lab.writer.write(`account-${giver.accountId}`, revoked));
    expect(await entriesOf(successor, ledgerId, 'news')).toContain('instruction-answered');
    expect(await entriesOf(other, ledgerId, 'news')).toEqual([]);
  });
});
