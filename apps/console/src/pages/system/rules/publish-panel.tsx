import { Button, Radio } from 'antd';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { Link } from 'react-router';
import { type HoldsFor, holdsForSchema, type PolicyContent } from '#domain';
import { type Fault, FormFault } from '../../../forms/form-fault';
import { GrowingText } from '../../../forms/growing-text';
import { SelfTold } from '../../../forms/self-told';
import { type Outcome } from '../../../api/command';
import { type Problem } from '../../../api/problem';
import { ProblemNote } from '../../../parts/problem-note';
import { WORDS } from '../../../words';
import { RULE_WORDS } from '../../../words/rules.words';
import { actName } from './rule-differences';
import { faultsOf, faultsTold, type RuleFault } from './rule-faults';
import { type Preview, type Publication, usePreview, usePublishRules } from './use-rules';

const words = RULE_WORDS;
const LONGEST_REASON = 2_000;

interface Props {
  readonly ledgerId: string | null;
  readonly content: PolicyContent;
  /** What differs from the version in force. */
  readonly changes: readonly string[];
  /** The ledger gets rules of its own: worth a version even where they are the office's so far. */
  readonly begins: boolean;
  /** It raises the protection level: which posts are in the way is seen before. */
  readonly raises: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** What the server has against places of the content. */
  readonly onRefused: (faults: readonly RuleFault[]) => void;
  readonly onDrop: () => void;
  readonly onPublished: (outcome: Outcome) => void;
}

/** What the edited rules change, for which tasks and why, and their publication; for open tasks not before their effect was seen. */
export function PublishPanel({
  ledgerId,
  content,
  changes,
  begins,
  raises,
  reason,
  onReason,
  onRefused,
  onDrop,
  onPublished,
}: Props): ReactElement {
  const publish = usePublishRules();
  const [holds, setHolds] = useState<HoldsFor>('new');
  // A fault is that of what was sent: once the rules or the reason are others, it says nothing any more.
  const sent = JSON.stringify([content, reason]);
  const [told, setTold] = useState<{ readonly fault: Fault | null; readonly of: string } | null>(null);
  const isOfNow = told?.of === sent;
  const fault = isOfNow ? told.fault : null;
  const setFault = (found: Fault | null): void => setTold({ fault: found, of: sent });
  const { previewed, ask, isAsking, problem } = usePreviewOf({ ledgerId, content });
  const nothing = changes.length === 0 && !begins && holds === 'new';
  const previews = holds === 'open' || raises;
  const unseen = previews && previewed === null;

  /** True when the content may be sent; else its faults, which are marked since they were typed, are counted and the first gets the keyboard. */
  const isSound = (): boolean => {
    const faults = faultsOf(content);
    setFault(faults.length === 0 ? null : { text: words.faults(faults.length) });
    return faults.length === 0;
  };
  const refused = (found: readonly RuleFault[]): void => {
    onRefused(found);
    setFault(found.length === 0 ? null : { text: words.faults(found.length) });
  };
  const send = (): void => {
    if (!isSound()) return;
    if (reason.trim() === '') {
      setFault({ text: words.reasonMissing });
      return;
    }
    const body: Publication = { ledgerId, content, holds, reason: reason.trim() };
    publish.mutate(body, { onSuccess: onPublished, onError: (error) => refused(faultsTold(error)) });
  };
  const failed = isOfNow ? (publish.error ?? problem) : null;
  return (
    <div className="rule-publish">
      <h2>{words.changes}</h2>
      <Changes changes={changes} />
      <div className="rule-choice">
        <div aria-hidden>{words.holdsFor}</div>
        <Radio.Group aria-label={words.holdsFor} value={holds}>
          {holdsForSchema.options.map((each) => (
            <Radio key={each} value={each} onChange={() => setHolds(each)}>
              {words.holds[each]}
            </Radio>
          ))}
        </Radio.Group>
      </div>
      {holds === 'new' && <p className="quiet">{words.previewNew}</p>}
      {previews && (
        <div className="rule-preview" aria-live="polite">
          {previewed === null ? (
            <p className="quiet">{raises ? words.previewLevel : words.previewFirst}</p>
          ) : (
            <PreviewNote preview={previewed} holds={holds} />
          )}
          <Button
            loading={isAsking}
            onClick={() => {
              if (isSound()) ask((error) => refused(faultsTold(error)));
            }}
          >
            {words.preview}
          </Button>
        </div>
      )}
      <ReasonField
        value={reason}
        missing={fault?.text === words.reasonMissing && reason.trim() === ''}
        onChange={onReason}
      />
      {failed && faultsTold(failed).length === 0 && <ProblemNote problem={failed} />}
      {fault && <FormFault fault={fault} />}
      <div className="rule-acts">
        <Button onClick={onDrop}>{words.drop}</Button>
        <Button type="primary" disabled={nothing || unseen} loading={publish.isPending} onClick={send}>
          {words.publish}
        </Button>
      </div>
    </div>
  );
}

