import { Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { CheckSides } from '../parts/check-sides';
import { commandParams } from '../parts/command-params';
import { leadReasons } from '../parts/owed-reasons';
import { StatedDayItem } from '../parts/stated-day-item';
import { NewLimitItems } from './new-limit-items';
import { ReopenedItems } from './reopened-items';
import { ReturnedToItem } from './returned-to-item';
import {
  asksNothing,
  donePartsOf,
  openPartsOf,
  owedPartsOf,
  returnBody,
  returnValues,
  type ReturnValues,
} from './return-values';
import { words } from './words';

const kept = z.object(returnValues);
const INITIAL: ReturnValues = { missing: '', newLimits: [], occurredOn: null };

/** What the leads that it goes back to have done, to be opened again, and what they owe anyway. */
function OpenParts({ task, timeline }: Pick<ActFormProps, 'task' | 'timeline'>): ReactElement {
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

/** 退回整改: never without something that is to be done, and until when. */
export default function ReturnForm(props: ActFormProps): ReactElement {
  const { act, task, timeline } = props;
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      faultOf={(values) => (asksNothing(values, openPartsOf(task, values.to)) ? words.fields.nothing : null)}
      bodyOf={(values) => returnBody(values, openPartsOf(task, values.to))}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/return', { params: commandParams(id, key), body }))
      }
    >
      <CheckSides task={task} timeline={timeline}>
        <TextItem name="missing" label={words.fields.missing} required rows={6} />
        <ReturnedToItem task={task} />
        <OpenParts task={task} timeline={timeline} />
        <NewLimitItems />
        <StatedDayItem act={act} task={task} />
      </CheckSides>
    </ActForm>
  );
}
