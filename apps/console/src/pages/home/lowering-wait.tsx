import { Alert } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { dayInShanghai } from '#domain';
import { reads } from '../../api/client';
import { mayAnywhere, useMe } from '../../app/session';
import { HOME_WORDS } from '../../words/home.words';

const words = HOME_WORDS.lowering;

/** A protection level that is to be lowered, for the system administrators: another one than who asked decides it by publishing. */
export function LoweringWait(): ReactElement | null {
  const me = useMe();
  const decides = mayAnywhere(me, 'policy.publish');
  const { data } = reads.useQuery('get', '/api/policies', {}, { enabled: decides });
  const lowering = decides ? (data?.lowering ?? null) : null;
  if (lowering === null) return null;
  const { askedBy, askedAt, reason } = lowering;
  const own = askedBy.accountId === me.accountId;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={words.asked(askedBy.name, dayInShanghai(askedAt), reason)}
      description={own ? words.own : <Link to="/system/rules">{words.decide}</Link>}
    />
  );
}
