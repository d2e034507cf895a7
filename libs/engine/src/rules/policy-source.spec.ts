import { LEDGER_ID, PEOPLE } from '../../../domain/testing';
import { DEFAULT_POLICY, type PolicyContent } from '#domain';
import { EngineLab } from '../../testing';
import { States } from '../state/states';
import { PolicySource, policyIdOf } from './policy-source';

const { version: _version, ...CONTENT } = DEFAULT_POLICY;

describe('the policy in force', () => {
  let lab: EngineLab;
  let policies: PolicySource;
  let time = 0;

  beforeEach(async () => {
    time = 0;
    lab = await EngineLab.open();
    policies = new PolicySource(new States(lab.store), () => time);
  });
  afterEach(() => lab.close());

  async function publish(ledgerId: string | null, change: Partial<PolicyContent> = {}): Promise<void> {
    const content = { ...CONTENT, protectionLevel: ledgerId === null ? (2 as const) : null, ...change };
    const body = { ledgerId, content, holds: 'new', reason: '调整' };
    await lab.does('policy.publish', policyIdOf(ledgerId), body, { by: PEOPLE.systemAdministrator });
    time += 5_001;
  }

  it('is what the program brings along, then the office’s, then the ledger’s own', async () => {
    const inForce = async () => (await policies.inForce(LEDGER_ID)).version;
    expect(await inForce()).toBe(DEFAULT_POLICY.version);
    await publish(null);
    expect(await inForce()).toBe('office-1');
    await lab.does(
      'ledger.create',
      LEDGER_ID,
      { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销' },
      { by: PEOPLE.clerk },
    );
    await publish(LEDGER_ID);
    expect(await inForce()).toBe(`${LEDGER_ID}-1`);
    expect((await policies.inForce(null)).version).toBe('office-1');
    await publish(null);
    expect(await inForce()).toBe(`${LEDGER_ID}-1`);
  });

  it('leaves every version in its place', async () => {
    await publish(null, { clocks: { ...CONTENT.clocks, check: 6 } });
    await publish(null);
    expect((await policies.ofVersion('office-1'))?.clocks.check).toBe(6);
    expect((await policies.ofVersion('office-2'))?.clocks.check).toBe(10);
    expect((await policies.ofVersion(DEFAULT_POLICY.version))?.clocks.check).toBe(10);
    expect(await policies.ofVersion('office-9')).toBeUndefined();
    expect(await policies.ofVersion('nonsense')).toBeUndefined();
  });
});
