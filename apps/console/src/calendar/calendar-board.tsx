import { Alert, App, Button, Segmented } from 'antd';
import { type ReactElement, useState } from 'react';
import { type CalendarYear, dayInShanghai } from '#domain';
import { type YearInForce } from '../api/year-in-force';
import { mayAnywhere, useMe } from '../app/session';
import { DraftNote } from '../forms/draft-note';
import { useDraft } from '../forms/use-draft';
import { PageLoading } from '../parts/page-loading';
import { ProblemNote } from '../parts/problem-note';
import { WORDS } from '../words';
import { RegisterMeanwhile } from '../register-changes/register-meanwhile';
import { SYSTEM_WORDS } from '../words/system.words';
import { changesOf, isPublished, readVersion, rebased, toggled, workingDaysOf } from './calendar-edit';
import { Changes, EditPanel } from './edit-panel';
import { type KeptCalendar, NOTHING_EDITED, readKeptCalendar } from './kept-calendar';
import { useCalendarYear, usePublish, type YearEdit } from './use-calendar';
import { YearBoard } from './year-board';

const words = SYSTEM_WORDS.calendar;

const today = (): string => dayInShanghai(Date.now());

/** The calendar in force, this year and its neighbours, and for the administrator the way to change it. */
export function CalendarBoard(): ReactElement {
  const thisYear = Number(today().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const mayEdit = mayAnywhere(useMe(), 'calendar.publish');
  const draft = useDraft('calendar', readKeptCalendar);
  const [edited, setEdited] = useState<KeptCalendar | null>(mayEdit ? draft.restored : null);
  const [isRestored, setIsRestored] = useState(edited !== null);
  const edit = (next: KeptCalendar): void => {
    setEdited(next);
    draft.keep(next);
  };
  const end = (): void => {
    setEdited(null);
    setIsRestored(false);
    draft.drop();
  };
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
      {isRestored && <DraftNote onDrop={end} />}
      {inForce !== null && <Year inForce={inForce} edited={edited} onEdit={edit} onEnd={end} />}
    </div>
  );
}

interface YearProps {
  readonly inForce: YearInForce;
  /** Null: the calendar is only looked at. */
  readonly edited: KeptCalendar | null;
  readonly onEdit: (edited: KeptCalendar) => void;
  readonly onEnd: () => void;
}

function Year({ inForce, edited, onEdit, onEnd }: YearProps): ReactElement {
  const me = useMe();
  const { year, entry: before, festivals } = inForce;
  const own = edited?.edits[String(year)];
  // Others may have published the year anew since the editing began.
  const after = own === undefined ? before : rebased(own.before, own.after, before);
  const { edits, notice } = edited ?? NOTHING_EDITED;
  const edit = (entry: CalendarYear): void =>
    onEdit({ notice, edits: { ...edits, [String(year)]: { year, before, after: entry } } });
  const changed = new Set(changesOf(before, after).map(({ day }) => day));
  const may = mayAnywhere(me, 'calendar.publish');
  return (
    <>
      <div className="calendar-head">
        <span>{words.workingDays(workingDaysOf(after, year))}</span>
        <span className="quiet">{sourceOf(inForce)}</span>
        {may && edited === null && (
          <span className="acts">
            <Button onClick={() => onEdit(NOTHING_EDITED)}>{words.edit}</Button>
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
      {edited !== null && (
        <>
          <RegisterMeanwhile category="calendar" />
          <EditPanel
            year={year}
            before={before}
            after={after}
            onYear={edit}
            notice={notice}
            onNotice={(text) => onEdit({ edits, notice: text })}
          />
          <PublishActs edits={Object.values(edits)} onDone={onEnd} />
        </>
      )}
      <YearBoard
        year={year}
        entry={after}
        festivals={festivals}
        changed={changed}
        {...(edited === null ? {} : { onDay: (day) => edit(toggled(after, day)) })}
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