/** The preview of exactly this content: one of former content is none. */
function usePreviewOf(asked: Pick<Publication, 'ledgerId' | 'content'>) {
  const preview = usePreview();
  const [seen, setSeen] = useState<{ readonly key: string; readonly answer: Preview } | null>(null);
  const key = JSON.stringify(asked);
  return {
    previewed: seen?.key === key ? seen.answer : null,
    isAsking: preview.isPending,
    problem: preview.error,
    ask: (onError: (error: Problem) => void): void =>
      preview.mutate(asked, { onSuccess: (answer) => setSeen({ key, answer }), onError }),
  };
}

/** Sentences of what differs. */
export function Changes({ changes }: { readonly changes: readonly string[] }): ReactElement {
  if (changes.length === 0) return <p className="quiet">{words.noChanges}</p>;
  return (
    <ul className="rule-changes" aria-live="polite">
      {changes.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Posts in the way; and, where it holds for them, what would become of open tasks. */
function PreviewNote({ preview, holds }: { readonly preview: Preview; readonly holds: HoldsFor }): ReactNode {
  const inTheWay = preview.inTheWay.map(({ name, posts }) =>
    words.inTheWay(
      name,
      posts.map(({ unit, role }) => `${unit.name}${WORDS.terms.roles[role]}`),
    ),
  );
  return (
    <>
      <Lines lines={inTheWay} />
      {holds === 'open' && <EffectNote preview={preview} />}
      {holds === 'new' && inTheWay.length === 0 && <p>{words.nothingInTheWay}</p>}
    </>
  );
}

function EffectNote({ preview: { tasks, today, late, second, examples } }: { readonly preview: Preview }): ReactNode {
  return (
    <>
      <p>{words.clauses([words.previewed(tasks), ...(tasks === 0 ? [] : ofToday(today))])}</p>
      <Lines lines={[...late.map(lateText), ...second.map(secondText)]} />
      {examples.length > 0 && (
        <ul className="rule-changes">
          {examples.map(({ taskId, number, title, kind }) => (
            <li key={taskId}>
              {/* Beside the edited rules, which would be gone from this page. */}
              <Link to={`/tasks/${taskId}`} target="_blank">
                {words.example(number, title)}
              </Link>{' '}
              {words.kinds[kind]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function lateText({ turn, tasks }: Preview['late'][number]): string {
  return words.previewLate(words.clock(turn === 'review' ? 'reviewMonths' : turn), tasks);
}

function secondText({ act, tasks }: Preview['second'][number]): string {
  return words.previewSecond(actName(act), tasks);
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  return lines.map((line) => <p key={line}>{line}</p>);
}

function ofToday(today: Preview['today']): readonly string[] {
  return today.length === 0
    ? [words.previewNothing]
    : today.flatMap(({ kind, tasks }) => words.previewToday[kind]?.(tasks) ?? []);
}

interface ReasonProps {
  readonly value: string;
  readonly missing: boolean;
  readonly onChange: (reason: string) => void;
}

function ReasonField({ value, missing, onChange }: ReasonProps): ReactElement {
  const id = useId();
  return (
    <div className="rule-choice">
      <label htmlFor={id}>{words.reason}</label>
      <SelfTold fault={missing ? words.reasonMissing : null}>
        {(aria) => (
          <GrowingText
            {...aria}
            {...(missing ? { 'aria-invalid': true, status: 'error' as const } : {})}
            id={id}
            rows={2}
            placeholder={words.reasonHint}
            maxLength={LONGEST_REASON}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </SelfTold>
    </div>
  );
}
