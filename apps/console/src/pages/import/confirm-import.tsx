import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dayInShanghai, holdsPrivateData, MAX_TASKS_PER_IMPORT } from '#domain';
import { Alert, Button, Input, Modal } from 'antd';
import { type ReactElement, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { type LedgerRow } from '../../api/answer';
import { OFFLINE, type Problem, problemOf } from '../../api/problem';
import { useLedgerChoice } from '../../app/ledger-choice';
import { useMe } from '../../app/session';
import { ProblemNote } from '../../parts/problem-note';
import { WORDS } from '../../words';
import { IMPORT_WORDS } from '../../words/import.words';
import { choicesKey } from './choices-key';
import { LedgerField } from './ledger-field';
import { problemsOf } from './model/draft-problems';
import { acceptRest } from './model/drafts';
import { formerImports } from './model/found-import';
import { aliasesOf, createUnknown, type Matches, namesIn } from './model/unit-choices';
import { type UnitName } from './model/unit-names';
import { isNamed, type Work, withDocument } from './model/work';
import { keep } from './model/work-store';
import { importIdsOf, sendImport } from './send-import';
import { type WorkDesk } from './use-work';

interface Props {
  readonly open: boolean;
  readonly work: Work;
  readonly desk: WorkDesk;
  readonly names: readonly UnitName[];
  readonly matches: Matches;
  readonly onClose: () => void;
  /** Back to a draft that is not accepted yet. */
  readonly onReview: (draftKey: string) => void;
}

const words = IMPORT_WORDS.confirm;

/** Says exactly what will happen, and does it. Until then nothing has been saved. */
export function ConfirmImport({ open, work, desk, names, matches, onClose, onReview }: Props): ReactElement {
  const { ledgers } = useLedgerChoice();
  const [waiting, setWaiting] = useState(false);
  const ledger = ledgers.find(({ ledgerId }) => ledgerId === work.ledgerId) ?? null;
  const send = useSending(work, desk, names, matches, () => setWaiting(true));
  const sent = work.sending !== null;
  const ready = ledger !== null && obstacleOf(work) === null && isNamed(work);
  return (
    <Modal
      open={open}
      title={words.title}
      okText={send.isPending ? words.sending : sent ? words.again : words.submit}
      cancelText={WORDS.parts.cancel}
      okButtonProps={{ disabled: !ready, loading: send.isPending }}
      cancelButtonProps={{ disabled: sent }}
      closable={!sent}
      mask={{ closable: !sent }}
      keyboard={!sent}
      onOk={() => ledger !== null && send.mutate(ledger)}
      onCancel={onClose}
    >
      {send.error && <ProblemNote problem={send.error} />}
      {sent && !send.isPending && (
        <Alert className="notice" type="info" showIcon title={waiting ? words.waiting : words.unknown} />
      )}
      <Obstacles work={work} desk={desk} onReview={onReview} />
      <DocumentName work={work} desk={desk} />
      <div className="import-labelled">
        <label htmlFor="import-into">{words.ledger}</label>
        <LedgerField
          id="import-into"
          value={work.ledgerId}
          disabled={sent}
          document={{ number: work.source.documentNumber, title: work.source.title }}
          onChange={(ledgerId) => desk.change((now) => ({ ...now, ledgerId }))}
        />
      </div>
      {ledger !== null && <Former ledger={ledger} work={work} />}
      {ledger !== null && <Consequences work={work} desk={desk} ledger={ledger} names={names} matches={matches} />}
    </Modal>
  );
}

/** The document's title and number as every task will cite them; a pasted text has none of its own. */
function DocumentName({ work, desk }: Pick<Props, 'work' | 'desk'>): ReactElement {
  const { title, documentNumber } = work.source;
  const number = documentNumber ?? '';
  const locked = work.sending !== null;
  return (
    <>
      <div className="import-labelled">
        <label htmlFor="import-title">{words.document}</label>
        <Input
          id="import-title"
          value={title}
          maxLength={300}
          disabled={locked}
          {...(title.trim() === '' ? { status: 'error' as const } : {})}
          onChange={({ target }) => desk.change((now) => withDocument(now, target.value, number), 'title')}
        />
        {title.trim() === '' && <p className="import-problem">{words.documentMissing}</p>}
      </div>
      <div className="import-labelled">
        <label htmlFor="import-number">{words.number}</label>
        <Input
          id="import-number"
          value={number}
          maxLength={100}
          disabled={locked}
          placeholder={words.numberHint}
          onChange={({ target }) => desk.change((now) => withDocument(now, title, target.value), 'number')}
        />
        {[title, number].some(holdsPrivateData) && <p className="import-problem">{words.documentPrivate}</p>}
      </div>
    </>
  );
}

/**
 * Sending locks the work first: an answer that is lost leaves open whether there is an import, and only the same content sent
 * again is surely not a second one. A refusal unlocks it.
 */
function useSending(work: Work, desk: WorkDesk, names: readonly UnitName[], matches: Matches, onWaiting: () => void) {
  const { accountId } = useMe();
  const go = useNavigate();
  const queries = useQueryClient();
  return useMutation<string | null, Problem, LedgerRow>({
    mutationFn: async ({ ledgerId }) => {
      try {
        const before = work.sending?.before ?? (await importIdsOf(ledgerId));
        desk.settle((now) => ({ ...now, sending: { ledgerId, before } }));
        return await sendImport(work, work.sending?.ledgerId ?? ledgerId, before, names, matches);
      } catch (error) {
        const problem = problemOf(error);
        const refused = problem.status !== null && problem.status < 500 && problem.code !== OFFLINE;
        if (refused) desk.settle((now) => ({ ...now, sending: null }));
        throw problem;
      }
    },
    onSuccess: async (importId) => {
      await queries.invalidateQueries();
      if (importId === null) {
        onWaiting();
        return;
      }
      keep(localStorage, choicesKey(accountId, importId), work.choices, Date.now());
      desk.drop();
      await go(`/import?importId=${importId}`);
    },
  });
}

/** Why nothing can be imported yet; null when it can. */
function obstacleOf({ drafts }: Work): 'empty' | 'tooMany' | 'notAccepted' | null {
  if (drafts.length === 0) return 'empty';
  if (drafts.length > MAX_TASKS_PER_IMPORT) return 'tooMany';
  return drafts.every(({ accepted }) => accepted) ? null : 'notAccepted';
}

function Obstacles({ work, desk, onReview }: Pick<Props, 'work' | 'desk' | 'onReview'>): ReactElement | null {
  const obstacle = obstacleOf(work);
  if (obstacle === null) return null;
  if (obstacle === 'empty') return <Alert className="notice" type="warning" showIcon title={words.empty} />;
  if (obstacle === 'tooMany') {
    return <Alert className="notice" type="warning" showIcon title={words.tooMany(MAX_TASKS_PER_IMPORT)} />;
  }
  const left = work.drafts.filter(({ accepted }) => !accepted);
  const unfit = left.filter(({ content }) => problemsOf(content).length > 0);
  const fit = left.length - unfit.length;
  const first = unfit[0] ?? left[0];
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={words.notAccepted(left.length)}
      description={
        <>
          <ul className="import-consequences">
            {left.slice(0, 8).map(({ key, content }) => (
              <li key={key}>{content.title.trim() === '' ? IMPORT_WORDS.card.noTitle : content.title}</li>
            ))}
            {left.length > 8 && <li>…</li>}
          </ul>
          {unfit.length > 0 && <p>{words.unfit(unfit.length)}</p>}
          <div className="import-card-acts">
            <Button size="small" onClick={() => first !== undefined && onReview(first.key)}>
              {words.goTo}
            </Button>
            {fit > 0 && (
              <Button
                size="small"
                onClick={() => desk.change((now) => ({ ...now, drafts: acceptRest(now.drafts, true) }))}
              >
                {words.acceptAll(fit)}
              </Button>
            )}
          </div>
        </>
      }
    />
  );
}

