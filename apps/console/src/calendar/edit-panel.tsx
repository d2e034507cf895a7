import { Alert, App, Button, Checkbox } from 'antd';
import { type ReactElement, useId, useState } from 'react';
import { type CalendarYear, dayOfWeek } from '#domain';
import { GrowingText } from '../forms/growing-text';
import { WORDS } from '../words';
import { SYSTEM_WORDS } from '../words/system.words';
import { changesOf, yearOfNotice } from './calendar-edit';
import { readNotice } from './read-notice';

const words = SYSTEM_WORDS.calendar;

interface Props {
  readonly year: number;
  readonly before: CalendarYear;
  readonly after: CalendarYear;
  readonly onYear: (entry: CalendarYear) => void;
  /** The text of the notice from which days are read. */
  readonly notice: string;
  readonly onNotice: (text: string) => void;
}

/** Ways to change a year besides touching its days, and the list of what is another than before. */
export function EditPanel({ year, before, after, onYear, notice, onNotice }: Props): ReactElement {
  const { message } = App.useApp();
  const [unread, setUnread] = useState<readonly string[]>([]);
  const noticeId = useId();
  const read = (): void => {
    const { off, work, unread: left } = readNotice(notice, year);
    setUnread(left);
    if (off.length + work.length === 0) {
      void message.warning(words.readNothing);
      return;
    }
    onYear(yearOfNotice(year, off, work));
    void message.info(words.readFrom(off.length, work.length));
  };
  return (
    <div className="calendar-edit">
      <p className="quiet">{words.editNote}</p>
      <label htmlFor={noticeId}>{words.noticeLabel}</label>
      <GrowingText
        id={noticeId}
        value={notice}
        placeholder={words.noticeHint}
        rows={2}
        maxLength={10_000}
        onChange={(event) => {
          onNotice(event.target.value);
          setUnread([]);
        }}
      />
      {unread.length > 0 && (
        <Alert type="warning" showIcon role="alert" title={words.readNot(unread.join(WORDS.parts.and))} />
      )}
      <div>
        <Button onClick={read} disabled={notice.trim() === ''}>
          {words.readNotice}
        </Button>
      </div>
      {before.provisional && (
        <Checkbox
          checked={!after.provisional}
          onChange={(event) => onYear({ ...after, provisional: !event.target.checked })}
        >
          {words.settled(year)}
        </Checkbox>
      )}
      <Changes year={year} before={before} after={after} />
    </div>
  );
}

/** What is another than before, in sentences. */
export function Changes({ year, before, after }: Omit<Props, 'onYear' | 'notice' | 'onNotice'>): ReactElement {
  const days = changesOf(before, after).map(({ day, kind }) =>
    words.change(day, words.weekdays[dayOfWeek(day) - 1] ?? '', words.kinds[kind]),
  );
  const settled = before.provisional && !after.provisional ? [words.settledChange(year)] : [];
  const all = [...settled, ...days];
  if (all.length === 0) return <p className="quiet">{words.noChanges}</p>;
  return (
    <div aria-live="polite">
      <strong>{words.changes}</strong>
      <ul className="calendar-changes">
        {all.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}
