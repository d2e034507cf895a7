import { Alert, App, Button, Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { type CalendarYear, dayInShanghai } from '#domain';
import { type YearInForce } from '../api/year-in-force';
import { mayAnywhere, useMe } from '../app/session';
import { PageLoading } from '../parts/page-loading';
import { ProblemNote } from '../parts/problem-note';
import { WORDS } from '../words';
import { RegisterMeanwhile } from '../register-changes/register-meanwhile';
import { SYSTEM_WORDS } from '../words/system.words';
import { changesOf, isPublished, readVersion, rebased, toggled, workingDaysOf } from './calendar-edit';
import { Changes, EditPanel } from './edit-panel';
import { useCalendarYear, usePublish, type YearEdit } from './use-calendar';
import { YearBoard } from './year-board';

const words = SYSTEM_WORDS.calendar;

type Edits = Readonly<Record<string, YearEdit>>;

const today = (): string => dayInShanghai(Date.now());

/** The calendar in force, this year and its neighbours, and for the administrator the way to change it. */
export function CalendarBoard(): ReactElement {
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [edits, setEdits] = useState<Edits | null>(null);
  const { inForce, problem } = useCalendarYear(year);
  const years = [thisYear - 1, thisYear, thisYear + 1];
  return (
    <div>
      <Segmented
        className="notice"
        aria-label={SYSTEM_WORDS.tabs.calendar}
        value={year}
        options={years.map((value) => ({ value, label: words.year(value) }))}
        onChange={setYear}
      />
      {problem !== null && <ProblemNote problem={problem} />}
      {problem === null && inForce === null && <PageLoading />}
      {inForce !== null && <Year inForce={inForce} edits={edits} onEdits={setEdits} />}
    </div>
  );
}

interface YearProps {
  readonly inForce: YearInForce;
  /** Null: the calendar is only looked at. */
  readonly edits: Edits | null;
  readonly onEdits: (edits: Edits | null) => void;
}

function Year({ inForce, edits, onEdits }: YearProps): ReactElement {
  const me = useMe();
  const { year, entry: before, festivals } = inForce;
  const edited = edits?.[String(year)];
  // Others may have published the year anew since the editing began.
  const after = edited === undefined ? before : rebased(edited.before, edited.after, before);
  const edit = (entry: CalendarYear): void => onEdits({ ...edits, [String(year)]: { year, before, after: entry } });
  const changed = new Set(changesOf(before, after).map(({ day }) => day));
  const may = mayAnywhere(me, 'calendar.publish');
  return (
    <>
      <div className="calendar-head">
        <span>{words.workingDays(workingDaysOf(after, year))}</span>
        <span className="quiet">{sourceOf(inForce)}</span>
        {may && edits === null && (
          <span className="acts">
            <Button onClick={() => onEdits({})}>{words.edit}</Button>
          </span>
        )}
      </div>
      <Alert
        className="notice"
        type={after.provisional ? 'warning' : 'success'}
        showIcon
        title={after.provisional ? words.provisional(year) : words.known(year)}
      />
      {!may && <p className="quiet">{words.mayNot}</p>}
      {edits !== null && (
        <>
          <RegisterMeanwhile category="calendar" />
          <EditPanel year={year} before={before} after={after} onYear={edit} />
          <PublishActs edits={Object.values(edits)} onDone={() => onEdits(null)} />
        </>
      )}
      <YearBoard
        year={year}
        entry={after}
        festivals={festivals}
        changed={changed}
        {...(edits === null ? {} : { onDay: (day) => edit(toggled(after, day)) })}
      />
    </>
  );
}

/** Where a year comes from, in words; nowhere yet, while nobody has announced it. */
function sourceOf({ version, entry }: YearInForce): string {
  const published = readVersion(version);
  if (published !== null) return words.publishedAs(published.day, published.number);
  if (isPublished(version)) return words.source(version);
  return entry.provisional ? '' : words.builtIn;
}

interface PublishProps {
  readonly edits: readonly YearEdit[];
  readonly onDone: () => void;
}

function PublishActs({ edits, onDone }: PublishProps): ReactElement {
  const { message, modal } = App.useApp();
  const publish = usePublish();
  const touched = edits.filter(differs);
  const send = (): void => {
    publish.mutate(
      { edits: touched, today: today() },
      {
        onSuccess: () => {
          void message.success(words.published);
          onDone();
        },
      },
    );
  };
  const ask = (): void =>
    void modal.confirm({
      title: words.publishTitle,
      width: 520,
      okText: words.publish,
      content: (
        <>
          <p>{words.publishWhat}</p>
          {touched.map((each) => (
            <Changes key={each.year} {...each} />
          ))}
        </>
      ),
      onOk: send,
    });
  return (
    <div className="notice">
      {publish.error && <ProblemNote problem={publish.error} />}
      <div className="form-acts">
        <Button onClick={onDone}>{touched.length === 0 ? WORDS.parts.cancel : words.drop}</Button>
        <Button type="primary" disabled={touched.length === 0} loading={publish.isPending} onClick={ask}>
          {words.publish}
        </Button>
      </div>
    </div>
  );
}

function differs({ before, after }: YearEdit): boolean {
  return before.provisional !== after.provisional || changesOf(before, after).length > 0;
}
