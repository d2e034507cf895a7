import { Button, Progress } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { ProblemNote } from '../parts/problem-note';
import { BATCH_WORDS as words } from '../words/batch.words';
import { type BatchState, idsIn, stepOf, tallyOf } from './batch';
import './batch.css';
import { type Batch } from './use-batch';

interface Props<Form> {
  readonly batch: Batch<Form>;
  /** What is now true of so many items: “已交办 12 项”. */
  readonly doneSentence: (done: number) => string;
  /** Called when the person is through with it; the batch is forgotten before. */
  readonly onFinished?: () => void;
}

/** How far a batch has come, what was refused and why, and how to go on. Nothing while there is no batch. */
export function BatchProgress<Form>({ batch, doneSentence, onFinished }: Props<Form>): ReactElement | null {
  const { state, running, halted } = batch;
  if (state === null) return null;
  const { total, done, failed, left } = tallyOf(state);
  const finish = (): void => {
    batch.drop();
    onFinished?.();
  };
  return (
    <section className="batch" aria-label={words.bar}>
      <Progress
        percent={total === 0 ? 100 : Math.floor(((done + failed) / total) * 100)}
        status={failed > 0 ? 'exception' : left > 0 ? 'active' : 'success'}
        aria-label={words.bar}
      />
      <p aria-live="polite">
        {running || left > 0 ? words.progress(done, total) : doneSentence(done)}
        {failed > 0 && <span className="batch-failed"> {words.failed(failed)}</span>}
      </p>
      {running && <p className="quiet">{words.running}</p>}
      {!running && halted !== null && <ProblemNote problem={halted} />}
      {!running && left > 0 && <p className="quiet">{words.left(left)}</p>}
      {failed > 0 && <Failures state={state} />}
      <Acts batch={batch} onFinish={finish} />
    </section>
  );
}

interface ActsProps {
  readonly batch: Pick<Batch<unknown>, 'state' | 'running' | 'stop' | 'retryFailed' | 'resume'>;
  readonly onFinish: () => void;
}

function Acts({ batch, onFinish }: ActsProps): ReactElement | null {
  const { state, running, stop, retryFailed, resume } = batch;
  if (state === null) return null;
  const { left } = tallyOf(state);
  if (running) {
    return (
      <div className="batch-acts">
        <Button onClick={stop}>{words.stop}</Button>
      </div>
    );
  }
  return (
    <div className="batch-acts">
      {mayChange(state) && <Button onClick={retryFailed}>{words.retryFailed}</Button>}
      {left > 0 && <Button onClick={onFinish}>{words.giveUp}</Button>}
      <Button type="primary" onClick={left > 0 ? resume : onFinish}>
        {left > 0 ? words.resume : words.finish}
      </Button>
    </div>
  );
}

/** True while something failed for a reason that may be another one next time. */
function mayChange(state: BatchState<unknown>): boolean {
  return idsIn(state, 'failed').some((id) => words.lasting[stepOf(state, id).reason?.code ?? ''] === undefined);
}

/** What is said of a failed item: of a fault that stays, what to do instead of sending it again. */
function reasonOf(state: BatchState<unknown>, id: string): string {
  const { reason } = stepOf(state, id);
  return reason === null ? '' : (words.lasting[reason.code] ?? reason.message);
}

function Failures({ state }: { readonly state: BatchState<unknown> }): ReactElement {
  const failed = new Set(idsIn(state, 'failed'));
  return (
    <div className="batch-failures" tabIndex={0} role="region" aria-label={words.failedTable}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {state.items
            .filter(({ id }) => failed.has(id))
            .map(({ id, label, href }) => (
              <tr key={id}>
                <td>{href === undefined ? label : <Link to={href}>{label}</Link>}</td>
                <td>{reasonOf(state, id)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
