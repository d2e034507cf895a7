import { NO_FACTS, PEOPLE, Story, testId } from '../../testing';
import { AGGREGATES } from '..';

const { unit: aggregate } = AGGREGATES;
const none = new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.systemAdministrator });
const health = none.after('unit.create', { name: '市卫计委' });
const rename = (story: typeof none, name: string) => story.after('unit.rename', { name, reason: '机构改革' });

describe('a unit', () => {
  it('is created once, below another or on its own', () => {
    none.when('unit.create', { name: '市卫计委' }).then([{ type: 'unit.created', data: { parentId: null } }]);
    const parentId = testId(0x101);
    none.when('unit.create', { name: '医政科', parentId }).then([{ type: 'unit.created', data: { parentId } }]);
    health.when('unit.create', { name: '市卫计委' }).then('UNIT.EXISTS');
  });

  it('must be there to be renamed or named otherwise', () => {
    none.when('unit.rename', { name: '市卫健委', reason: '机构改革' }).then('UNIT.UNKNOWN');
    none.when('unit.add-alias', { alias: '卫健委' }).then('UNIT.UNKNOWN');
  });

  it('stays findable under its former name', () => {
    expect(rename(health, '市卫健委').state).toEqual({ name: '市卫健委', parentId: null, aliases: ['市卫计委'] });
  });

  it('that takes a former name back lists no name twice', () => {
    const back = rename(rename(health, '市卫健委'), '市卫计委');
    expect(back.state).toMatchObject({ name: '市卫计委', aliases: ['市卫健委'] });
    expect(rename(back, '市卫健委').state?.aliases).toEqual(['市卫计委']);
  });

  it('is not renamed to what it is called, and not without a reason', () => {
    health.when('unit.rename', { name: '市卫计委', reason: '更正' }).then('UNIT.SAME_NAME');
    health.when('unit.rename', { name: '市卫健委', reason: '' }).thenInvalid('reason');
  });

  it('has each alias once', () => {
    const known = health.after('unit.add-alias', { alias: '卫计委' });
    expect(known.state?.aliases).toEqual(['卫计委']);
    known.when('unit.add-alias', { alias: '卫计委' }).then('UNIT.ALIAS_EXISTS');
    known.when('unit.add-alias', { alias: '市卫计委' }).then('UNIT.ALIAS_EXISTS');
  });
});
