import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { reads } from '../../api/client';
import { mayAnywhere, useMe } from '../../app/session';
import { POST_GAP_WORDS } from '../../words/post-gaps.words';
import { gapSentences, tooFewSentence } from './gap-sentences';

/** Names the posts that are missing for a task to reach its end, and says when an office has too few people for more than practice. */
export function PostGapsNote(): ReactElement | null {
  const me = useMe();
  const { data } = reads.useQuery('get', '/api/post-gaps', {}, { enabled: mayAnywhere(me, 'post-gap.list') });
  if (data === undefined) return null;
  const tooFew = tooFewSentence(data);
  const sentences = gapSentences(data);
  return (
    <>
      {tooFew !== null && <Alert className="notice" type="warning" showIcon title={tooFew} />}
      {sentences.length > 0 && (
        <Alert
          className="notice"
          type="info"
          showIcon
          title={POST_GAP_WORDS.title}
          description={<Sentences sentences={sentences} />}
        />
      )}
    </>
  );
}

/** One a line. */
export function Sentences({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  return (
    <ul className="plain-list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
