import { sheetsOf, type Slip } from './slip';

const slip = (loginName: string): Slip => ({
  name: loginName,
  unitName: 'unit',
  roles: ['verifier'],
  loginName,
  oneTimePassword: 'secret',
});

describe('slips on sheets', () => {
  test.each([
    [0, []],
    [1, [1]],
    [8, [8]],
    [9, [8, 1]],
    [17, [8, 8, 1]],
  ])('%i slips', (count, expected) => {
    const slips = Array.from({ length: count }, (_, index) => slip(`p${index}`));
    const sheets = sheetsOf(slips);
    expect(sheets.map(({ length }) => length)).toEqual(expected);
    expect(sheets.flat()).toEqual(slips);
  });
});
