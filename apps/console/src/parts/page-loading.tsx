import { Skeleton } from 'antd';
import { type ReactElement } from 'react';
import { WORDS } from '../words';

/** Holds a page's place while it is being read, so that nothing jumps. */
export function PageLoading(): ReactElement {
  return (
    <div className="panel" role="status" aria-label={WORDS.parts.loading}>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}
