import { randomUUID } from 'node:crypto';
import { listRegisterChangesParameters, type RegisterChanges, registerChangesSchema } from '#contracts';
import { type Actor } from '#domain';
import { createTestDatabase } from '#testing';
import { PEOPLE, SAMPLE_CALENDAR, UNITS } from '../../../domain/testing';
import { openQueryLab, type QueryLab } from '../../testing';

const UNIT = randomUUID();
const OTHER = randomUUID();
const ACCOUNT = randomUUID();

describe('what was changed since a form was opened', () => {
  let house: QueryLab;

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    await tell(`unit-${UNIT}`, 'unit.created', { name: '市卫生健康局', parentId: UNITS.office });
  });
  afterAll(() => house.close());

  const tell = async (stream: string, type: string, data: object) =>
    house.reach(await house.lab.writer.write(stream, { type, data }));
  const changes = async (input: object, actor: Actor = PEOPLE.systemAdministrator): Promise<RegisterChanges> =>
    registerChangesSchema.parse(await house.ask('register-change.list', input, actor));
  const typesOf = ({ entries }: RegisterChanges) => entries.map(({ type }) => type);

  it('is nothing at first, and then what came after, the oldest first', async () => {
    const opened = await changes({ category: 'unit' });
    expect(opened.entries).toEqual([]);
    const after = opened.position ?? '';
    expect(typesOf(await changes({ category: 'unit', after }))).toEqual([]);
    await tell(`unit-${UNIT}`, 'unit.renamed', { name: '市卫健委', reason: '机构改革' });
    await tell(`unit-${OTHER}`, 'unit.created', { name: '市财政局', parentId: null });
    await tell('calendar-CN', 'calendar.published', { calendar: SAMPLE_CALENDAR, reason: '' });
    const both = await changes({ category: 'unit', after });
    expect(typesOf(both)).toEqual(['unit.renamed', 'unit.created']);
    expect(both.entries[0]).toMatchObject({ actor: { name: PEOPLE.clerk.name }, data: { name: '市卫健委' } });
    expect(typesOf(await changes({ category: 'unit', id: OTHER, after }))).toEqual(['unit.created']);
    expect(typesOf(await changes({ category: 'calendar', after }))).toEqual(['calendar.published']);
    expect(typesOf(await changes({ category: 'policy', after }))).toEqual([]);
    expect(typesOf(await changes({ category: 'unit', after: both.position ?? '' }))).toEqual([]);
  });

  it('shows changes of accounts to administrators only', async () => {
    const { position } = await changes({ category: 'account' });
    await tell(`account-${ACCOUNT}`, 'account.disabled', {});
    const asked = { category: 'account', after: position ?? '' };
    expect(typesOf(await changes(asked))).toEqual(['account.disabled']);
    expect(typesOf(await changes(asked, PEOPLE.securityAdministrator))).toEqual(['account.disabled']);
    expect(typesOf(await changes(asked, PEOPLE.clerk))).toEqual([]);
  });

  it.each([{}, { category: 'task' }, { category: 'unit', after: 'soon' }, { category: 'unit', id: 'x' }])(
    'refuses %j',
    (input) => {
      expect(listRegisterChangesParameters.safeParse(input).success).toBe(false);
    },
  );
});
