import { Alert, App, Button } from 'antd';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { type LedgerRow } from '../api/answer';
import { mayAnywhere, useMe } from '../app/session';
import { ProblemNote } from '../parts/problem-note';
import { WORDS } from '../words';
import { PEOPLE_WORDS } from '../words/people.words';
import { type CheckedRow, checkPeople, isFaultless } from './check-people';
import { type Enrolled } from './enrol';
import './people.css';
import { PeopleTable } from './people-table';
import { type PersonRow } from './person-row';
import { SlipPanel } from './slip-panel';
import { type Enrolling } from './use-enrolment';
import { usePinyin } from './use-pinyin';
import { useRegister } from './use-register';

const words = PEOPLE_WORDS.enrol;

interface Props {
  readonly rows: readonly PersonRow[];
  readonly onRows: (rows: readonly PersonRow[]) => void;
  readonly ledgers: readonly LedgerRow[];
  readonly enrolling: Enrolling;
  /** Between the table and what became of it. */
  readonly children?: ReactNode;
  /** A further button beside the main one. */
  readonly beside?: (wanted: number) => ReactNode;
}

/** Writes people down, checks them at once, makes their accounts and posts, and prints their slips. */
export function EnrolPeople({ rows, onRows, ledgers, enrolling, children, beside }: Props): ReactElement {
  const me = useMe();
  const { message } = App.useApp();
  const register = useRegister();
  const pinyinOf = usePinyin();
  // Whoever makes accounts need not be the one who grants posts: three administrators share that on level three.
  const grants = mayAnywhere(me, 'account.grant-post');
  const checked = useMemo(() => checkPeople(rows, register, pinyinOf, grants), [rows, register, pinyinOf, grants]);
  const may = mayAnywhere(me, 'account.create');
  const submit = async (): Promise<void> => {
    const outcomes = await enrolling.run(checked.filter(isFaultless));
    const done = new Set(outcomes.filter(({ problem }) => problem === null).map(({ enrolment }) => enrolment.rowKey));
    const waiting = outcomes.filter(({ problem, waiting: roles }) => problem === null && roles.length > 0).length;
    if (waiting > 0) void message.info(words.doneAndWaiting(done.size, waiting));
    else if (done.size > 0) void message.success((grants ? words.done : words.doneAccounts)(done.size));
    onRows(rows.filter(({ rowKey }) => !done.has(rowKey)));
  };
  return (
    <>
      <p className="quiet">{PEOPLE_WORDS.pasteHint}</p>
      {!may && <Alert className="notice" type="warning" showIcon title={words.noAccounts} />}
      {may && !grants && <Alert className="notice" type="info" showIcon title={words.noPosts} />}
      {register.problem !== null && <ProblemNote problem={register.problem} />}
      <PeopleTable
        rows={rows}
        onRows={onRows}
        checked={checked}
        units={register.units}
        ledgers={ledgers}
        withPosts={grants}
        disabled={enrolling.running || !may}
      />
      {children}
      <Outcome enrolling={enrolling} />
      <SlipPanel slips={enrolling.slips} onDone={enrolling.forget} />
      <div className="thumb-bar form-acts">
        {beside?.(checked.length)}
        <SubmitPeople
          checked={checked}
          running={enrolling.running}
          ready={may && register.loaded}
          withPosts={grants}
          onSubmit={() => void submit()}
        />
      </div>
    </>
  );
}

interface SubmitProps {
  readonly checked: readonly CheckedRow[];
  readonly running: boolean;
  readonly ready: boolean;
  readonly withPosts: boolean;
  readonly onSubmit: () => void;
}

function SubmitPeople({ checked, running, ready, withPosts, onSubmit }: SubmitProps): ReactElement {
  const faults = checked.flatMap((row) => Object.keys(row.faults)).length;
  return (
    <Button type="primary" loading={running} disabled={checked.length === 0 || faults > 0 || !ready} onClick={onSubmit}>
      {faults > 0 ? words.check(faults) : (withPosts ? words.submit : words.submitAccounts)(checked.length)}
    </Button>
  );
}

function Outcome({ enrolling }: { readonly enrolling: Enrolling }): ReactElement {
  const { running, progress, problem, outcomes } = enrolling;
  const failed = [...outcomes.values()].filter((outcome) => outcome.problem !== null);
  const waiting = [...outcomes.values()].filter((outcome) => outcome.waiting.length > 0);
  return (
    <div aria-live="polite">
      {running && <p>{words.running(progress.settled, progress.total)}</p>}
      {problem !== null && <ProblemNote problem={problem} />}
      {!running && waiting.length > 0 && (
        <Alert
          className="notice"
          type="info"
          showIcon
          title={words.waits(waiting.length)}
          description={<Waiting waiting={waiting} />}
        />
      )}
      {!running && failed.length > 0 && (
        <Alert
          className="notice"
          type="error"
          showIcon
          title={words.some(failed.length)}
          description={<Failures failed={failed} />}
        />
      )}
    </div>
  );
}

/** Posts that are asked for and not held yet: nobody takes them for done. */
function Waiting({ waiting }: { readonly waiting: readonly Enrolled[] }): ReactElement {
  return (
    <ul className="plain-list">
      {waiting.map(({ enrolment, waiting: roles }) => (
        <li key={enrolment.rowKey}>
          {words.waitingFor(enrolment.name, roles.map((role) => WORDS.terms.roles[role]).join(WORDS.parts.and))}
        </li>
      ))}
    </ul>
  );
}

function Failures({ failed }: { readonly failed: readonly Enrolled[] }): ReactElement {
  return (
    <ul className="plain-list">
      {failed.map(({ enrolment, problem }) => (
        <li key={enrolment.rowKey}>{words.failure(enrolment.name, problem?.message ?? '')}</li>
      ))}
    </ul>
  );
}
