import { type ReactElement } from 'react';
import { ENDED, type TaskStatus } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { DaysMark } from '../days-left';
import { KeptDays } from '../kept-days';
import { LampMark } from '../lamp-mark';
import { limitWords, periodWord, rhythmWord } from '../../telling';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';
import { CompletionList } from './completion-list';
import { CorrectedMark } from './corrected-mark';
import { partDayWords } from './due-parts';
import { LimitChain } from './limit-chain';
import { limitLinks, periodLinks } from './limit-links';
import { type WordingCorrection, type WordingCorrections } from './wording-corrections';

const words = TASK_WORDS.limits;
type LimitStand = TaskDetail['limits'][number];

interface ListProps {
  readonly task: Pick<TaskDetail, 'limits' | 'limitsConfirmed' | 'status'>;
  /** Of the words of its limits, by their ids; left out where nobody needs to know. */
  readonly corrections?: WordingCorrections['limits'];
}

/** Every limit with its words, its days and how it stands. */
export function LimitList({ task, corrections = {} }: ListProps): ReactElement {
  if (task.limits.length === 0) {
    return <p className="quiet">{task.limitsConfirmed === 'none' ? words.confirmedNone : words.none}</p>;
  }
  return (
    <ul className="fact-list">
      {task.limits.map((limit) => (
        <li key={limit.limitId}>
          <OneLimit
            limit={limit}
            name={limitWords(limit, task.limits)}
            status={task.status}
            corrections={corrections[limit.limitId]}
          />
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
  readonly corrections: readonly WordingCorrection[] | undefined;
}

function OneLimit({ limit, name, status, corrections }: OneProps): ReactElement {
  // Nothing counts any more: no lamp, no days.
  const ended = ENDED.includes(status);
  const { sourceText, recurrence, dueOn, due, remainingWorkingDays, lamp } = limit;
  return (
    <>
      <div className="fact-head">
        <span className="fact-name">
          {name} <CorrectedMark of={TASK_WORDS.corrected.limit} corrections={corrections} />
        </span>
        {!ended && <LampMark lamp={lamp} status={status} verified={limit.verifiedOn !== null} />}
      </div>
      <div>
        {recurrence === null ? <Days limit={limit} /> : rhythmWord(recurrence, dueOn)}
        {!ended && due !== null && <DaysMark due={due} remainingWorkingDays={remainingWorkingDays} lamp={lamp} />}
      </div>
      {limit.owedBy.length > 0 && (
        <div className="quiet">{words.owedBy(limit.owedBy.map((unit) => unit.name).join(WORDS.parts.and))}</div>
      )}
      {sourceText !== '' && sourceText !== name && <div className="quiet">{words.source(sourceText)}</div>}
      {!ended && recurrence !== null && <Periods limit={limit} />}
      {recurrence !== null && <MovedPeriods limit={limit} />}
      <Kept limit={limit} />
      <Completions limit={limit} />
    </>
  );
}

/** The day, or all days that the limit has had. */
function Days({ limit }: { readonly limit: LimitStand }): ReactElement {
  const { chain, due } = limit;
  if (due === null && chain.length === 0) return <span className="quiet">{words.undated}</span>;
  return chain.length <= 1 ? <span className="number">{due}</span> : <LimitChain links={limitLinks(limit)} />;
}

/** The periods of a recurring limit whose day was moved by itself. */
function MovedPeriods({ limit }: { readonly limit: LimitStand }): ReactElement {
  return (
    <>
      {periodLinks(limit).map(({ period, links }) => (
        <div key={period}>
          {periodWord(period)} <LimitChain links={links} />
        </div>
      ))}
    </>
  );
}

function Periods({ limit: { openPeriods, recurrence } }: { readonly limit: LimitStand }): ReactElement {
  if (openPeriods.length === 0) return <div className="quiet">{words.noOpenPeriod}</div>;
  return (
    <div>
      <span className="quiet">{words.openPeriods} </span>
      {openPeriods.map(({ period, due }) => (
        <span key={period} className="period">
          <KeptDays text={words.period(periodWord(period), partDayWords({ period, due }, recurrence))} />
        </span>
      ))}
    </div>
  );
}

/** Who has done it, each with both days. What one unit did once has been said already. */
function Completions({ limit }: { readonly limit: LimitStand }): ReactElement | null {
  const { completions, completionCount, recurrence, done } = limit;
  if (completionCount === 0 || (recurrence === null && done !== null && completionCount === 1)) return null;
  const shown = completions.map(({ unit, period, on, recordedOn, claimedByRequest }) => ({
    done: claimedByRequest ? TASK_WORDS.completions.claimedOn(on) : TASK_WORDS.completions.doneOn(on),
    recordedOn,
    key: `${unit.unitId}/${period ?? ''}`,
    name: period === null ? '' : periodWord(period),
    unitName: unit.name,
  }));
  const title =
    completionCount > completions.length
      ? TASK_WORDS.completions.newest(completionCount, completions.length)
      : TASK_WORDS.completions.count(completionCount);
  return (
    <details className="earlier">
      <summary>{title}</summary>
      <CompletionList completions={shown} />
    </details>
  );
}

function Kept({ limit: { done, verifiedOn } }: { readonly limit: LimitStand }): ReactElement | null {
  if (done === null) return null;
  const parts = [
    done.claimedByRequest ? words.claimed(done.on) : words.done(done.on),
    ...(done.recordedOn === done.on ? [] : [words.recorded(done.recordedOn)]),
    ...(done.daysLate === 0 ? [] : [words.doneLate(done.daysLate)]),
    ...(verifiedOn === null ? [] : [words.verified(verifiedOn)]),
  ];
  return <div className="quiet number">{parts.join(' · ')}</div>;
}
