import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, bodyOf } from '../api/client';
import { useCommand } from '../api/command';
import { useLedgerChoice } from '../app/ledger-choice';
import { ME_KEY } from '../app/query-client';
import { PEOPLE_WORDS } from '../words/people.words';

const words = PEOPLE_WORDS.practice;

/** The posts of a practice ledger follow its opening: they are asked for so many times, so far apart in milliseconds. */
const LOOKS = 12;
const BETWEEN_LOOKS = 400;

/** Opens one's own practice ledger, or goes to it when it is open. */
export function PracticeButton(): ReactElement {
  const { message } = App.useApp();
  const go = useNavigate();
  const queries = useQueryClient();
  const { ledgers, choose } = useLedgerChoice();
  const [waiting, setWaiting] = useState(false);
  const mine = ledgers.find(({ practice }) => practice);
  const open = useCommand((_input: null, key) =>
    api.POST('/api/ledgers/open-practice', { params: { header: { 'Idempotency-Key': key } }, body: {} }).then(bodyOf),
  );
  const enter = (ledgerId: string): void => {
    choose(ledgerId);
    void go('/ledger');
  };
  const enterWhenReady = async (ledgerId: string): Promise<void> => {
    setWaiting(true);
    await untilPosted(ledgerId);
    await queries.invalidateQueries({ queryKey: ME_KEY });
    await queries.invalidateQueries();
    setWaiting(false);
    void message.success(words.opened);
    enter(ledgerId);
  };
  const start = (): void => {
    if (mine !== undefined) {
      enter(mine.ledgerId);
      return;
    }
    open.mutate(null, {
      onSuccess: ({ id }) => void enterWhenReady(id),
      onError: (problem) => void message.error(problem.message),
    });
  };
  return (
    <Button loading={open.isPending || waiting} onClick={start}>
      {mine === undefined ? words.open : words.go}
    </Button>
  );
}

/** Waits until this person has posts in a ledger; not for ever: the pages show them when they come. */
async function untilPosted(ledgerId: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const { posts } = bodyOf(await api.GET('/api/me'));
    if (posts.some((post) => post.ledgerId === ledgerId)) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
}
