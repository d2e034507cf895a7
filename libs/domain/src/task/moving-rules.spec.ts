import fc from 'fast-check';
import { anyMoves, circumstancesOf, type Move, noTask, PEOPLE, play, type TaskStory } from '../../testing';
import { AGGREGATES } from '../aggregates';
import { ALWAYS_TWO, DEFAULT_POLICY, type Policy, takesSecond } from '../policy';
import { laneOf, ON_ACCOUNT, type RecordedTaskEvent } from '.';

const STORIES = Number(process.env['TAIZHANG_HISTORIES'] ?? 500);
const SEED = Number(process.env['TAIZHANG_SEED'] ?? 20_250_303);

/** Versions that differ in what acts ask. Ladders and clocks are the same: how they move has tests of its own. */
const VERSIONS: readonly Policy[] = [
  DEFAULT_POLICY,
  {
    ...DEFAULT_POLICY,
    version: 'office-2',
    acceptance: ['措施全部完成', '长效机制建立'],
    evidence: ['验收报告'],
    secondPerson: [...ALWAYS_TWO],
  },
  {
    ...DEFAULT_POLICY,
    version: 'office-3',
    acceptance: ['群众满意'],
    secondPerson: [...ALWAYS_TWO, 'task.correct'],
  },
];
const { calendar } = circumstancesOf(PEOPLE.engine);

/** The rules that a task follows after a history, read from its events alone: those last pinned, else those in force. */
function followed(history: readonly RecordedTaskEvent[], inForce: Policy): Policy {
  const pinned = history.flatMap((event) => ('rules' in event.data ? event.data.rules.policy : []));
  return VERSIONS.find(({ version }) => version === pinned.at(-1)) ?? inForce;
}

/** The events of a history that no later step took back. */
function standing(history: readonly RecordedTaskEvent[]): readonly RecordedTaskEvent[] {
  const gone = new Set(history.flatMap((event) => (event.type === 'task.withdrawn' ? event.data.commandId : [])));
  return history.filter(({ metadata }) => !gone.has(metadata.commandId));
}

/** The task goes on under another version, as the engine brings it there when one is published for open tasks too. */
function movedTo(policy: Policy, story: TaskStory, old: Policy): TaskStory {
  const command = { rules: { policy: policy.version, calendar: calendar.version }, reason: '年度调整' };
  return story.after('task.move-rules', command, {
    by: PEOPLE.engine,
    facts: { rules: { policy, calendar } },
    policy: old,
  });
}

const seen = { checked: 0, checkedUnderOther: 0, lacking: 0, shown: 0, alone: 0, asked: 0, movedAlone: 0 };

/** Holds a step against the rules, read a second time from the events. */
function judge(before: TaskStory, added: readonly RecordedTaskEvent[], policy: Policy): void {
  const history = standing(before.history);
  for (const event of added) {
    const { act } = event.metadata;
    switch (event.type) {
      case 'lane.claimed': {
        expect(event.data.acceptance).toEqual(policy.acceptance);
        const kinds = history.flatMap((each) =>
          each.type === 'lane.reported' && each.data.lane === event.data.lane
            ? each.data.evidence.flatMap(({ kind }) => kind ?? [])
            : [],
        );
        const lead = before.state !== null && laneOf(before.state, event.data.lane)?.role === 'lead';
        if (lead) expect(kinds).toEqual(expect.arrayContaining(policy.evidence));
        seen.shown += lead && policy.evidence.length > 0 ? 1 : 0;
        break;
      }
      case 'check.passed': {
        const claim = history.findLast(({ type }) => type === 'lane.claimed');
        const asked = claim?.type === 'lane.claimed' ? claim.data.acceptance : null;
        expect(event.data.acceptance.map(({ criterion }) => criterion)).toEqual(asked);
        seen.checked += asked === null || asked.length === 0 ? 0 : 1;
        seen.checkedUnderOther += asked?.join() === policy.acceptance.join() ? 0 : 1;
        break;
      }
      case 'task.suspended':
        expect(act).toBe(takesSecond(policy, 'task.suspend') ? 'task.decide-proposal' : act);
        seen.alone += act === 'task.suspend' ? 1 : 0;
        break;
      case 'limit.moved': {
        const { askedBy, approvedBy } = event.data;
        if (act !== 'task.correct' || askedBy === undefined) break;
        expect([takesSecond(policy, 'task.correct'), approvedBy]).toEqual([false, undefined]);
        seen.movedAlone += 1;
        break;
      }
      case 'proposal.made':
        if (act === event.data.act) expect(takesSecond(policy, act)).toBe(true);
        seen.asked += act === 'task.suspend' ? 1 : 0;
        break;
      default:
    }
  }
}

function told(moves: readonly Move[]): TaskStory {
  let [inForce = DEFAULT_POLICY] = VERSIONS;
  return moves.reduce<TaskStory>((story, move) => {
    const old = followed(story.history, inForce);
    inForce = move.choice % 6 === 0 ? (VERSIONS[move.word % VERSIONS.length] ?? inForce) : inForce;
    const open = story.state?.rules !== null && story.state !== null && ON_ACCOUNT.includes(story.state.status);
    const now = open && move.choice % 12 === 0 ? movedTo(inForce, story, old) : story;
    const policy = followed(now.history, inForce);
    const outcome = play(now, move, policy);
    if (outcome.result.kind === 'rejected') {
      seen.lacking += outcome.result.rejection.code === 'TASK.EVIDENCE_MISSING' ? 1 : 0;
    }
    if (outcome.result.kind !== 'events') return now;
    const { next } = outcome;
    judge(now, next.history.slice(now.history.length), policy);
    return next;
  }, noTask);
}

describe('rules that change under way', () => {
  it(`are kept by every act as the task follows them then, over ${STORIES} random histories (seed ${SEED})`, () => {
    for (const moves of fc.sample(anyMoves, { numRuns: STORIES, seed: SEED })) {
      const { state, history } = told(moves);
      expect(AGGREGATES.task.fold(history)).toEqual(state);
    }
    // Each of these was met, else the histories prove nothing.
    expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
  });
});
