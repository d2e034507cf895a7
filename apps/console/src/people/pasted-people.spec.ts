import { isSheet, readPastedPeople } from './pasted-people';

const plain = (text: string) =>
  readPastedPeople(text).map(({ name, unit, roles, loginName }) => [name, unit, roles.join(), loginName]);

describe('people pasted from a sheet', () => {
  test('the heads tell the columns, in any order', () => {
    const text =
      '序号\t单 位\t姓名\t岗位\t账号\n1\t市医保局\t林佳\t填报人、单位负责人\tlinjia\n2\t市财政局\t彭 博文\t填报\t\n';
    expect(plain(text)).toEqual([
      ['林佳', '市医保局', 'reporter,unit-head', 'linjia'],
      ['彭博文', '市财政局', 'reporter', ''],
    ]);
  });

  test('without heads the cells tell themselves', () => {
    expect(plain('1\t秦越\t市政府督查室\t核验\n2\t罗铭\t市政府督查室\tluoming\t销号签批')).toEqual([
      ['秦越', '市政府督查室', 'verifier', ''],
      ['罗铭', '市政府督查室', 'closer', 'luoming'],
    ]);
    expect(plain('周澜 市政府督查室 督查员')).toEqual([['周澜', '市政府督查室', 'supervision-clerk', '']]);
  });

  test('names alone are enough', () => {
    expect(plain('周澜\r\n秦越\r\n\r\n')).toEqual([
      ['周澜', '', '', ''],
      ['秦越', '', '', ''],
    ]);
  });

  test('what names no role is said, not dropped in silence', () => {
    const [person] = readPastedPeople('姓名\t岗位\n周澜\t督查员、主任');
    expect(person?.roles).toEqual(['supervision-clerk']);
    expect(person?.unreadRoles).toEqual(['主任']);
  });

  test('a ledger is known by its name', () => {
    const ledgers = [{ ledgerId: 'l1', name: '医保台账' }];
    const people = readPastedPeople('姓名\t台账\n周澜\t医保台账\n秦越\t没有的', ledgers);
    expect(people.map(({ ledgerId }) => ledgerId)).toEqual(['l1', null]);
  });

  test('one word goes into its field, several cells or lines fill lines', () => {
    expect(isSheet('周澜')).toBe(false);
    expect(isSheet('周澜\n')).toBe(false);
    expect(isSheet('周澜\t督查员')).toBe(true);
    expect(isSheet('周澜\n秦越')).toBe(true);
  });

  test('nothing readable gives nobody', () => {
    expect(plain('')).toEqual([]);
    expect(plain('\t\t\n \n')).toEqual([]);
  });
});
