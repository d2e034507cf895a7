import { type z } from 'zod';
import { type TASK_EVENTS, type ToldPost } from '#domain';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { type Told, unitName } from './telling';

/** A rung that went out, as the event keeps it. */
type Fired = z.infer<(typeof TASK_EVENTS)['rung.fired']['schema']>;

/** People of one post named in a sentence; of more, their number. */
const NAMED = 3;

/** 告知：市卫健局填报人李某；抄送：市卫健局的分管领导王某；逾期 5 个工作日: who was told, each post with its people, and how late it is. */
export function toldPeopleText({ told: posts, daysLate, unstaffed, joins }: Fired, told: Told): string {
  const relations = [...new Set(posts.map(({ relation }) => relation))];
  return T.items([
    ...relations.map((relation) =>
      T.said(
        T.toldAs[relation],
        T.list(posts.filter((post) => post.relation === relation).map((post) => postText(post, told))),
      ),
    ),
    ...(daysLate > 0 ? [T.lateBy(daysLate)] : []),
    ...(joins === undefined ? [] : [T.joined]),
    ...(unstaffed === undefined ? [] : [T.unstaffed(unitName(told, unstaffed))]),
  ]);
}

function postText(post: ToldPost, told: Told): string {
  const name = postName(post, told);
  if (post.people.length === 0) return T.vacant(name);
  const known = new Map(told.entry.people.map(({ accountId, name: called }) => [accountId, called]));
  const names = post.people.flatMap(({ accountId }) => known.get(accountId) ?? []);
  const shown = T.list(names.slice(0, NAMED));
  return T.inPost(name, names.length > NAMED ? T.someOf(shown, names.length) : shown);
}

function postName({ role, unitId }: ToldPost, told: Told): string {
  // The leader who is told is in charge of the unit, and none of its own.
  if (role === 'leader' && unitId !== null) return T.leaderOf(unitName(told, unitId));
  return `${unitId === null ? '' : unitName(told, unitId)}${WORDS.terms.roles[role]}`;
}
