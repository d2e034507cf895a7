import { type ReactElement, type ReactNode } from 'react';

interface Props {
  /** Why there is nothing. */
  readonly why: string;
  /** The next step: a button or a link. */
  readonly next?: ReactNode;
}

/** Says why there is nothing here, and what to do next. */
export function EmptyNote({ why, next }: Props): ReactElement {
  return (
    <div className="empty">
      <div>{why}</div>
      {next !== undefined && <div className="next">{next}</div>}
    </div>
  );
}
