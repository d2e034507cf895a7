import fc from 'fast-check';
import { z } from 'zod';
import { AGGREGATES, DEFAULT_POLICY, type Facts, type Metadata, practiceNumbers } from '../src';
import { PEOPLE } from './actors';
import { anyMoves, play } from './arbitrary-tasks';
import { circumstancesOf, CLAIMED_NUMBERS, NO_FACTS, SAMPLE_CALENDAR, STORY_ID } from './circumstances';
import { draftContent } from './drafts';
import { Story } from './given-when-then';
import { testId, UNITS } from './ids';
import { passedTo } from './open-entries';
import { noTask, soundBody, TASK_FACTS, taskIn, type TaskStory } from './task-stories';

/** A history that a released program could have written, of one aggregate. */
export interface History {
  readonly name: string;
  readonly events: readonly {
    readonly type: string;
    readonly data: unknown;
    readonly eventId: string;
    readonly revision: number;
    readonly metadata: Metadata;
  }[];
}

/** From which the random histories of tasks come. */
const SEED = 20_250_303;
const TASK_STORIES = 12;

/** The histories from which new golden samples are taken: together they hold an event of every type. */
export function historiesToday(): readonly History[] {
  return [installationHistory(), ...taskHistories(), ledgerHistory(), practiceHistory(), ...otherHistories()];
}

/** No command founds an installation: the program does it when it opens an empty log. */
function installationHistory(): History {
  const { now, actor } = circumstancesOf(PEOPLE.engine);
  const id = testId(0x900);
  const metadata = {
    commandId: id,
    commandHash: '',
    correlationId: id,
    causationId: null,
    act: 'installation.found',
    actor,
    recordedAt: now,
  };
  const founded = { type: 'installation.founded', data: { installationId: id } } as const;
  return { name: 'installation-1', events: [{ ...founded, eventId: testId(0x901), revision: 0, metadata }] };
}

function taskHistories(): History[] {
  const throws = fc.sample(anyMoves, { seed: SEED, numRuns: 400 });
  const stories = throws.map((moves) =>
    moves.reduce<TaskStory>((story, move) => {
      const outcome = play(story, move);
      return outcome.result.kind === 'events' ? outcome.next : story;
    }, noTask),
  );
  // The longest ones, and whatever holds a type that they lack.
  const byLength = [...stories].sort((a, b) => b.history.length - a.history.length);
  const chosen = byLength.slice(0, TASK_STORIES);
  const seen = new Set(chosen.flatMap(({ history }) => history.map(({ type }) => type)));
  for (const story of byLength.slice(TASK_STORIES)) {
    if (story.history.every(({ type }) => seen.has(type))) continue;
    for (const { type } of story.history) seen.add(type);
    chosen.push(story);
  }
  const histories = [...chosen, reopenedChild(), readOfDelay(), decidedMeasure()];
  return histories.map(({ history }, index) => ({ name: `task-${index + 1}`, events: history }));
}

/** No act reopens a child yet: its event is in a history all the same. */
function reopenedChild(): TaskStory {
  const split = taskIn('underway').after('task.split', soundBody('task.split'));
  const [child] = split.state?.children ?? [];
  const childId = child?.taskId ?? '';
  return split
    .after('task.note-child', { childId, ending: 'closed', on: split.today }, { by: PEOPLE.engine })
    .recorded([{ type: 'child.reopened', data: { childId, on: split.today } }]);
}

/** Seldom is somebody told of a delay in a random story, and reads it. */
function readOfDelay(): TaskStory {
  return passedTo(taskIn('underway'), '2025-07-07').after('task.note-read', {}, { by: PEOPLE.leader });
}

/** A leader has named one of the measures that the ladder proposes. */
function decidedMeasure(): TaskStory {
  const decision = { result: 'approved', measure: 'talk' } as const;
  return passedTo(taskIn('underway'), '2025-07-14').after('task.decide-proposal', decision, { by: PEOPLE.leader });
}

