import { type metSchema, type seenSchema } from '#domain';
import { type z } from 'zod';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { limitName, type Told, unitName } from './telling';

/** What a person who judged a task had before them, as the event keeps it. */
export type Seen = z.infer<typeof seenSchema>;
/** A limit or period that was done by then. */
export type Met = z.infer<typeof metSchema>;

/** Limits named in a sentence; of more, their number. */
const NAMED = 3;
/** Digits of a digest that tell it apart for a reader; the whole one stands beside the event. */
const DIGEST_SHOWN = 8;

/** 截至本任务第 8 条记录，…已完成，佐证材料 2 份，内容核对码 abcd1234…: what was seen, in one line. */
export function sawText({ revision, digest, met, evidence }: Seen, told: Told): string {
  return T.clauses([
    T.sawRecord(revision + 1),
    met.length === 0 ? T.sawNothingDone : T.sawDone(metNames(met, told)),
    evidence.length === 0 ? T.sawNoFiles : T.sawFiles(evidence.length),
    T.sawDigest(T.clipped(digest.slice(0, DIGEST_SHOWN))),
  ]);
}

/** Each with the unit that did it: of several leads one may owe it still. */
function metNames(met: readonly Met[], told: Told): string {
  const names = [...new Set(met.map(({ lane, limitId }) => `${unitName(told, lane)}${limitName(told, limitId)}`))];
  const all = met.length <= NAMED && names.length === met.length;
  return all ? T.list(names) : T.sawSome(T.list(names.slice(0, NAMED)), met.length);
}
