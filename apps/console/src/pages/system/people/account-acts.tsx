import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, bodyOf, reads } from '../../../api/client';
import { noteWritten } from '../../../api/last-written';
import { type Problem, problemOf } from '../../../api/problem';
import { mayAnywhere, useMe } from '../../../app/session';
import { ProblemNote } from '../../../parts/problem-note';
import { ChangeNote } from '../../../people/post-gaps/change-note';
import { type Slip } from '../../../people/slip';
import { PEOPLE_WORDS } from '../../../words/people.words';
import { SYSTEM_WORDS } from '../../../words/system.words';
import { type ListedAccount } from './account-list';
import { standingOf } from './administrator-standing';
import { resetCourse } from './reset-course';
import { ResetForm } from './reset-form';

const words = SYSTEM_WORDS.people;

interface Props {
  readonly listed: ListedAccount;
  /** Everybody: whether another administrator can decide follows from them. */
  readonly all: readonly ListedAccount[];
  /** The slip of a new one-time password; the password is nowhere else. */
  readonly onSlip: (slip: Slip) => void;
}

/** A new one-time password, and whether the account may be used. Each says first what will happen. */
export function AccountActs({ listed, all, onSlip }: Props): ReactElement {
  const me = useMe();
  const { modal, message } = App.useApp();
  const { data: waits } = reads.useQuery('get', '/api/account-proposals', {});
  const [resetting, setResetting] = useState(false);
  const { account, posts } = listed;
  const { accountId: id, displayName: name, loginName } = account;
  const params = { path: { id } };
  const reset = useAccountAct(async (reason: string) =>
    bodyOf(await api.POST('/api/accounts/{id}/reset-password', { params, body: { reason } })),
  );
  const disable = useAccountAct(async () => bodyOf(await api.POST('/api/accounts/{id}/disable', { params, body: {} })));
  const enable = useAccountAct(async () => bodyOf(await api.POST('/api/accounts/{id}/enable', { params, body: {} })));
  const { only } = standingOf(all, me.accountId);
  const course = resetCourse(listed, waits?.proposals ?? [], { only, now: Date.now() });
  const askReset = (reason: string): void => {
    setResetting(false);
    reset.mutate(reason, {
      onSuccess: ({ oneTimePassword, position }) => {
        noteWritten(position);
        if (oneTimePassword === null) {
          void message.info(words.resetWaits(name));
          return;
        }
        void message.success(words.resetDone(name));
        onSlip({ ...slipPosts(posts), name, loginName, oneTimePassword });
      },
    });
  };
  const askDisable = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: words.disableTitle(name),
      content: (
        <>
          <p>{words.disableWhat(name)}</p>
          <ChangeNote change={{ act: 'account.disable', accountId: id }} />
        </>
      ),
      okText: words.disable,
      okButtonProps: { danger: true },
    });
    if (sure) disable.mutate(undefined, { onSuccess: () => void message.success(words.disabled(name)) });
  };
  const problem = reset.error ?? disable.error ?? enable.error;
  if (!mayAnywhere(me, 'account.disable')) return <p className="quiet">{words.mayNotAccount}</p>;
  const self = id === me.accountId;
  return (
    <>
      {problem !== null && <ProblemNote problem={problem} />}
      {course.kind === 'waiting' && <p className="quiet">{PEOPLE_WORDS.reset.waiting}</p>}
      {resetting && course.kind !== 'waiting' && (
        <ResetForm name={name} course={course} onClose={() => setResetting(false)} onReset={askReset} />
      )}
      <div className="form-acts">
        {!self && !account.disabled && course.kind !== 'waiting' && (
          <Button loading={reset.isPending} onClick={() => setResetting(true)}>
            {course.kind === 'asked' ? PEOPLE_WORDS.reset.ask : PEOPLE_WORDS.reset.act}
          </Button>
        )}
        {account.disabled && (
          <Button
            loading={enable.isPending}
            onClick={() => enable.mutate(undefined, { onSuccess: () => void message.success(words.enabled(name)) })}
          >
            {words.enable}
          </Button>
        )}
        {!account.disabled && !self && (
          <Button danger loading={disable.isPending} onClick={() => void askDisable()}>
            {words.disable}
          </Button>
        )}
      </div>
    </>
  );
}

function slipPosts(posts: ListedAccount['posts']): Pick<Slip, 'unitName' | 'roles'> {
  const real = posts.filter(({ practice }) => !practice);
  const roles = [...new Set(real.map(({ role }) => role))].filter((role) => role !== 'engine');
  return { unitName: real[0]?.unit.name ?? '', roles };
}

function useAccountAct<Answer, Asked = undefined>(act: (asked: Asked) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation<Answer, Problem, Asked>({
    mutationFn: (asked) =>
      act(asked).catch((error: unknown) => {
        throw problemOf(error);
      }),
    onSettled: () => queries.invalidateQueries(),
  });
}