function ledger() {
  const { ledger: aggregate } = AGGREGATES;
  return new Story({ aggregate, acts: aggregate.acts, facts: CLAIMED_NUMBERS, actor: PEOPLE.clerk });
}

function ledgerHistory(): History {
  const source = { kind: 'document', title: '意见', documentNumber: null, year: 2025, contentHash: null } as const;
  const imported = ledger()
    .after('ledger.create', { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销' })
    .after('ledger.classify', { kind: 'rectification' })
    .after('ledger.import', { source, tasks: [draftContent(), draftContent({ title: '健全药品供应保障' })] });
  const [importId] = Object.keys(imported.state?.imports ?? {});
  const { history } = imported.after('ledger.complete-import', { importId: importId ?? '' }, { by: PEOPLE.engine });
  return { name: 'ledger-1', events: history };
}

function practiceHistory(): History {
  return { name: 'ledger-2', events: ledger().after('ledger.open-practice', {}).history };
}

function otherHistories(): History[] {
  return [
    { name: 'unit-1', events: unitHistory() },
    { name: 'account-1', events: accountHistory() },
    { name: 'account-2', events: practisingAccountHistory() },
    { name: 'account-3', events: guardedAccountHistory() },
    { name: 'series-1', events: seriesHistory() },
    { name: 'streak-1', events: streakHistory() },
    { name: 'numbering-1', events: numberingHistory() },
    { name: 'departure-1', events: departureHistory() },
    { name: 'calendar-1', events: calendarHistory() },
    { name: 'policy-1', events: policyHistory() },
  ];
}

function unitHistory(): History['events'] {
  const { unit: aggregate } = AGGREGATES;
  return new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.systemAdministrator })
    .after('unit.create', { name: '市卫计委' })
    .after('unit.add-alias', { alias: '卫计委' })
    .after('unit.rename', { name: '市卫健委', reason: '机构改革' }).history;
}

function account(facts: Partial<Facts>) {
  const { account: aggregate } = AGGREGATES;
  const known = { ...NO_FACTS, knownUnits: new Set([UNITS.health]), ...facts };
  return new Story({ aggregate, acts: aggregate.acts, facts: known, actor: PEOPLE.securityAdministrator });
}

const GRANT = { unitId: UNITS.health, role: 'reporter' } as const;

function accountHistory(): History['events'] {
  const granted = account({}).after('account.grant-post', GRANT);
  const postId = granted.state?.posts[0]?.postId ?? '';
  return granted.after('account.revoke-post', { postId, reason: '调离' }).after('account.grant-post', GRANT).history;
}

const BOTH_ADMINISTRATORS = [
  { accountId: PEOPLE.systemAdministrator.accountId, role: 'system-administrator' },
  { accountId: PEOPLE.securityAdministrator.accountId, role: 'security-administrator' },
] as const;

/** What takes a second administrator, what one does alone, and what was done at the machine. */
function guardedAccountHistory(): History['events'] {
  const by = PEOPLE.systemAdministrator;
  const administrators = BOTH_ADMINISTRATORS;
  const made = account({ administrators }).after('account.create', {}, { by });
  const leading = made.after('account.grant-post', { ...GRANT, role: 'leader' });
  const [post] = leading.state?.posts ?? [];
  const asked = leading
    .after('account.set-charge', { postId: post?.postId ?? '', inCharge: [UNITS.health] })
    .after('account.grant-post', { ...GRANT, role: 'closer' });
  const proposalId = asked.state?.proposals[0]?.proposalId ?? '';
  return asked
    .after('account.decide-proposal', { proposalId, result: 'approved' }, { by })
    .after('account.note-reset', {}, { by: PEOPLE.engine })
    .after('account.note-password', {}, { by: PEOPLE.engine })
    .after('account.disable', {}, { by })
    .after('account.enable', {}, { by }).history;
}

function practisingAccountHistory(): History['events'] {
  const grant = { ...GRANT, ledgerId: testId(0x200) };
  const ledger = { ...practiceNumbers(STORY_ID), practiceOf: STORY_ID };
  return account({ ledger }).after('account.grant-practice-post', grant, { by: PEOPLE.engine }).history;
}

