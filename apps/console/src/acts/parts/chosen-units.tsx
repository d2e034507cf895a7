import { Form } from 'antd';
import { type ReactElement } from 'react';
import { z } from 'zod';
import { StaffingNoteById } from '../../parts/staffing/staffing-note';

/** Before the fields are there the form holds none. */
const unitIds = z.array(z.string()).catch([]);

/** Says of the units that a form has chosen which of them cannot act by themselves. */
export function ChosenUnits({ ledgerId }: { readonly ledgerId: string }): ReactElement {
  const leads: unknown = Form.useWatch('leadUnitIds');
  const supports: unknown = Form.useWatch('supportUnitIds');
  return <StaffingNoteById ledgerId={ledgerId} unitIds={[...unitIds.parse(leads), ...unitIds.parse(supports)]} />;
}
