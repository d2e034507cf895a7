import { type ReactElement } from 'react';
import { outcomeWord } from '#domain';
import { WORDS } from '../../words';
import { TASK_WORDS } from '../../words/task.words';
import { AcceptanceList } from './acceptance-list';
import { CompletionList } from './completion-list';
import { EvidenceList } from './evidence-list';
import { filesSeen, type Judgement, metOf } from './judgements';
import { type ShownFile } from './reports';

const words = TASK_WORDS.judgements;

interface Props {
  readonly judgements: readonly Judgement[];
  /** The files of the task's reports. */
  readonly reported: readonly ShownFile[];
}

/** Who stood by what: each check and each closing with its words, and with what the person had before them. */
export function JudgementList({ judgements, reported }: Props): ReactElement {
  return (
    <ul className="fact-list">
      {judgements.map((judgement) => (
        <li key={judgement.entry.eventId}>
          <OneJudgement judgement={judgement} reported={reported} />
        </li>
      ))}
    </ul>
  );
}

interface OneProps extends Pick<Props, 'reported'> {
  readonly judgement: Judgement;
}

function OneJudgement({ judgement, reported }: OneProps): ReactElement {
  const { entry, on, words: said, acceptance, signed } = judgement;
  const { name, unitName } = entry.actor;
  return (
    <>
      <div className="fact-head">
        <span className="fact-name">{signed === null ? words.passed : words.closed}</span>
        <span className="quiet">{words.by([unitName ?? '', name].filter(Boolean).join(' '), on)}</span>
      </div>
      <dl className="texts">
        <div>
          <dt>{signed === null ? words.conclusion : words.statement}</dt>
          <dd className="reading">{said}</dd>
        </div>
        {acceptance.length > 0 && (
          <div>
            <dt>{words.acceptance}</dt>
            <dd>
              <AcceptanceList acceptance={acceptance} />
            </dd>
          </div>
        )}
        {signed !== null && (
          <div>
            <dt>{words.signed}</dt>
            <dd>{words.outcome(outcomeWord(signed.outcome, entry.ledgerKind), signed.number)}</dd>
          </div>
        )}
        {signed !== null && signed.owedReason !== null && (
          <div>
            <dt>{words.owed(signed.owedCount)}</dt>
            <dd className="reading">{signed.owedReason}</dd>
          </div>
        )}
      </dl>
      <Seen judgement={judgement} reported={reported} />
    </>
  );
}

/** What the person had before them. */
function Seen({ judgement, reported }: OneProps): ReactElement {
  const { signed, saw } = judgement;
  const title = signed === null ? words.sawPassed : words.sawClosed;
  const met = metOf(judgement).map(({ lane, limitId, period, on, recordedOn, name, unitName }) => ({
    key: `${lane}/${limitId}/${period ?? ''}`,
    name,
    unitName,
    done: words.metOn(on),
    recordedOn,
  }));
  return (
    <details className="earlier">
      <summary>{words.seen(title, met.length, saw.evidence.length)}</summary>
      <p className="quiet number seen-record">{words.record(saw.revision + 1, saw.digest)}</p>
      <h3>{words.met}</h3>
      {met.length === 0 ? <p className="quiet">{words.noneMet}</p> : <CompletionList completions={met} />}
      <h3>{WORDS.terms.evidence}</h3>
      {saw.evidence.length === 0 ? (
        <p className="quiet">{words.noFiles}</p>
      ) : (
        <EvidenceList files={filesSeen(judgement, reported)} />
      )}
    </details>
  );
}
