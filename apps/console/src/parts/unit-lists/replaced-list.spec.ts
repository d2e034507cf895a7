import { replacedList } from './replaced-list';

const counties = {
  name: '各县区',
  units: [
    { unitId: 'a', name: '云安区' },
    { unitId: 'b', name: '新兴县' },
  ],
};

describe('the list that a split would replace', () => {
  it('is the one of the same name, whatever blanks stand around it', () => {
    expect(replacedList([counties], ' 各县区 ', ['a'])).toBe(counties);
    expect(replacedList([counties], '各县区', ['a', 'c'])).toBe(counties);
  });

  it('is none where the units stay the same, in whatever order, or no list has the name', () => {
    expect(replacedList([counties], '各县区', ['b', 'a'])).toBeNull();
    expect(replacedList([counties], '各单位', ['a'])).toBeNull();
    expect(replacedList([], '', [])).toBeNull();
  });
});
