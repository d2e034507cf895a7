import { Alert, Button } from 'antd';
import { type ReactElement } from 'react';
import { START_WORDS } from '../../words/start.words';
import { CalendarBoard } from '../../calendar/calendar-board';
import { type StepProps } from './step-props';

const words = START_WORDS.calendar;
const OWN_HOLIDAYS: readonly string[] = START_WORDS.regionsWithOwnHolidays;

/** The working days by which limits are counted: to be looked at, and corrected where they are others. */
export function CalendarStep({ draft, onDraft, onStep }: StepProps): ReactElement {
  const goOn = (): void => {
    onDraft({ calendarSeen: true });
    onStep('people');
  };
  return (
    <section className="panel">
      <h2>{START_WORDS.steps.calendar}</h2>
      <p>{words.standard}</p>
      {OWN_HOLIDAYS.includes(draft.region) && (
        <Alert className="notice" type="warning" showIcon title={words.own(draft.region)} />
      )}
      <CalendarBoard />
      <div className="thumb-bar form-acts">
        <Button type="primary" autoFocus onClick={goOn}>
          {words.right}
        </Button>
      </div>
    </section>
  );
}
