import { Button, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { minuteInShanghai } from '../../../parts/minute-in-shanghai';
import { policyVersionWord } from '../../../telling';
import { RULE_WORDS } from '../../../words/rules.words';
import { ColumnHeads } from './column-heads';
import { Changes } from './publish-panel';
import { differences } from './rule-differences';
import { Part, RuleView } from './rule-view';
import { contentFor, type RuleVersion } from './use-rules';

const words = RULE_WORDS;

interface Props {
  /** Of one scope, the newest first. */
  readonly versions: readonly RuleVersion[];
}

/** Every version of the rules, who published it when, why and for which tasks; each can be read in full. */
export function RuleHistory({ versions }: Props): ReactElement {
  const [opened, setOpened] = useState<number | null>(null);
  const { historyColumns: columns } = words;
  const shown = opened === null ? undefined : versions[opened];
  return (
    <section className="panel">
      <h2>{words.history}</h2>
      <table className="card-table">
        <caption>{words.history}</caption>
        <ColumnHeads columns={columns} acts />
        <tbody>
          {versions.map(({ policy: { version }, publishedAt, publishedBy, reason, holds }, index) => (
            <tr key={version}>
              <td>
                {policyVersionWord(version)} {index === 0 && <span className="quiet">{words.inForceMark}</span>}
              </td>
              <td data-label={columns.when}>{minuteInShanghai(publishedAt)}</td>
              <td data-label={columns.who}>{publishedBy}</td>
              <td data-label={columns.why}>{reason === '' ? words.builtIn : reason}</td>
              <td data-label={columns.holds}>{words.holds[holds]}</td>
              <td className="act">
                <Button
                  type="link"
                  aria-label={words.readOf(policyVersionWord(version))}
                  onClick={() => setOpened(index)}
                >
                  {words.read}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Drawer
        open={shown !== undefined}
        size="large"
        title={shown && policyVersionWord(shown.policy.version)}
        onClose={() => setOpened(null)}
      >
        {shown && <OneVersion version={shown} before={opened === null ? undefined : versions[opened + 1]} />}
      </Drawer>
    </section>
  );
}

interface OneProps {
  readonly version: RuleVersion;
  readonly before: RuleVersion | undefined;
}

function OneVersion({ version: { policy, ledgerId }, before }: OneProps): ReactElement {
  const content = contentFor(policy, ledgerId);
  return (
    // Reached by Tab, so that it scrolls without a mouse.
    <div role="region" aria-label={policyVersionWord(policy.version)} tabIndex={0}>
      {before && (
        <Part title={words.sinceBefore(policyVersionWord(before.policy.version))}>
          <Changes changes={differences(contentFor(before.policy, ledgerId), content)} />
        </Part>
      )}
      <RuleView content={content} />
    </div>
  );
}
