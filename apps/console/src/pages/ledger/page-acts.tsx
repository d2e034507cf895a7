import { Button } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { firstPage, MODES } from './ledger-view';
import { type ViewControl } from './use-ledger-view';

/** The ways of looking at the same tasks, as links. */
export function ViewSwitch({ control: { view, addressOf } }: { readonly control: ViewControl }): ReactElement {
  return (
    <nav className="view-switch no-print" aria-label={words.views.label}>
      {MODES.map((mode) => (
        <Link
          key={mode}
          to={addressOf(firstPage({ ...view, mode, taskId: null }))}
          {...(view.mode === mode ? { 'aria-current': 'page' as const } : {})}
        >
          {words.views[mode]}
        </Link>
      ))}
    </nav>
  );
}

/** Prints all rows of the view. */
export function PrintButton({
  onClick,
  loading,
}: {
  readonly onClick: () => void;
  readonly loading: boolean;
}): ReactElement {
  return (
    <Button onClick={onClick} loading={loading}>
      {words.print.button}
    </Button>
  );
}

/** Leads to where tasks come into the ledger. */
export function ImportLink(): ReactElement {
  return (
    <Link to="/import" className="wide-only">
      <Button type="primary" tabIndex={-1}>
        {words.import}
      </Button>
    </Link>
  );
}
