import { DEFAULT_POLICY, type PolicyContent, policyContentSchema } from '#domain';
import { contentOf, draftOf, isAlwaysTwo, nextRung, rungIds, type RungDraft, withSecond } from './rule-draft';

const { version: _version, ...CONTENT } = DEFAULT_POLICY;
const rung = (kind: RungDraft['kind'], days: number | null): RungDraft => ({
  kind,
  days,
  at: '08:50',
  told: ['handler'],
});

describe('rules while they are edited', () => {
  it('are sent as they came when nothing was changed', () => {
    expect(contentOf(draftOf(CONTENT))).toEqual(CONTENT);
  });

  it('name their rungs by kind and day, each once, in a form that the schema takes', () => {
    const rungs = [
      rung('remind', 3),
      rung('due', 0),
      rung('due', 0),
      rung('urge', 1),
      rung('urge', 1),
      rung('urge', null),
    ];
    expect(rungIds(rungs)).toEqual(['remind-3', 'due', 'due-0-2', 'urge-1', 'urge-1-2', 'urge-0']);
  });

  it('put the days of a rung on the side of the due day that its kind has', () => {
    const draft = draftOf(CONTENT);
    const limits = { rungs: [rung('remind', 2), rung('due', 9), rung('escalate', 4)], notices: null };
    const { ladders } = contentOf({ ...draft, ladders: { ...draft.ladders, limits } });
    expect(ladders.limits.rungs.map(({ offsetWorkingDays }) => offsetWorkingDays)).toEqual([-2, 0, 4]);
  });

  it('are one item a line, blank lines left out', () => {
    const content = contentOf({ ...draftOf(CONTENT), acceptance: ' 措施全部完成 \n\n长效机制建立\n' });
    expect(content.acceptance).toEqual(['措施全部完成', '长效机制建立']);
  });

  it.each([
    ['８：５０', '08:50'],
    ['9:05', '09:05'],
    ['25:00', '25:00'],
  ])('take the time %s for %s, however it is typed', (typed, at) => {
    const draft = draftOf(CONTENT);
    const limits = { rungs: [{ ...rung('due', 0), at: typed }], notices: null };
    expect(contentOf({ ...draft, ladders: { ...draft.ladders, limits } }).ladders.limits.rungs[0]?.at).toBe(at);
  });

  it('never fill in a number that is missing: the schema refuses it', () => {
    const draft = draftOf(CONTENT);
    const content: PolicyContent = contentOf({ ...draft, clocks: { ...draft.clocks, check: null } });
    expect(policyContentSchema.safeParse(content).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'clocks.check',
    ]);
  });

  it('leave to one person what may be left, in whatever order it is chosen, and nothing else', () => {
    const left = withSecond(withSecond(CONTENT.secondPerson, 'task.correct', false), 'task.suspend', false);
    expect(left.every(isAlwaysTwo)).toBe(true);
    expect(policyContentSchema.safeParse({ ...CONTENT, secondPerson: left }).success).toBe(true);
    const none = withSecond(left, 'task.extend', false);
    expect(policyContentSchema.safeParse({ ...CONTENT, secondPerson: none }).success).toBe(false);
    expect(withSecond(withSecond(left, 'task.suspend', true), 'task.correct', true)).toEqual(CONTENT.secondPerson);
  });

  it('get a new rung after the last one, which the schema takes as it is', () => {
    const draft = draftOf(CONTENT);
    const { limits } = draft.ladders;
    const longer = { ...limits, rungs: [...limits.rungs, nextRung(limits.rungs)] };
    expect(longer.rungs.at(-1)).toMatchObject({ kind: 'propose', days: 11 });
    expect(
      policyContentSchema.safeParse(contentOf({ ...draft, ladders: { ...draft.ladders, limits: longer } })).success,
    ).toBe(true);
  });
});
