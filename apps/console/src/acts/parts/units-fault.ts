import { type FormItemProps } from 'antd';
import { z } from 'zod';
import { verdict } from '../../forms/rules';
import { ACT_WORDS } from '../../words/acts.words';

/** The fields of the units in a form. */
const LEADS = 'leadUnitIds';

const unitIds = z.array(z.string()).catch([]);

/** What is wrong with units before they are sent: none is lead and supporting at once. */
export function unitsFault(leads: readonly string[], supports: readonly string[]): string | null {
  return supports.some((unitId) => leads.includes(unitId)) ? ACT_WORDS.unitTwice : null;
}

/** Of the field of supporting units: it is marked itself, and looked at anew when the leads change. */
export const NOT_BOTH: Pick<FormItemProps, 'rules' | 'dependencies'> = {
  dependencies: [LEADS],
  rules: [
    ({ getFieldValue }) => ({
      validator: (_rule: unknown, supports: unknown) =>
        verdict(unitsFault(unitIds.parse(getFieldValue(LEADS)), unitIds.parse(supports))),
    }),
  ],
};
