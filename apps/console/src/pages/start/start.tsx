import { Button } from 'antd';
import { type ReactElement, useCallback, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useDraft } from '../../forms/use-draft';
import { PageHead } from '../../parts/page-head';
import { PageLoading } from '../../parts/page-loading';
import { ProblemNote } from '../../parts/problem-note';
import { useEnrolment } from '../../people/use-enrolment';
import { START_WORDS as words } from '../../words/start.words';
import { CalendarStep } from './calendar-step';
import { DocumentStep } from './document-step';
import { PeopleStep } from './people-step';
import { EMPTY_START, readStartDraft, type StartDraft } from './start-draft';
import { type StepProps } from './step-props';
import { doneSteps, readStep, START_STEPS, type StartStep, stepToTake } from './start-progress';
import './start.css';
import { postponeStart, useStanding } from './use-standing';
import { UnitStep } from './unit-step';

/** The first hour of an office: units, calendar, people, the first document. It can be left and gone on with. */
export default function Start(): ReactElement {
  const go = useNavigate();
  const { standing, loaded, problem } = useStanding();
  const [parameters, setParameters] = useSearchParams();
  const kept = useDraft('start', readStartDraft);
  const [draft, setDraft] = useState<StartDraft>(kept.restored ?? EMPTY_START);
  const { keep } = kept;
  const change = useCallback(
    (parts: Partial<StartDraft>) =>
      setDraft((before) => {
        const next = { ...before, ...parts };
        keep(next);
        return next;
      }),
    [keep],
  );
  const done = doneSteps({ ...standing, calendarSettled: standing.calendarSettled || draft.calendarSeen });
  const step = readStep(parameters.get('step')) ?? stepToTake(done);
  const goTo = (next: StartStep): void => {
    setParameters({ step: next });
    window.scrollTo(0, 0);
  };
  const leave = (): void => {
    postponeStart();
    void go('/');
  };
  return (
    <>
      <PageHead title={words.title}>
        <Button onClick={leave}>{words.leave}</Button>
      </PageHead>
      <p className="quiet no-print">{words.about}</p>
      {problem !== null && <ProblemNote problem={problem} />}
      <StepList done={done} here={step} onStep={goTo} />
      {loaded ? <Step step={step} draft={draft} onDraft={change} onStep={goTo} /> : <PageLoading />}
    </>
  );
}

/** The run of accounts lives above the steps: its slips outlast a look at another step. */
function Step({ step, ...props }: StepProps & { readonly step: StartStep }): ReactElement {
  const { topId } = useStanding(props.draft.top);
  const enrolling = useEnrolment(topId);
  switch (step) {
    case 'unit':
      return <UnitStep {...props} />;
    case 'calendar':
      return <CalendarStep {...props} />;
    case 'people':
      return <PeopleStep {...props} enrolling={enrolling} />;
    case 'document':
      return <DocumentStep {...props} />;
  }
}

interface StepListProps {
  readonly done: ReadonlySet<StartStep>;
  readonly here: StartStep;
  readonly onStep: (step: StartStep) => void;
}

function StepList({ done, here, onStep }: StepListProps): ReactElement {
  const stateOf = (step: StartStep): string => {
    if (done.has(step)) return words.steps.done;
    return step === here ? words.steps.now : words.steps.open;
  };
  return (
    <ol className="start-steps no-print" aria-label={words.steps.label}>
      {START_STEPS.map((step, index) => (
        <li key={step}>
          <button
            type="button"
            className={done.has(step) ? 'start-step step-done' : 'start-step'}
            aria-current={step === here ? 'step' : undefined}
            onClick={() => onStep(step)}
          >
            <span className="step-mark" aria-hidden="true">
              {done.has(step) ? '✓' : index + 1}
            </span>
            <span>
              {words.steps[step]}
              <small className="quiet">{stateOf(step)}</small>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
