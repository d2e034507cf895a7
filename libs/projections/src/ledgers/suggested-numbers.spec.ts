import { closingPrefixInput, ledgerCodeInput } from '#domain';
import { type NewLedgerFacts, suggestedNumbers } from './suggested-numbers';

const NOTHING: NewLedgerFacts = { documentNumber: '', title: '', office: '', year: '2026' };
const free = (): boolean => false;
const suggest = (facts: Partial<NewLedgerFacts>, taken: readonly string[] = []) =>
  suggestedNumbers({ ...NOTHING, ...facts }, ({ number }) => taken.includes(number));

describe('numbers suggested for a new ledger', () => {
  it.each([
    ['芜卫改〔2021〕3号', 'WWG2021', '芜卫改销'],
    ['芜卫改(2021)3号', 'WWG2021', '芜卫改销'],
    ['芜卫改［２０２１］3号', 'WWG2021', '芜卫改销'],
    ['蒙医改办发〔2021〕1号', 'MYG2021', '蒙医改销'],
    ['云政办发〔2026〕12号', 'YZ2026', '云政销'],
    ['渝府发〔2020〕8号', 'YF2020', '渝府销'],
  ])('follow from who issued %s', (documentNumber, code, closingPrefix) => {
    expect(suggest({ documentNumber })).toEqual({ code, closingPrefix });
  });

  it.each([
    ['a central document', { documentNumber: '国办发〔2026〕14号', office: '云岭市医改办' }, 'YYG2026', '云医改销'],
    ['a document without a number', { office: '市医改办' }, 'YG2026', '医改销'],
    ['an office below its place', { office: '澄江县深化改革委员会办公室' }, 'CSHGG2026', '澄深化改革销'],
    ['a title alone', { title: '关于印发《云岭市2021年医改重点任务》的通知' }, 'YL2021', '云岭销'],
  ])('follow from office and place for %s', (_what, facts, code, closingPrefix) => {
    expect(suggest(facts)).toEqual({ code, closingPrefix });
  });

  it('are counted on where another ledger has them', () => {
    const documentNumber = '芜卫改〔2021〕3号';
    expect(suggest({ documentNumber }, ['WWG2021', '芜卫改销'])).toEqual({
      code: 'WWG202102',
      closingPrefix: '芜卫改销2',
    });
    expect(suggest({ documentNumber }, ['WWG2021', 'WWG202102'])).toEqual({
      code: 'WWG202103',
      closingPrefix: '芜卫改销',
    });
    expect(suggestedNumbers({ ...NOTHING, documentNumber }, () => true)).toEqual({ code: null, closingPrefix: null });
  });

  it('are none where nothing says who issued what', () => {
    expect(suggest({})).toEqual({ code: null, closingPrefix: null });
    expect(suggest({ documentNumber: '无', title: '重点任务清单' })).toEqual({ code: null, closingPrefix: null });
  });

  it.each(['甲'.repeat(40), '〔2026〕1号', 'A〔2026〕1号', '国〔2026〕1号', '💊💊〔2026〕1号'])(
    'can always be used as they are, whatever the document number: %s',
    (documentNumber) => {
      const { code, closingPrefix } = suggestedNumbers({ ...NOTHING, documentNumber, office: '市医改办' }, free);
      expect(ledgerCodeInput.safeParse(code).success).toBe(true);
      expect(closingPrefixInput.safeParse(closingPrefix).success).toBe(true);
    },
  );
});
