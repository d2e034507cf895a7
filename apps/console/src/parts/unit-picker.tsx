import { Select } from 'antd';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { reads } from '../api/client';
import { WORDS } from '../words';

interface Props {
  readonly id?: string;
  readonly label: string;
  /** Ids of the chosen units. */
  readonly value?: readonly string[];
  readonly onChange?: (unitIds: string[]) => void;
  /** One unit only. */
  readonly single?: boolean;
  readonly disabled?: boolean;
}

/** Chooses units by name, alias or pinyin initials. */
export function UnitPicker({ id, label, value = [], onChange, single = false, disabled = false }: Props): ReactElement {
  const [text, setText] = useState('');
  const query = text.trim() === '' ? { limit: 50 } : { text: text.trim(), limit: 50 };
  const found = reads.useQuery('get', '/api/units', { params: { query } });
  const chosen = reads.useQuery(
    'get',
    '/api/units',
    { params: { query: { ids: [...value] } } },
    { enabled: value.length > 0 },
  );
  // What was searched for comes first: Enter takes the first line, and must not take a chosen unit away again.
  const units = [...(found.data?.units ?? []), ...(chosen.data?.units ?? [])];
  const unique = [...new Map(units.map((unit) => [unit.unitId, unit])).values()];
  const options = unique.map(({ unitId, name, above }) => ({
    value: unitId,
    label: name,
    title: [...above]
      .reverse()
      .map((each) => each.name)
      .concat(name)
      .join(' / '),
  }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      mode="multiple"
      {...(single ? { maxCount: 1 } : {})}
      value={[...value]}
      options={options}
      disabled={disabled}
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={WORDS.parts.searchUnits}
      notFoundContent={found.isPending ? WORDS.parts.loading : WORDS.parts.noUnits}
      onInputKeyDown={leaveOnTab}
      onChange={(next) => {
        setText('');
        onChange?.(next);
      }}
      className="unit-picker"
    />
  );
}

/** The list takes its first line on Tab as on Enter. Whoever goes on to the next field has chosen nothing. */
function leaveOnTab(event: KeyboardEvent): void {
  if (event.key === 'Tab') event.stopPropagation();
}
