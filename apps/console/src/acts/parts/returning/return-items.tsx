import { ACT_WORDS } from '../../../words/acts.words';
import { Form } from 'antd';
import { type ReactElement } from 'react';
import { TextItem } from '../../../forms/text-item';
import { type ActFormProps } from '../../act';
import { UnmetItem } from '../acceptance-items';
import { leadReasons } from '../owed-reasons';
import { StatedDayItem } from '../stated-day-item';
import { NewLimitItems } from './new-limit-items';
import { ReopenedItems } from './reopened-items';
import { donePartsOf, owedPartsOf, type ReturnValues } from './return-values';
import { ReturnedToItem } from './returned-to-item';

const words = ACT_WORDS.returning;

type Props = Pick<ActFormProps, 'act' | 'task' | 'timeline'>;

/** What a return asks for: what is missing, of whom, what is open again until when, and what is new. */
export function ReturnItems({ act, task, timeline }: Props): ReactElement {
  return (
    <>
      <TextItem name="missing" label={words.missing} required rows={6} />
      <UnmetItem criteria={task.acceptance} />
      <ReturnedToItem task={task} />
      <OpenParts task={task} timeline={timeline} />
      <NewLimitItems />
      <StatedDayItem act={act} task={task} />
    </>
  );
}

/** What the leads that it goes back to have done, to be opened again, and what they owe anyway. */
function OpenParts({ task, timeline }: Omit<Props, 'act'>): ReactElement {
  const to = Form.useWatch<ReturnValues['to']>('to');
  const done = donePartsOf(task, to);
  const owed = owedPartsOf(task, to);
  return (
    <>
      {done.length > 0 && <ReopenedItems task={task} parts={done} />}
      {owed.length > 0 && (
        <ReopenedItems task={task} parts={owed} owed noteOf={(part) => leadReasons(part, task, timeline.steps)} />
      )}
    </>
  );
}
