import { CalendarOutlined } from '@ant-design/icons';
import { Button, Calendar, Popover } from 'antd';
import dayjs from 'dayjs';
import { type ReactElement, useState } from 'react';
import { type Day } from '#domain';
import { WORDS } from '../words';
import { type DayRange } from './day-fault';
import './day-field.css';

interface Props extends DayRange {
  /** The day that is marked and whose month is shown first, if the range has it. */
  readonly shown: Day;
  readonly onChoose: (day: Day) => void;
}

const DAY = 'YYYY-MM-DD';
/** On a phone the calendar is wider than what is left beside the button. */
const IN_SIGHT = { overflow: { shiftX: true, adjustY: true } };
/** The years that days may be of. */
const FIRST = '1900-01-01';
const LAST = '2999-12-31';

/** The button in a day field that opens a calendar to click. Whoever uses the keyboard types the day instead. */
export function DayCalendar({ shown, earliest, latest, onChoose }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const calendar = (
    <Calendar
      className="day-calendar"
      fullscreen={false}
      defaultValue={dayjs(within(shown, { earliest, latest }))}
      validRange={[dayjs(earliest ?? FIRST), dayjs(latest ?? LAST)]}
      onSelect={(day, { source }) => {
        if (source !== 'date') return;
        setOpen(false);
        onChoose(day.format(DAY));
      }}
    />
  );
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      align={IN_SIGHT}
      arrow={false}
      destroyOnHidden
      content={calendar}
    >
      <Button
        type="text"
        size="small"
        tabIndex={-1}
        icon={<CalendarOutlined aria-hidden />}
        aria-label={WORDS.forms.day.calendar}
        aria-expanded={open}
      />
    </Popover>
  );
}

/** The day itself, or the end of the range that is next to it. */
function within(day: Day, { earliest, latest }: DayRange): Day {
  if (earliest !== undefined && day < earliest) return earliest;
  return latest !== undefined && day > latest ? latest : day;
}