function seriesHistory(): History['events'] {
  const { series: aggregate } = AGGREGATES;
  const by = circumstancesOf(PEOPLE.closer).actor;
  const closing = { on: '2025-03-03', by, asked: { outcome: 'rectified', statement: '同意销号' } } as const;
  const [first, second] = [testId(0x401), testId(0x402)];
  return new Story({ aggregate, acts: aggregate.acts, facts: TASK_FACTS, actor: PEOPLE.engine })
    .after('number.reserve', { taskId: first, closing })
    .after('number.use', { closingNumber: '云医改销〔2025〕1号', taskId: first })
    .after('number.reserve', { taskId: second, closing })
    .after('number.void', { closingNumber: '云医改销〔2025〕2号', taskId: second, reason: '任务已退回' }).history;
}

function streakHistory(): History['events'] {
  const { streak: aggregate } = AGGREGATES;
  const { sample } = aggregate.acts['streak.lengthen'];
  return new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.engine })
    .after('streak.lengthen', sample)
    .after('streak.lengthen', { ...sample, climb: { ...sample.climb, due: '2025-07-31' } })
    .after('streak.end', aggregate.acts['streak.end'].sample)
    .after('streak.restore', aggregate.acts['streak.restore'].sample).history;
}

function numberingHistory(): History['events'] {
  const { numbering: aggregate } = AGGREGATES;
  const { sample } = aggregate.acts['numbering.reserve'];
  const { kind, number, ledgerId, claimId } = sample;
  const claim = { kind, number, ledgerId, claimId };
  const again = testId(0x911);
  return new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.engine })
    .after('numbering.reserve', sample)
    .after('numbering.release', { ...claim, reason: '销号文号前缀已被使用' })
    .after('numbering.reserve', { ...sample, claimId: again })
    .after('numbering.use', { ...claim, claimId: again }).history;
}

function departureHistory(): History['events'] {
  const { departure: aggregate } = AGGREGATES;
  const third = { accountId: testId(0x917), role: 'system-administrator' } as const;
  const facts = { ...NO_FACTS, administrators: [...BOTH_ADMINISTRATORS, third] };
  const begun = new Story({ aggregate, acts: aggregate.acts, facts, actor: PEOPLE.engine }).after('departure.begin', {
    ...aggregate.acts['departure.begin'].sample,
    accountId: third.accountId,
  });
  const commandId = begun.history[0]?.metadata.commandId ?? '';
  return begun.after('departure.end', { accountId: third.accountId, commandId, refused: null }).history;
}

function calendarHistory(): History['events'] {
  const { calendar: aggregate } = AGGREGATES;
  return new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.systemAdministrator }).after(
    'calendar.publish',
    { calendar: { ...SAMPLE_CALENDAR, version: '2025-1' } },
  ).history;
}

function policyHistory(): History['events'] {
  const { policy: aggregate } = AGGREGATES;
  const { sample } = aggregate.acts['policy.publish'];
  return new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.systemAdministrator })
    .after('policy.install', { policy: DEFAULT_POLICY }, { by: PEOPLE.engine })
    .after('policy.publish', aggregate.acts['policy.publish'].sample)
    .after('policy.publish', { ...sample, content: { ...sample.content, protectionLevel: 3 } })
    .after('policy.publish', sample, { facts: { administrators: BOTH_ADMINISTRATORS } }).history;
}

/** A golden sample as its file keeps it: the events as written, and what folding them gave then. */
export const goldenHistorySchema = z.strictObject({
  events: z.array(
    z.strictObject({
      type: z.string(),
      schemaVersion: z.int(),
      eventId: z.string(),
      revision: z.int(),
      metadata: z.unknown(),
      data: z.unknown(),
    }),
  ),
  /** SHA-256 of the state's JSON after each event, keys in the order of the fold. */
  states: z.array(z.string()),
  /** The state after the last event, in full, so that a difference can be read. */
  end: z.unknown(),
});
export type GoldenHistory = z.infer<typeof goldenHistorySchema>;
