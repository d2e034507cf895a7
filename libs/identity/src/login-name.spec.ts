import { TaizhangError } from '#platform';
import { parseDisplayName, parseLoginName, readLoginName } from './login-name';

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof TaizhangError) return error.code;
  }
  return undefined;
}

describe('login name', () => {
  it.each([
    ['ZhangSan', 'zhangsan'],
    ['  wang.wu ', 'wang.wu'],
    ['ｌｉ＿ｓｉ', 'li_si'],
    ['a1', 'a1'],
    ['x'.repeat(32), 'x'.repeat(32)],
  ])('reads %s as %s', (typed, stored) => {
    expect(readLoginName(typed)).toBe(stored);
  });

  it.each([
    '',
    'a',
    'x'.repeat(33),
    'x'.repeat(100_000),
    '13800138000',
    '张三',
    'a b',
    "a'--",
    'a\u0000b',
    'a@b',
    '.ab',
  ])('refuses %j', (typed) => {
    expect(readLoginName(typed)).toBeNull();
    expect(codeOf(() => parseLoginName(typed))).toBe('IDENTITY.LOGIN_NAME_INVALID');
  });
});

describe('display name', () => {
  it('keeps what was written, without blanks around', () => {
    expect(parseDisplayName(' 张三（改革办） ')).toBe('张三（改革办）');
    expect(parseDisplayName('𠮷'.repeat(64))).toHaveLength(128);
  });

  it.each(['', '  ', '张'.repeat(65), '张\u0000三', '张\u202E三'])('refuses %j', (typed) => {
    expect(codeOf(() => parseDisplayName(typed))).toBe('IDENTITY.DISPLAY_NAME_INVALID');
  });
});
