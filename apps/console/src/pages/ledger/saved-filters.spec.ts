import { MOST_SAVED, queryToKeep, readSaved, withoutSaved, withSaved } from './saved-filters';

const one = { name: 'late', query: 'lamp=late' };
const many = Array.from({ length: MOST_SAVED }, (_, index) => ({ name: `n${index}`, query: '' }));

describe('kept filters', () => {
  test('are read back', () => {
    expect(readSaved(JSON.stringify([one]))).toEqual([one]);
  });

  test.each([null, '', 'x', '{}', '[{"name":""}]', '[{"name":"a"}]'])('nothing is read from %j', (text) => {
    expect(readSaved(text)).toEqual([]);
  });

  test('the newest is first; one of the same name is replaced', () => {
    const two = { name: 'near', query: 'lamp=near' };
    expect(withSaved([one], two)).toEqual([two, one]);
    expect(withSaved([two, one], { ...one, query: 'lamp=late&sort=due' })).toEqual([
      { name: 'late', query: 'lamp=late&sort=due' },
      two,
    ]);
  });

  test('one too many is refused, replacing is not', () => {
    expect(withSaved(many, one)).toBeNull();
    expect(withSaved(many, { name: 'n3', query: 'x' })).toHaveLength(MOST_SAVED);
  });

  test('are dropped by name', () => {
    expect(withoutSaved([one], 'late')).toEqual([]);
    expect(withoutSaved([one], 'other')).toEqual([one]);
  });

  test('hold neither place nor open task', () => {
    expect(queryToKeep(new URLSearchParams('lamp=late&cursor=c&page=3&task=t&sort=due'))).toBe('lamp=late&sort=due');
  });
});
