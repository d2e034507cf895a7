import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { reads } from '../../api/client';
import { warningsFor } from './staffing';
import { useStaffing } from './use-staffing';

interface Props {
  readonly ledgerId: string;
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
}

/** Warns of units in which nobody can act, before they are given a task. Nothing where all can. */
export function StaffingNote({ ledgerId, units }: Props): ReactElement | null {
  const warnings = warningsFor(units, useStaffing(ledgerId));
  if (warnings.length === 0) return null;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      role="status"
      title={warnings.map((warning) => (
        <div key={warning}>{warning}</div>
      ))}
    />
  );
}

interface ByIdProps {
  readonly ledgerId: string;
  readonly unitIds: readonly string[];
}

/** The same for units of which only the ids are known, as a form holds them. */
export function StaffingNoteById({ ledgerId, unitIds }: ByIdProps): ReactElement | null {
  const ids = [...new Set(unitIds)];
  const { data } = reads.useQuery('get', '/api/units', { params: { query: { ids } } }, { enabled: ids.length > 0 });
  return <StaffingNote ledgerId={ledgerId} units={(data?.units ?? []).filter(({ unitId }) => ids.includes(unitId))} />;
}
