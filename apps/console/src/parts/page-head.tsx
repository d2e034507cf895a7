import { type ReactElement, type ReactNode, useEffect } from 'react';
import { WORDS } from '../words';

interface Props {
  readonly title: string;
  /** Beside the title: figures, a mark. */
  readonly beside?: ReactNode;
  /** The page's acts; the main one last. */
  readonly children?: ReactNode;
}

/** The head of a page: what it is, and its main act at the right. */
export function PageHead({ title, beside, children }: Props): ReactElement {
  useEffect(() => {
    document.title = `${title} - ${WORDS.app.name}`;
  }, [title]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {beside}
      {children !== undefined && <div className="acts no-print">{children}</div>}
    </div>
  );
}
