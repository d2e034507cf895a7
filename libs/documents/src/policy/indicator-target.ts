import { type Comparison, type Neighbour, type Quantity } from './indicator.types';
import {
  AGE_REACHED_BEFORE,
  AT_LEAST_BEFORE,
  AT_MOST_BEFORE,
  CLAUSE_OPENING,
  CONDITION_END,
  VERB_AFTER_COUNT,
  NUMBERED_NOUNS,
  QUALIFIES_AFTER,
  REACH_BEFORE,
  STATE_VERBS,
  TARGET_VERBS,
} from './indicator.words';

/** A verb further away than this does not govern the number, in characters. */
const VERB_REACH = 45;

/** True for a number to be reached; false for ages, durations, numbered slogans, conditions and what exists already. */
export function isTarget(quantity: Quantity, comparison: Comparison, neighbour: Neighbour | null): boolean {
  if (CONDITION_END.test(quantity.after) || CONDITION_END.test(quantity.afterBracket)) return false;
  if (quantity.kind === 'time') return isTimeTarget(quantity) || sharesComparator(quantity, neighbour);
  if (quantity.kind === 'share') return true;
  if (QUALIFIES_AFTER.test(quantity.after)) return false;
  if (comparison.explicit) return true;
  if (NUMBERED_NOUNS.test(quantity.after.trimStart())) return false;
  if (quantity.kind === 'weak') return /^(?:新增|建成|创建|打造|制定|出台)$/u.test(quantity.before.slice(-2));
  return isDone(quantity) || continues(quantity, neighbour);
}

/** 压缩至3个工作日以内 is a target; 3年以上工龄 and 65岁以上 are not. */
function isTimeTarget({ before, unit, max }: Quantity): boolean {
  if (REACH_BEFORE.test(before)) return unit.endsWith('岁') && max === null && AGE_REACHED_BEFORE.test(before);
  return AT_MOST_BEFORE.test(before) || (AT_LEAST_BEFORE.test(before) && !/(?:超过|高于|大于) ?$/u.test(before));
}

/** 分别缩短至2个月、半个月. */
function sharesComparator({ unit }: Quantity, neighbour: Neighbour | null): boolean {
  return neighbour?.quantity.unit === unit && /^ ?(?:和|、|及) ?$/u.test(neighbour.between);
}

/** A verb governs the number: before it (引进100名…), or after it where the clause begins with the number (7家医院设置…). */
function isDone({ before, after }: Quantity): boolean {
  const near = before.slice(-VERB_REACH);
  const target = lastEnd(near, TARGET_VERBS);
  const state = lastEnd(near, STATE_VERBS);
  if (target > 0 && target >= state) return true;
  if (/(?:在|与|为|对|从) ?$/u.test(near) || CLAUSE_OPENING.test(near)) return VERB_AFTER_COUNT.test(after);
  return false;
}

/** 培训30名药师、50名…，示范药房12个: the list goes on under the same verb. */
function continues({ before, after, unit }: Quantity, neighbour: Neighbour | null): boolean {
  if (!neighbour || /[。；\n]/u.test(neighbour.between)) return false;
  if (lastEnd(before, STATE_VERBS) > 0) return false;
  const commas = neighbour.between.split('，').length - 1;
  if (commas === 0) return true;
  const bare = CLAUSE_OPENING.test(before) || /^(?:等| )*$/u.test(after);
  return commas === 1 && bare && unit === neighbour.quantity.unit;
}

/** Where the last of the verbs ends; 0 when there is none. */
function lastEnd(words: string, verbs: readonly string[]): number {
  return verbs.reduce((last, verb) => {
    const at = words.lastIndexOf(verb);
    return at < 0 ? last : Math.max(last, at + verb.length);
  }, 0);
}
