import { Select } from 'antd';
import { type ReactElement } from 'react';
import { PEOPLE_WORDS } from '../words/people.words';
import { TERM_WORDS } from '../words/terms.words';
import { GRANTABLE_ROLES, type GrantableRole } from './roles';
import './people.css';

interface Props {
  readonly id?: string;
  readonly label: string;
  readonly value?: readonly GrantableRole[];
  readonly onChange?: (roles: GrantableRole[]) => void;
  readonly disabled?: boolean;
  readonly faulty?: boolean;
}

const OPTIONS = GRANTABLE_ROLES.map((role) => ({
  value: role,
  label: TERM_WORDS.roles[role],
  mayDo: PEOPLE_WORDS.mayDo[role],
}));

/** Chooses roles; each says in one sentence what it may do. */
export function RoleSelect({ id, label, value = [], onChange, disabled = false, faulty = false }: Props): ReactElement {
  return (
    <Select<GrantableRole[], (typeof OPTIONS)[number]>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      mode="multiple"
      className="role-select"
      value={[...value]}
      options={OPTIONS}
      disabled={disabled}
      {...(faulty ? { status: 'error' as const } : {})}
      placeholder={PEOPLE_WORDS.chooseRoles}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      classNames={{ popup: { root: 'role-options' } }}
      optionRender={({ data }) => (
        <div>
          <div>{data.label}</div>
          <div className="quiet role-may">{data.mayDo}</div>
        </div>
      )}
      onChange={(next) => onChange?.(next)}
    />
  );
}
