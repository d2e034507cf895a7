import { type ReactElement } from 'react';
import { z } from 'zod';
import { today } from '../../forms/today';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { CheckSides } from '../parts/check-sides';
import { ReturnItems } from '../parts/returning/return-items';
import { NOTHING_MISSING, returnBodyOf, returnFault, returnValues } from '../parts/returning/return-values';
import { sendReturn } from '../parts/returning/send-return';

const kept = z.object(returnValues);

/** 退回整改 by itself, where nothing else can be concluded: never without something that is to be done, and until when. */
export default function ReturnForm(props: ActFormProps): ReactElement {
  const { task, timeline } = props;
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={NOTHING_MISSING}
      faultOf={(values) => returnFault(values, task, today())}
      bodyOf={(values) => returnBodyOf(values, task, today())}
      send={sendReturn}
    >
      <CheckSides task={task} timeline={timeline}>
        <ReturnItems {...props} />
      </CheckSides>
    </ActForm>
  );
}
