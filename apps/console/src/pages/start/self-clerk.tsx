import { App, AutoComplete, Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { api, bodyOf } from '../../api/client';
import { useCommand } from '../../api/command';
import { mayAnywhere, useMe } from '../../app/session';
import { ProblemNote } from '../../parts/problem-note';
import { unitsCalled } from '../../people/check-people';
import { useRegister } from '../../people/use-register';
import { START_WORDS } from '../../words/start.words';

const words = START_WORDS.people;

/** In a small office the administrator imports too: one click gives them the clerk's post, and what that means is said. */
export function SelfClerk({ unit }: { readonly unit: string }): ReactElement | null {
  const me = useMe();
  const { message } = App.useApp();
  const { units } = useRegister();
  const [typed, setTyped] = useState<string | null>(null);
  const grant = useCommand((input: { unitId: string }, key) =>
    api
      .POST('/api/accounts/{id}/grant-post', {
        params: { path: { id: me.accountId }, header: { 'Idempotency-Key': key } },
        body: { unitId: input.unitId, role: 'supervision-clerk', ledgerId: null },
      })
      .then(bodyOf),
  );
  if (!mayAnywhere(me, 'account.grant-post') || mayAnywhere(me, 'ledger.create')) return null;
  const chosen = typed ?? unit;
  const found = unitsCalled(units, chosen);
  const [first] = found;
  return (
    <div className="self-clerk">
      {grant.error && <ProblemNote problem={grant.error} />}
      <div className="self-clerk-line">
        <AutoComplete
          aria-label={words.selfUnit}
          value={chosen}
          options={units.map(({ path, name }) => ({ value: found.length > 1 ? path : name }))}
          placeholder={words.selfUnit}
          showSearch={{ filterOption: true }}
          onChange={setTyped}
        />
        <Button
          loading={grant.isPending}
          disabled={first === undefined || found.length > 1}
          onClick={() =>
            first && grant.mutate({ unitId: first.unitId }, { onSuccess: () => void message.success(words.selfDone) })
          }
        >
          {words.selfClerk}
        </Button>
      </div>
      <p className="quiet">{words.selfClerkNote}</p>
    </div>
  );
}
