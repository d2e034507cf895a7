import { DEFAULT_POLICY } from '../policy';
import { ladderSchema, type Ladder, type LadderRung } from '.';

const rung = (change: Partial<LadderRung>): LadderRung => ({
  rungId: 'urge-1',
  kind: 'urge',
  offsetWorkingDays: 1,
  at: '08:50',
  told: ['handler'],
  ...change,
});

describe('ladder', () => {
  it('takes the default ones, which send nothing on the hour or the half hour', () => {
    for (const ladder of Object.values(DEFAULT_POLICY.ladders)) {
      expect(ladderSchema.parse(ladder)).toEqual(ladder);
      for (const { at } of ladder.rungs) expect(['00', '30']).not.toContain(at.slice(3));
    }
  });

  it('refuses notices that begin before the last rung, or that nobody gets', () => {
    const notices: Ladder['notices'] = { from: 15, every: 5, at: '08:50', told: ['leader'] };
    const taken = (change: object) =>
      ladderSchema.safeParse({ rungs: [rung({ offsetWorkingDays: 10 })], notices: { ...notices, ...change } }).success;
    expect([taken({}), taken({ from: 10 }), taken({ told: [] })]).toEqual([true, false, false]);
  });

  it.each<[string, LadderRung[]]>([
    ['a reminder after the due day', [rung({ kind: 'remind' })]],
    ['an urging letter on the due day', [rung({ offsetWorkingDays: 0 })]],
    ['a due notice before the due day', [rung({ kind: 'due', offsetWorkingDays: -1 })]],
    ['a proposal before the due day', [rung({ kind: 'propose', offsetWorkingDays: -1 })]],
    ['two rungs of one id', [rung({}), rung({ offsetWorkingDays: 2 })]],
    ['a time that is none', [rung({ at: '25:00' })]],
    ['an id that a queue cannot carry', [rung({ rungId: 'urge:1' })]],
    ['an id that a notice has', [rung({ rungId: 'notice-15' })]],
    ['a rung that tells nobody', [rung({ told: [] })]],
    ['a rung that tells somebody twice', [rung({ told: ['leader', 'leader'] })]],
    ['an escalation before the urging', [rung({ offsetWorkingDays: 5 }), rung({ rungId: 'e', kind: 'escalate' })]],
    ['a proposal to others than the leader', [rung({ kind: 'propose', told: ['office'] })]],
    ['no rung at all', []],
  ])('refuses %s', (_, rungs) => {
    expect(ladderSchema.safeParse({ rungs, notices: null }).success).toBe(false);
  });
});
