import { Checkbox, Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { addDays, addMonths, isDay } from '#domain';
import { api, bodyOf } from '../../api/client';
import { DayItem } from '../../forms/day-item';
import { TICKED } from '../../forms/rules';
import { TextItem } from '../../forms/text-item';
import { today } from '../../forms/today';
import { ACT_WORDS } from '../../words/acts.words';
import { type ActFormProps } from '../act';
import { ActForm } from '../parts/act-form';
import { AuthorityItems, authorityValues } from '../parts/authority-items';
import { commandParams } from '../parts/command-params';
import { words } from './words';

const kept = z.object({ until: z.string().nullable(), reason: z.string(), ...authorityValues });
type Values = z.infer<typeof kept>;
const INITIAL: Values = { until: null, reason: '', authority: { kind: 'document', reference: '' } };

/** 缓办. */
export default function SuspendForm(props: ActFormProps): ReactElement {
  return (
    <ActForm
      {...props}
      kept={kept.partial()}
      initial={INITIAL}
      bodyOf={({ until, reason, authority }) => ({ until: until ?? '', reason, authority })}
      send={async (id, body, key) =>
        bodyOf(await api.POST('/api/tasks/{id}/suspend', { params: commandParams(id, key), body }))
      }
    >
      <DayItem
        name="until"
        title={words.fields.until}
        extra={words.fields.untilExtra}
        required
        toCome
        earliest={addDays(today(), 1)}
      />
      <FarItem />
      <AuthorityItems />
      <TextItem name="reason" label={ACT_WORDS.fields.reason} required max={2_000} />
    </ActForm>
  );
}

/** An end so many months ahead is asked back: it is more likely a slip than meant. */
const FAR_MONTHS = 24;

/** The question that a far end brings; another end asks it anew. */
function FarItem(): ReactElement | null {
  const until: unknown = Form.useWatch('until');
  if (typeof until !== 'string' || !isDay(until) || until <= addMonths(today(), FAR_MONTHS)) return null;
  return (
    <Form.Item key={until} name="far" valuePropName="checked" preserve={false} rules={TICKED}>
      <Checkbox>{words.fields.far(until)}</Checkbox>
    </Form.Item>
  );
}
