import { FEWEST_PEOPLE, type PostLack } from '#domain';
import { type Answer } from '../../api/answer';
import { WORDS } from '../../words';
import { POST_GAP_WORDS } from '../../words/post-gaps.words';

/** What people and posts are missing, as the api answers it. */
export type PostGaps = Answer<'/api/post-gaps'>;

const words = POST_GAP_WORDS;

/** A sentence for each post that is missing, and for open tasks that nobody could check or close. */
export function gapSentences({ gaps, tasks }: Pick<PostGaps, 'gaps' | 'tasks'>): readonly string[] {
  return [
    ...gaps.map(({ ledger, unit, lack }) =>
      unit === null
        ? words.where(ledger?.name ?? null) + words.lacks[lack]
        : words.where(ledger?.name ?? null) + ofUnit(unit.name, lack),
    ),
    ...tasks.map(({ lack, tasks: count, examples }) => words.tasks[lack](count, namesOf(examples, count))),
  ];
}

/** Why an office with so few people practises only; null where there are enough. */
export function tooFewSentence({ people }: Pick<PostGaps, 'people'>): string | null {
  return people < FEWEST_PEOPLE ? words.tooFew(people, FEWEST_PEOPLE) : null;
}

/** Who is missing for the tasks of a unit. */
function ofUnit(unit: string, lack: PostLack): string {
  if (lack === 'decider') return words.deciderOf(unit);
  return lack === 'leader' ? words.leaderOf(unit) : words.ofUnit(unit, judgeOf(lack));
}

/** Who has to stand outside of a unit: nobody else judges its tasks. */
function judgeOf(lack: PostLack): string {
  const { roles } = WORDS.terms;
  return lack === 'closer' || lack === 'other-closer' ? roles.closer : roles.verifier;
}

function namesOf(examples: PostGaps['tasks'][number]['examples'], count: number): string {
  const named = examples.map(({ number, title }) => number || title).join(WORDS.parts.and);
  return count > examples.length ? words.andMore(named) : named;
}
