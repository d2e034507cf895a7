import { App, Button } from 'antd';
import { type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { api, bodyOf } from '../api/client';
import { useCommand } from '../api/command';
import { useLedgerChoice } from '../app/ledger-choice';
import { PEOPLE_WORDS } from '../words/people.words';

const words = PEOPLE_WORDS.practice;

/** Opens one's own practice ledger, or goes to it when it is open. */
export function PracticeButton(): ReactElement {
  const { message } = App.useApp();
  const go = useNavigate();
  const { ledgers, choose } = useLedgerChoice();
  const mine = ledgers.find(({ practice }) => practice);
  const open = useCommand((_input: null, key) =>
    api.POST('/api/ledgers/practice', { params: { header: { 'Idempotency-Key': key } }, body: {} }).then(bodyOf),
  );
  const enter = (ledgerId: string): void => {
    choose(ledgerId);
    void go('/ledger');
  };
  const start = (): void => {
    if (mine !== undefined) {
      enter(mine.ledgerId);
      return;
    }
    open.mutate(null, {
      onSuccess: ({ id }) => {
        void message.success(words.opened);
        enter(id);
      },
      onError: (problem) => void message.error(problem.message),
    });
  };
  return (
    <Button loading={open.isPending} onClick={start}>
      {mine === undefined ? words.open : words.go}
    </Button>
  );
}
