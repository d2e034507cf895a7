import { DEFAULT_LADDER, ladderSchema, type LadderRung } from '.';

const rung = (change: Partial<LadderRung>): LadderRung => ({
  rungId: 'urge-1',
  kind: 'urge',
  offsetWorkingDays: 1,
  at: '08:50',
  ...change,
});

describe('ladder', () => {
  it('takes the default one, which sends nothing on the hour or the half hour', () => {
    expect(ladderSchema.parse(DEFAULT_LADDER)).toEqual(DEFAULT_LADDER);
    for (const { at } of DEFAULT_LADDER.rungs) expect(['00', '30']).not.toContain(at.slice(3));
  });

  it.each<[string, LadderRung[]]>([
    ['a reminder after the due day', [rung({ kind: 'remind' })]],
    ['an urging letter on the due day', [rung({ offsetWorkingDays: 0 })]],
    ['a due notice before the due day', [rung({ kind: 'due', offsetWorkingDays: -1 })]],
    ['a proposal before the due day', [rung({ kind: 'propose', offsetWorkingDays: -1 })]],
    ['two rungs of one id', [rung({}), rung({ offsetWorkingDays: 2 })]],
    ['a time that is none', [rung({ at: '25:00' })]],
    ['an id that a queue cannot carry', [rung({ rungId: 'urge:1' })]],
  ])('refuses %s', (_, rungs) => {
    expect(ladderSchema.safeParse({ version: 'v', rungs }).success).toBe(false);
  });
});
