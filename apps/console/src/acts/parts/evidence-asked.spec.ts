import { DEFAULT_POLICY } from '#domain';
import { aLane } from '../../parts/lanes.fixture';
import { evidenceAsked } from './evidence-asked';

const POLICY = {
  closing: { owed: 'named', targets: 'shown' },
  evidence: ['验收报告', '拨付凭证'],
  secondPerson: [],
} as const;
const policy = { ...POLICY, clocks: DEFAULT_POLICY.clocks, evidence: [...POLICY.evidence], secondPerson: [] };

describe('the evidence that the rules ask for', () => {
  it('is told of a lead before it asks for closure: which kinds are there, and which are missing', () => {
    const lane = aLane('1', '市医保局', { shown: ['拨付凭证', '旧类别'] });
    expect(evidenceAsked({ policy }, lane)).toBe(
      '必备佐证：验收报告（还缺）、拨付凭证（已有）。申请销号前，每类至少上传一份并选明类别。',
    );
  });

  it('is asked of no supporting unit, and of nobody where the rules ask for none', () => {
    expect(evidenceAsked({ policy }, aLane('1', '市医保局', { role: 'support' }))).toBeNull();
    expect(evidenceAsked({ policy: { ...policy, evidence: [] } }, aLane('1', '市医保局'))).toBeNull();
    expect(evidenceAsked({ policy }, null)).toBeNull();
  });
});
