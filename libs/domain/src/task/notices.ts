import { type Day, dayInShanghai } from '../calendar';
import { lastNoticeBy, noticeAfter, type OpenLimit, type PlannedTimer } from '../ladder';
import { type Rules } from '../shared/circumstances';
import { type Climbers, everythingClimbing, limitOf, withoutAbove } from './climbers';
import { clockOf } from './clock-rung';
import { type Obligation } from './task.parts';
import { type TaskState } from './task.state';

/**
 * The next notice of each delay that has come to the end of its ladder. One under a request for more time waits.
 * @param open the rungs of the ladder that are still to come
 */
export function nextNotices(
  state: TaskState,
  climbers: Climbers,
  open: readonly PlannedTimer[],
  fired: ReadonlySet<string>,
): readonly PlannedTimer[] {
  const { notices } = climbers.ladder;
  if (notices === null) return [];
  const climbing = new Set(open.map(limitOf));
  return longestOwed(climbers.limits).flatMap((limit) => {
    if (limit.held || climbing.has(limitOf(limit))) return [];
    const noticeOf = (days: number) => withoutAbove(state, noticeAfter(days, limit, climbers)).map(climbers.named);
    let days = lastNoticeBy(dayInShanghai(state.recordedAt), limit, climbers) ?? notices.from;
    let next = noticeOf(days);
    // Where lateness counts from a later day since, those that went out by the former one do not go out again.
    while (next.some(({ key }) => fired.has(key))) next = noticeOf((days += notices.every));
    return next;
  });
}

/** Of the periods of a recurring limit the one that is owed longest: a daily duty had been told again for each of its days. */
function longestOwed(limits: readonly OpenLimit[]): readonly OpenLimit[] {
  const oldest = new Map<string, OpenLimit>();
  for (const limit of limits) {
    const duty = `${limit.lane} ${limit.limitId}`;
    const known = oldest.get(duty);
    if (!known || limit.due < known.due) oldest.set(duty, limit);
  }
  return [...oldest.values()];
}

/** The last notice of each delay that went out. Those before it may have been left out in a standstill. */
export function lastNoticesFired(
  state: TaskState,
  climbers: Climbers,
  fired: ReadonlySet<string>,
): readonly PlannedTimer[] {
  const { notices } = climbers.ladder;
  if (notices === null) return [];
  const known = dayInShanghai(state.recordedAt);
  return climbers.limits.flatMap((limit) => {
    for (let days = lastNoticeBy(known, limit, climbers) ?? 0; days >= notices.from; days -= notices.every) {
      const gone = noticeAfter(days, limit, climbers)
        .map(climbers.named)
        .filter(({ key }) => fired.has(key));
      if (gone.length > 0) return gone;
    }
    return [];
  });
}

/** What a notice is about, as it is fired. */
interface NoticeOf {
  readonly obligation: Obligation | null;
  readonly holder: string | null;
  readonly unit?: string | undefined;
  readonly climb: number;
}

/** The notice that is due by a day, for one that was planned before a standstill: of those missed only the last is told. */
export function noticeDue(
  state: TaskState,
  { obligation, holder, unit, climb }: NoticeOf,
  today: Day,
  rules: Rules,
): string | null {
  const subject = limitOf(obligation ?? clockOf(holder ?? '', unit));
  for (const climbers of everythingClimbing(state, today, rules)) {
    const limit = climbers.limits.find((each) => limitOf(each) === subject && each.climb === climb);
    const days = limit ? lastNoticeBy(today, limit, climbers) : null;
    if (days !== null) return `notice-${String(days)}`;
  }
  return null;
}
