import { checkPeople, gapsOf, isFaultless, type Known } from './check-people';
import { isLoginName } from './login-name';
import { newRow, type PersonRow, readRows } from './person-row';
import { pinyinOf } from './pinyin';

const known: Known = {
  units: [
    { unitId: 'u1', name: '市医保局', aliases: ['医保局'], path: '某市人民政府 / 市医保局' },
    { unitId: 'u2', name: '办公室', aliases: [], path: '市医保局 / 办公室' },
    { unitId: 'u3', name: '办公室', aliases: [], path: '市财政局 / 办公室' },
  ],
  accounts: [
    { accountId: 'a1', loginName: 'linjia', displayName: '林佳' },
    { accountId: 'a2', loginName: 'admin', displayName: '系统管理员' },
  ],
};
const row = (rowKey: string, parts: Partial<PersonRow>) =>
  newRow(rowKey, { unit: '市医保局', roles: ['reporter'], ...parts });
const checked = (...rows: PersonRow[]) => checkPeople(rows, known, pinyinOf);

describe('people before they get accounts', () => {
  test('prepared lines without a name are left alone', () => {
    expect(checked(newRow('1', { roles: ['verifier'] }))).toEqual([]);
  });

  test('login names come from pinyin, surnames as surnames, nobody twice', () => {
    const names = checked(
      row('1', { name: '单伟' }),
      row('2', { name: '张伟' }),
      row('3', { name: '章伟' }),
      row('4', { name: '吕强' }),
      row('5', { name: '欧阳春' }),
    ).map(({ loginName }) => loginName);
    expect(names).toEqual(['shanwei', 'zhangwei', 'zhangwei2', 'lvqiang', 'ouyangchun']);
    expect(names.every(isLoginName)).toBe(true);
  });

  test('a typed login name is kept, whatever the pinyin, and others step aside', () => {
    const [first, second] = checked(row('1', { name: '张伟' }), row('2', { name: '章伟', loginName: 'ＺhangWei' }));
    expect([first?.loginName, second?.loginName]).toEqual(['zhangwei2', 'zhangwei']);
    expect([first, second].every((each) => each && isFaultless(each))).toBe(true);
  });

  test('where no post is granted a line needs neither unit nor role, and an account that is there leaves nothing to make', () => {
    const alone = (name: string) => checkPeople([newRow('1', { name })], known, pinyinOf, false)[0];
    expect(alone('周澜')?.faults).toEqual({});
    expect(checkPeople([row('1', { name: '周澜' })], known, pinyinOf, false)[0]?.row.roles).toEqual([]);
    expect(alone('林佳')?.faults.loginName).toContain('不用再建');
    expect(alone('')).toBeUndefined();
  });

  test('somebody of the same name is taken for the person, and the line says so', () => {
    const [person] = checked(row('1', { name: '林佳' }));
    expect(person?.account?.accountId).toBe('a1');
    expect(person?.hints.loginName).toContain('林佳');
    expect(person && isFaultless(person)).toBe(true);
  });

  test('the login name of somebody else is a fault', () => {
    const [person] = checked(row('1', { name: '林嘉', loginName: 'linjia' }));
    expect(person?.faults.loginName).toContain('林佳');
    expect(checked(row('1', { name: '林嘉' }))[0]?.loginName).toBe('linjia2');
  });

  test('units are known by name, alias and path; new ones are made, doubtful ones asked for', () => {
    const unitOf = (unit: string) => checked(row('1', { name: '周澜', unit }))[0];
    expect(unitOf('市医保局')?.unitId).toBe('u1');
    expect(unitOf(' 医保局 ')?.unitId).toBe('u1');
    expect(unitOf('市财政局 / 办公室')?.unitId).toBe('u3');
    expect(unitOf('办公室')?.faults.unit).toContain('多个');
    expect(unitOf('市教育局')).toMatchObject({ unitId: null, faults: {}, hints: { unit: '名录中没有，将新建' } });
  });

  test('every other fault is told at its field', () => {
    const faultsOf = (parts: Partial<PersonRow>) => Object.keys(checked(row('1', parts))[0]?.faults ?? {});
    expect(faultsOf({ loginName: 'zhoulan' })).toEqual(['name']);
    expect(faultsOf({ name: '周澜 13800138000' })).toEqual(['name']);
    expect(faultsOf({ name: '长'.repeat(61), loginName: 'chang' })).toEqual(['name']);
    expect(faultsOf({ name: '周澜', unit: ' ' })).toEqual(['unit']);
    expect(faultsOf({ name: '周澜', roles: [] })).toEqual(['roles']);
    expect(faultsOf({ name: '周澜', loginName: '1zhou' })).toEqual(['loginName']);
    const twice = checked(row('1', { name: '周澜', loginName: 'zl' }), row('2', { name: '张兰', loginName: 'ZL' }));
    expect(twice.map(({ faults }) => faults.loginName)).toEqual(['与另一行的登录名相同', '与另一行的登录名相同']);
  });

  test('while the readings are not there, the name has to be typed', () => {
    const [person] = checkPeople([row('1', { name: '周澜' })], known, null);
    expect(person?.faults.loginName).toBe('请填写登录名');
  });

  test('roles without which a task stands still are named', () => {
    expect(gapsOf(new Set(['supervision-clerk', 'reporter', 'unit-head', 'verifier', 'closer']))).toEqual([]);
    expect(gapsOf(new Set(['supervision-clerk', 'reporter']))).toHaveLength(3);
  });

  test('kept lines are read back, anything else is not', () => {
    const rows = [row('1', { name: '周澜' })];
    expect(readRows(JSON.parse(JSON.stringify(rows)))).toEqual(rows);
    expect(readRows([{ rowKey: '1', roles: ['king'] }])).toBeNull();
    expect(readRows('text')).toBeNull();
  });
});
