import { sql } from 'kysely';
import { type Condition } from '../queries/sight-filter';

/** Whoever asks, as far as the separation of duties goes. */
interface Person {
  readonly accountId: string;
  /** Every unit in which they hold a post. */
  readonly postedIn: readonly string[];
}

/** A desk (`d`) of a task whose act the person may not do. */
export function isKeptOut({ accountId, postedIn }: Person): Condition {
  return sql`(${accountId}::uuid = any(d.not_by) or d.not_of && ${postedIn}::uuid[])`;
}

/** An entry (`e`) for those who check or close a task, of which the person may do neither. */
export function isKeptFromEntry(person: Person): Condition {
  return sql`(e.role in ('verifier', 'closer') and exists (
    select from projection_tasks.desk d where d.task_id = e.task_id
      and d.desk = case e.role when 'verifier' then 'check' else 'close' end and ${isKeptOut(person)}))`;
}
