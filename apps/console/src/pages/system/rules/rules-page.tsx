import { Alert, App, Button, Select } from 'antd';
import { type ReactElement, useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLedgerChoice } from '../../../app/ledger-choice';
import { mayAnywhere, useMe } from '../../../app/session';
import { DraftNote } from '../../../forms/draft-note';
import { useDraft } from '../../../forms/use-draft';
import { PageLoading } from '../../../parts/page-loading';
import { ProblemNote } from '../../../parts/problem-note';
import { inForceIn } from '../../../parts/rules/rules-in-force';
import { RegisterMeanwhile } from '../../../register-changes/register-meanwhile';
import { policyVersionWord } from '../../../telling';
import { RULE_WORDS } from '../../../words/rules.words';
import { PublishPanel } from './publish-panel';
import { differences } from './rule-differences';
import { type KeptRules, readKeptRules } from './kept-rules';
import { contentOf, draftOf } from './rule-draft';
import { RuleEditor } from './rule-editor';
import { faultsOf, type RuleFault } from './rule-faults';
import { RuleHistory } from './rule-history';
import { RuleView } from './rule-view';
import { contentFor, type InForce, useRules, versionsOf } from './use-rules';
import './rules.css';

const words = RULE_WORDS;
const OFFICE = 'office';

/** The rules of the office and of ledgers: what holds now, every version, and for the administrator the way to publish another. */
export default function RulesPage(): ReactElement {
  const { versions, behind, problem, again } = useRules();
  const [address, setAddress] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const ledgerId = address.get('ledger');
  if (problem !== null && versions === null) return <ProblemNote problem={problem} onAgain={again} />;
  if (versions === null) return <PageLoading />;
  const inForce = inForceIn(versions, ledgerId);
  const own = versionsOf(versions, ledgerId);
  return (
    <>
      <section className="panel">
        <p className="quiet">{words.about}</p>
        {behind > 0 && <Alert className="notice" type="info" showIcon role="status" title={words.behind(behind)} />}
        <Scope
          ledgerId={ledgerId}
          disabled={editing}
          onScope={(next) => setAddress(next === null ? {} : { ledger: next }, { replace: true })}
        />
        <Rules key={ledgerId} ledgerId={ledgerId} inForce={inForce} editing={editing} onEditing={setEditing} />
      </section>
      {own.length > 0 && <RuleHistory versions={own} />}
    </>
  );
}

interface ScopeProps {
  readonly ledgerId: string | null;
  /** While rules are edited: they would be gone. */
  readonly disabled: boolean;
  readonly onScope: (ledgerId: string | null) => void;
}

function Scope({ ledgerId, disabled, onScope }: ScopeProps): ReactElement {
  const { ledgers } = useLedgerChoice();
  const id = useId();
  const options = [
    { value: OFFICE, label: words.office },
    ...ledgers.map(({ ledgerId: value, name }) => ({ value, label: name })),
  ];
  return (
    <div className="rule-scope">
      <label htmlFor={id}>{words.scope}</label>
      <Select
        id={id}
        value={ledgerId ?? OFFICE}
        disabled={disabled}
        options={options}
        onChange={(value) => onScope(value === OFFICE ? null : value)}
      />
    </div>
  );
}

interface RulesProps {
  readonly ledgerId: string | null;
  /** The version that holds here: in a ledger without its own the office's. */
  readonly inForce: InForce;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
}

function Rules({ ledgerId, inForce, editing, onEditing }: RulesProps): ReactElement {
  const me = useMe();
  const may = mayAnywhere(me, 'policy.publish');
  const followsOffice = ledgerId !== null && inForce.ledgerId === null;
  const version = policyVersionWord(inForce.policy.version);
  return (
    <>
      <div className="rule-head">
        <strong>{headOf(ledgerId, followsOffice, version)}</strong>
        {may && !editing && (
          <Button onClick={() => onEditing(true)}>{followsOffice ? words.editOwn : words.edit}</Button>
        )}
      </div>
      {followsOffice && editing && <p className="quiet">{words.copied}</p>}
      {!may && <p className="quiet">{words.mayNot}</p>}
      {editing ? (
        <Edited ledgerId={ledgerId} inForce={inForce} onDone={() => onEditing(false)} />
      ) : (
        <RuleView content={contentFor(inForce.policy, ledgerId)} />
      )}
    </>
  );
}

function headOf(ledgerId: string | null, followsOffice: boolean, version: string): string {
  if (ledgerId === null) return words.inForce(version);
  return followsOffice ? words.officeRules(version) : words.ownRules(version);
}

interface EditedProps {
  readonly ledgerId: string | null;
  readonly inForce: InForce;
  readonly onDone: () => void;
}

function Edited({ ledgerId, inForce, onDone }: EditedProps): ReactElement {
  const { message } = App.useApp();
  const kept = useDraft(`policy.publish/${ledgerId ?? OFFICE}`, readKeptRules);
  const asInForce = (): KeptRules => ({ draft: draftOf(contentFor(inForce.policy, ledgerId)), reason: '' });
  // As it was when the editing began: a version published meanwhile by another person takes nothing from what is typed.
  const [edited, setEdited] = useState<KeptRules>(() => kept.restored ?? asInForce());
  const [restored, setRestored] = useState(kept.restored !== null);
  const { draft, reason } = edited;
  const edit = (next: KeptRules): void => {
    setEdited(next);
    kept.keep(next);
  };
  const leave = (): void => {
    kept.drop();
    onDone();
  };
  /** What the server refused, which knows more than the rules of the domain; until something is changed. */
  const [refused, setRefused] = useState<readonly RuleFault[]>([]);
  const content = contentOf(draft);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <RegisterMeanwhile category="policy" />
      {restored && (
        <DraftNote
          onDrop={() => {
            kept.drop();
            setRestored(false);
            setEdited(asInForce());
          }}
        />
      )}
      <RuleEditor
        draft={draft}
        faults={[...faultsOf(content), ...refused]}
        onChange={(next) => {
          edit({ draft: next, reason });
          setRefused([]);
        }}
      />
      <PublishPanel
        ledgerId={ledgerId}
        content={content}
        changes={differences(contentFor(inForce.policy, ledgerId), content)}
        raises={content.protectionLevel === 3 && inForce.policy.protectionLevel === 2}
        begins={ledgerId !== null && inForce.ledgerId === null}
        onRefused={setRefused}
        reason={reason}
        onReason={(next) => edit({ draft, reason: next })}
        onDrop={leave}
        onPublished={({ events }) => {
          if (events.includes('policy.lowering-asked')) void message.info(words.loweringAsked);
          else void message.success(words.published);
          leave();
        }}
      />
    </form>
  );
}
