import { type ReactElement } from 'react';
import { dayInShanghai, ENDED, type TaskStatus } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { daysWord } from '../days-left';
import { LampMark } from '../lamp-mark';
import { limitWords, periodWord, rhythmWord, termsWord } from '../../telling';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.limits;
const MOVES: Readonly<Record<string, string>> = WORDS.events.values.moveKinds;
type LimitStand = TaskDetail['limits'][number];

/** Every limit with its words, its days and how it stands. */
export function LimitList({
  task,
}: {
  readonly task: Pick<TaskDetail, 'limits' | 'limitsConfirmed' | 'status'>;
}): ReactElement {
  if (task.limits.length === 0) {
    return <p className="quiet">{task.limitsConfirmed === 'none' ? words.confirmedNone : words.none}</p>;
  }
  return (
    <ul className="fact-list">
      {task.limits.map((limit) => (
        <li key={limit.limitId}>
          <OneLimit limit={limit} name={limitWords(limit, task.limits)} status={task.status} />
        </li>
      ))}
    </ul>
  );
}

interface OneProps {
  readonly limit: LimitStand;
  /** What it is called. */
  readonly name: string;
  readonly status: TaskStatus;
}

function OneLimit({ limit, name, status }: OneProps): ReactElement {
  // Nothing counts any more: no lamp, no days.
  const ended = ENDED.includes(status);
  const { sourceText, recurrence, dueOn, due, remainingWorkingDays, lamp } = limit;
  return (
    <>
      <div className="fact-head">
        <span className="fact-name">{name}</span>
        {!ended && <LampMark lamp={lamp} status={status} verified={limit.verifiedOn !== null} />}
      </div>
      <div>
        {recurrence === null ? <Chain limit={limit} /> : rhythmWord(recurrence, dueOn)}
        {!ended && remainingWorkingDays !== null && due !== null && (
          <span className={`keep lamp-${lamp === 'late' ? 'late' : 'suspended'}`}>
            {' '}
            {daysWord(remainingWorkingDays)}
          </span>
        )}
      </div>
      {sourceText !== '' && sourceText !== name && <div className="quiet">{words.source(sourceText)}</div>}
      {!ended && recurrence !== null && <Periods limit={limit} />}
      {recurrence !== null && <MovedPeriods chain={limit.chain} />}
      <Kept limit={limit} />
    </>
  );
}

/** All days that the limit has had: the first always seen, those that no longer count struck. */
function Chain({ limit: { chain, due } }: { readonly limit: LimitStand }): ReactElement {
  if (due === null && chain.length === 0) return <span className="quiet">{words.undated}</span>;
  if (chain.length <= 1) return <span className="number">{due}</span>;
  return (
    <ol className="chain" aria-label={words.chain}>
      {chain.map((move, index) => (
        // A command may move a limit and something else in the same moment, never one limit twice.
        <li key={move.since}>
          <OneMove move={move} counts={index === chain.length - 1} />
        </li>
      ))}
    </ol>
  );
}

/** The periods of a recurring limit whose day was moved by itself. */
function MovedPeriods({ chain }: Pick<LimitStand, 'chain'>): ReactElement | null {
  const moves = chain.flatMap((move) => (move.period === null ? [] : [{ move, period: move.period }]));
  if (moves.length === 0) return null;
  return (
    <ol className="chain" aria-label={words.chain}>
      {moves.map(({ move, period }) => (
        <li key={`${period} ${move.since}`}>
          {periodWord(period)}{' '}
          <OneMove move={move} counts={moves.findLast((each) => each.period === period)?.move === move} />
        </li>
      ))}
    </ol>
  );
}

type Move = LimitStand['chain'][number];

function OneMove({ move, counts }: { readonly move: Move; readonly counts: boolean }): ReactElement {
  const { kind, since, reason } = move;
  const day = termsWord(move) ?? words.dateRemoved;
  const why = kind === 'set' ? words.first : words.moved(dayInShanghai(since), MOVES[kind] ?? kind, reason);
  return (
    <>
      {counts ? <strong className="number">{day}</strong> : <del className="number">{day}</del>}
      <span className="quiet"> {why}</span>
    </>
  );
}

function Periods({ limit: { openPeriods } }: { readonly limit: LimitStand }): ReactElement {
  if (openPeriods.length === 0) return <div className="quiet">{words.noOpenPeriod}</div>;
  return (
    <div>
      <span className="quiet">{words.openPeriods} </span>
      {openPeriods.map(({ period, due }) => (
        <span key={period} className="keep number period">
          {words.period(periodWord(period), due)}
        </span>
      ))}
    </div>
  );
}

function Kept({ limit: { done, verifiedOn } }: { readonly limit: LimitStand }): ReactElement | null {
  if (done === null) return null;
  const parts = [
    done.claimedByRequest ? words.claimed(done.on) : words.done(done.on),
    ...(verifiedOn === null ? [] : [words.verified(verifiedOn)]),
  ];
  return <div className="quiet number">{parts.join(' · ')}</div>;
}
