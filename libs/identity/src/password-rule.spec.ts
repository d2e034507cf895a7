import { parseNewPassword, passwordFaults } from './password-rule';

describe('password rule', () => {
  it.each(['Abcdefgh12', 'abcdefgh1!', 'ABCDEFGH1-', '改革台账abcde1', `Aa1${'x'.repeat(125)}`])(
    'lets %s pass',
    (password) => {
      expect(passwordFaults(password, 'zhangsan')).toEqual([]);
    },
  );

  it.each([
    ['Abcdef123', ['too_short']],
    ['abcdefgh12', ['too_few_kinds']],
    ['改革台账改革台账改革1', ['too_few_kinds']],
    ['', ['too_short', 'too_few_kinds']],
    ['xxZhangSan12', ['contains_login_name']],
    ['ｚｈａｎｇｓａｎＡ12', ['contains_login_name']],
    [`Aa1${'x'.repeat(126)}`, ['too_long']],
    ['A1x'.repeat(100_000), ['too_long']],
  ])('has something against %.20s', (password, faults) => {
    expect(passwordFaults(password, 'zhangsan')).toEqual(faults);
  });

  it('says in one sentence what to change and never repeats the password', () => {
    expect.assertions(3);
    try {
      parseNewPassword('zhangsan', 'zhangsan');
    } catch (error) {
      expect(error).toMatchObject({ code: 'IDENTITY.PASSWORD_WEAK' });
      const message = error instanceof Error ? error.message : '';
      expect(message).toBe(
        '口令不符合要求：至少 10 个字符，至少含大写字母、小写字母、数字、其他字符中的 3 种，不得包含登录名，请重新设置。',
      );
      expect(message).not.toContain('zhangsan');
    }
  });

  it('hands on full-width letters as the same password', () => {
    expect(parseNewPassword('Ａbcdefgh１２', 'zhangsan')).toBe('Abcdefgh12');
  });

  it('counts characters, not UTF-16 units', () => {
    expect(passwordFaults('𠮷𠮷𠮷𠮷Aa1', 'zhangsan')).toEqual(['too_short']);
    expect(passwordFaults(`Aa1${'𠮷'.repeat(125)}`, 'zhangsan')).toEqual([]);
  });
});
