import { z } from 'zod';
import { freeLineSchema, freeTextSchema, holdsPrivateData, privatePlaces, withoutPrivateData } from './private-data';

describe('numbers of private persons', () => {
  it.each([
    ['an identity card', '身份证号11010519491231002X已核对'],
    ['an identity card with a small x', '11010519491231002x'],
    ['an identity card ending in a digit', '持证人440524188001010014'],
    ['an identity card in full-width digits', '１１０１０５１９４９１２３１００２Ｘ'],
    ['a mobile number', '请致电13812345678'],
    ['a mobile number between letters', 'tel13812345678ext'],
    ['a mobile number with spaces', '138 1234 5678'],
    ['a mobile number with hyphens', '138-1234-5678'],
    ['a mobile number with dots', '138.1234.5678'],
    ['an identity card in groups', '110105 19491231 002X'],
    ['an identity card in groups with dashes', '110105–1949–1231–002X'],
    ['a mobile number with the country code', '+8613812345678'],
    ['a mobile number with the country code and a space', '0086 13812345678'],
    ['a mobile number in full-width digits', '１３８１２３４５６７８'],
    ['a mobile number after a full stop', 'Tel.13812345678'],
    ['a mobile number before New Year’s Day', '13812345678元旦前回复'],
    ['a mobile number with its first digits in brackets', '(138)12345678、（138） 1234 5678'],
    ['a mobile number before a name', '13812345678王科长'],
  ])('are found: %s', (_what, text) => {
    expect(holdsPrivateData(text)).toBe(true);
  });

  it.each([
    ['an empty text', ''],
    ['an eighteen-digit number with another check digit', '110105194912310021'],
    ['a longer run of digits', '911101051949123100211010'],
    ['a project code', '2103-532503-04-01-123456'],
    ['a document number', '国办发〔2021〕13号'],
    ['a landline', '0873-3722031'],
    ['a sum of money', '总投资1381234万元'],
    ['a sum of money to the yuan', '总投资13812345678元'],
    ['a sum of money to the cent', '总投资13812345678.50元'],
    ['a sum before 余元', '投入13812345678余元'],
    ['a sum after its sign', '投入￥13812345678，人民币13912345678，13712345678人民币'],
    ['other currencies', '13812345678港元、13812345678欧元、13812345678日元、13812345678美金'],
    ['a sum with its measure in brackets', '13812345678（元）、13812345678  元'],
    ['people, households and power', '13812345678户、13812345678人、13812345678株、13812345678度、13812345678kWh'],
    ['eleven digits of tens of thousands', '总投资13812345678 万元'],
    ['a weight', '减排13812345678吨'],
    ['decimals', '系数0.13812345678'],
    ['twelve digits', '138123456789'],
    ['a day', '2025-03-03'],
    ['no number of that range', '12812345678'],
  ])('are not seen in %s', (_what, text) => {
    expect(holdsPrivateData(text)).toBe(false);
  });

  it('are found at their places among other texts, and among values that are none', () => {
    const drafts = [
      { title: '事项', count: 13_812_345_678 },
      { title: '13812345678', notes: ['', '13912345678'], day: null },
    ];
    expect(privatePlaces(drafts)).toEqual([
      ['1', 'title'],
      ['1', 'notes', '1'],
    ]);
  });

  it('are refused wherever a person writes', () => {
    const authority = withoutPrivateData(z.strictObject({ reference: z.string() }), ({ reference }) => ({ reference }));
    for (const schema of [freeTextSchema(), freeLineSchema()]) {
      expect(schema.safeParse('电话13812345678').error?.issues[0]?.message).toBe('TEXT.PRIVATE_DATA');
      expect(schema.parse(' 已办结 ')).toBe('已办结');
    }
    expect(authority.safeParse({ reference: '13812345678' }).error?.issues).toMatchObject([
      { message: 'TEXT.PRIVATE_DATA', path: ['reference'] },
    ]);
  });
});
