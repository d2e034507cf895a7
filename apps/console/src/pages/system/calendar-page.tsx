import { type ReactElement } from 'react';
import { CalendarBoard } from '../../calendar/calendar-board';

/** The days that are worked and those that are not. */
export default function CalendarPage(): ReactElement {
  return (
    <section className="panel">
      <CalendarBoard />
    </section>
  );
}
