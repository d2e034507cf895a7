import { randomUUID } from 'node:crypto';
import { ledgerNumbersSchema } from '#contracts';
import { permittingPost, PRACTICE_LEDGER, practiceNumbers } from '#domain';
import { createTestDatabase } from '#testing';
import { PEOPLE, personWith, UNITS } from '../../../domain/testing';
import { openQueryLab, type QueryLab } from '../../testing';

describe('whose the numbers of ledgers are', () => {
  let house: QueryLab;
  const practised = practiceNumbers(PEOPLE.reporter.accountId);

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const { writer } = house.lab;
    const data = { name: '医改台账', code: 'WWG2021', closingPrefix: '芜卫改销', region: 'CN', kind: 'reform' };
    await writer.write(`ledger-${randomUUID()}`, { type: 'ledger.created', data });
    await writer.write(
      `ledger-${randomUUID()}`,
      { type: 'ledger.created', data: { ...PRACTICE_LEDGER, ...practised } },
      { type: 'ledger.marked-practice', data: { accountId: PEOPLE.reporter.accountId } },
    );
    const unit = { name: '云岭市医改办', parentId: null };
    await house.reach(await writer.write(`unit-${UNITS.office}`, { type: 'unit.created', data: unit }));
  });
  afterAll(() => house.close());

  const asks = async (input: object) =>
    ledgerNumbersSchema.parse(await house.ask('ledger.numbers', input, PEOPLE.clerk));

  it.each(['WWG2021', 'ｗｗｇ ２０２１', 'wwg2021'])('names the ledger that has the code %s', async (code) => {
    expect((await asks({ code })).takenBy).toEqual({ code: '医改台账', closingPrefix: null });
  });

  it('names the ledger that has the prefix, and nobody for what is free', async () => {
    expect((await asks({ closingPrefix: ' 芜卫改销' })).takenBy).toEqual({ code: null, closingPrefix: '医改台账' });
    expect((await asks({ code: 'WWG2022', closingPrefix: '芜卫改' })).takenBy).toEqual({
      code: null,
      closingPrefix: null,
    });
    expect((await asks({})).takenBy).toEqual({ code: null, closingPrefix: null });
  });

  it('suggests free ones after the document, and after the clerk’s own unit without one', async () => {
    const { suggested } = await asks({ documentNumber: '芜卫改〔2021〕3号' });
    expect(suggested).toEqual({ code: 'WWG202102', closingPrefix: '芜卫改销2' });
    expect((await asks({})).suggested).toEqual({ code: 'YYG2025', closingPrefix: '云医改销' });
  });

  it('says nothing of practice ledgers, and is for those who may create ledgers', async () => {
    expect((await asks(practised)).takenBy).toEqual({ code: null, closingPrefix: null });
    expect(permittingPost(PEOPLE.clerk, 'ledger.numbers', {}) !== null).toBe(true);
    expect(permittingPost(PEOPLE.reporter, 'ledger.numbers', {}) !== null).toBe(false);
    expect(
      permittingPost(personWith(0x71, '甲', 'supervision-clerk', UNITS.office, randomUUID()), 'ledger.numbers', {}) !==
        null,
    ).toBe(false);
  });
});
