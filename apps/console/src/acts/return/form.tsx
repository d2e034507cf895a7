import { type ReactElement } from 'react';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { TextItem } from '../../forms/text-item';
import { DuePartList } from '../../parts/task-facts/due-part-list';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { CheckSides } from '../parts/check-sides';
import { commandParams } from '../parts/command-params';
import { leadReasons } from '../parts/owed-reasons';
import { StatedDayItem } from '../parts/stated-day-item';
import { NewLimitItems } from './new-limit-items';
import { ReopenedItems } from './reopened-items';
import { asksNothing, donePartsOf, owedPartsOf, returnBody, returnValues, type ReturnValues } from './return-values';
import { words } from './words';

const kept = z.object(returnValues);
const INITIAL: ReturnValues = { missing: '', newLimits: [], occurredOn: null };

/** 退回整改: never without something that is to be done, and until when. */
export default function ReturnForm(props: ActFormProps): ReactElement {
  const { act, task, timeline } = props;
  const done = donePartsOf(task);
  const owed = owedPartsOf(task);
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      faultOf={(values) => (asksNothing(values, done) ? words.fields.nothing : null)}
      bodyOf={(values) => returnBody(values, done)}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/return', { params: commandParams(id, key), body }))
      }
    >
      <CheckSides task={task} timeline={timeline}>
        <TextItem name="missing" label={words.fields.missing} required rows={6} />
        {done.length > 0 && <ReopenedItems task={task} parts={done} />}
        {owed.length > 0 && (
          <>
            <h4>{words.fields.owed}</h4>
            <DuePartList parts={owed} task={task} noteOf={(part) => leadReasons(part, task, timeline.steps)} />
          </>
        )}
        <NewLimitItems />
        <StatedDayItem act={act} task={task} />
      </CheckSides>
    </ActForm>
  );
}
