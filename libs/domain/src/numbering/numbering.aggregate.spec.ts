import { NO_FACTS, PEOPLE, Story, testId } from '../../testing';
import { AGGREGATES } from '..';

const { numbering: aggregate } = AGGREGATES;
const none = new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.engine });
const RESERVE = { ...aggregate.acts['numbering.reserve'].sample, kind: 'code', number: 'YG2026' } as const;
const { kind, number, ledgerId, claimId } = RESERVE;
const CLAIM = { kind, number, ledgerId, claimId };
const OTHER = { ledgerId: testId(0x77), claimId: testId(0x78), ledgerName: '教育台账' };
const LEDGER = { code: 'YG2026', closingPrefix: '云医改销', practiceOf: null };
const reserved = none.after('numbering.reserve', RESERVE);
const used = reserved.after('numbering.use', CLAIM);

describe('a code or closing prefix', () => {
  it('is reserved for one ledger, and any other one is told which ledger has it', () => {
    const second = { ...RESERVE, ...OTHER };
    reserved.when('numbering.reserve', second).then('LEDGER.CODE_TAKEN');
    used.when('numbering.reserve', second).then('LEDGER.CODE_TAKEN');
    const message = '任务编号前缀“YG2026”已被《医改台账》台账使用，请另取一个。';
    expect(reserved.when('numbering.reserve', second).result).toMatchObject({ rejection: { message } });
    const prefix = { ...RESERVE, kind: 'closing-prefix', number: '云医改销' } as const;
    none
      .after('numbering.reserve', prefix)
      .when('numbering.reserve', { ...prefix, ...OTHER })
      .then('LEDGER.PREFIX_TAKEN');
  });

  it('is reserved once by one claim, and a later claim of the same ledger takes the earlier one’s place', () => {
    reserved.when('numbering.reserve', RESERVE).then([]);
    const later = reserved.after('numbering.reserve', { ...RESERVE, claimId: OTHER.claimId });
    expect(later.state?.holder).toMatchObject({ ledgerId, claimId: OTHER.claimId, used: false });
    later.when('numbering.use', CLAIM).then('NUMBERING.NOT_CLAIMED');
    later.when('numbering.release', { ...CLAIM, reason: '落空' }).then('NUMBERING.NOT_CLAIMED');
  });

  it('that was reserved in vain is free again for the same ledger and for others', () => {
    const free = reserved.after('numbering.release', { ...CLAIM, reason: '销号文号前缀已被使用' });
    expect(free.state?.holder).toBeNull();
    free.when('numbering.reserve', { ...RESERVE, claimId: testId(0x79) }).then(['numbering.reserved']);
    free.when('numbering.reserve', { ...RESERVE, ...OTHER }).then(['numbering.reserved']);
    free.when('numbering.use', CLAIM).then('NUMBERING.NOT_CLAIMED');
  });

  it('that is used stays its ledger’s, before the ledger is there and after', () => {
    used.when('numbering.use', CLAIM).then([]);
    used.when('numbering.release', { ...CLAIM, reason: '落空' }).then('NUMBERING.IN_USE');
    used
      .when('numbering.release', { ...CLAIM, reason: '落空' }, { facts: { ledger: LEDGER } })
      .then('NUMBERING.IN_USE');
    used.when('numbering.reserve', { ...RESERVE, claimId: OTHER.claimId }).then('LEDGER.CREATION_UNDERWAY');
  });

  it('of a ledger that began with another one is given back', () => {
    const elsewhere = { facts: { ledger: { ...LEDGER, code: 'YG2027' } } };
    used.when('numbering.release', { ...CLAIM, reason: '另有编号' }, elsewhere).then(['numbering.released']);
  });

  it('is settled only where it is reserved', () => {
    none.when('numbering.use', CLAIM).then('NUMBERING.NOT_CLAIMED');
    none.when('numbering.release', { ...CLAIM, reason: '落空' }).then('NUMBERING.NOT_CLAIMED');
  });
});