function Former({ ledger, work }: { readonly ledger: LedgerRow; readonly work: Work }): ReactElement | null {
  const [former] = formerImports(ledger.imports, work.source);
  if (former === undefined || work.sending !== null) return null;
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      title={words.former(dayInShanghai(former.startedAt), former.taskCount)}
      action={<Link to={`/import?importId=${former.importId}`}>{words.look}</Link>}
    />
  );
}

interface ConsequencesProps extends Pick<Props, 'work' | 'desk' | 'names' | 'matches'> {
  readonly ledger: LedgerRow;
}

function Consequences({ work, desk, ledger, names, matches }: ConsequencesProps): ReactElement {
  const { drafts, choices } = work;
  const created = createUnknown(names, choices, matches);
  const creatable = Object.keys(created).length - Object.keys(choices).length;
  const fresh = namesIn(names, 'create', choices, matches).map(({ name }) => name);
  const aliases = aliasesOf(names, choices, matches).map(({ alias }) => words.alias(alias));
  const open = namesIn(names, 'open', choices, matches).length;
  return (
    <ul className="import-consequences">
      <li>{words.tasks(drafts.length, ledger.name)}</li>
      <li>{fresh.length === 0 ? words.noUnits : words.units(fresh.length) + fresh.join(WORDS.parts.and)}</li>
      {aliases.length > 0 && <li>{words.aliases(aliases.length) + aliases.join(WORDS.parts.and)}</li>}
      {open > 0 && (
        <li>
          {words.openNames(open)}{' '}
          {creatable > 0 && work.sending === null && (
            <Button size="small" onClick={() => desk.change((now) => ({ ...now, choices: created }))}>
              {IMPORT_WORDS.units.createAll(creatable)}
            </Button>
          )}
        </li>
      )}
      <li>{words.notYet}</li>
    </ul>
  );
}
