import { aLane } from '../../parts/lanes.fixture';
import { closeConfirmation } from './confirmation';

describe('the question before a closing', () => {
  it('says the outcome, that it is final, and how much is still undone', () => {
    const lane = aLane('1', '市医保局');
    expect(closeConfirmation('rectified', { lanes: [lane], ledgerKind: 'reform' }).text).toBe(
      '将以“已完成”签批销号：任务结束并取得销号文号，通知各牵头和配合单位，不能撤回。',
    );
    const owed = [{ limitId: 'L1', period: null, due: '2021-09-30' }];
    expect(
      closeConfirmation('continuing', { lanes: [{ ...lane, owed }, lane], ledgerKind: 'rectification' }).text,
    ).toMatch(/^还有 1 项未完成。将以“持续整改”/u);
  });
});
