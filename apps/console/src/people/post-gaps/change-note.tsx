import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { type Body } from '../../api/answer';
import { reads } from '../../api/client';
import { POST_GAP_WORDS } from '../../words/post-gaps.words';
import { gapSentences } from './gap-sentences';
import { Sentences } from './post-gaps-note';

/** Warns, before it is done, of what a grant, a revocation or a disabling would leave without anybody able. Nothing where it leaves nothing. */
export function ChangeNote({ change }: { readonly change: Body<'/api/post-gaps/preview'> }): ReactElement | null {
  const { data } = reads.useQuery('post', '/api/post-gaps/preview', { body: change });
  const sentences = data === undefined ? [] : gapSentences(data);
  if (sentences.length === 0) return null;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      role="status"
      title={POST_GAP_WORDS.after}
      description={<Sentences sentences={sentences} />}
    />
  );
}
