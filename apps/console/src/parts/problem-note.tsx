import { Alert, Button } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { isSessionOver, type Problem } from '../api/problem';
import { WORDS } from '../words';

interface Props {
  readonly problem: Problem;
  /** Offers to try again. */
  readonly onAgain?: () => void;
  /** Further help below the sentence. */
  readonly children?: ReactNode;
}

/** What went wrong and what to do; folded below it, what to quote when asking for help. */
export function ProblemNote({ problem, onAgain, children }: Props): ReactElement {
  const { code, errorId, message } = problem;
  // Who reads it has signed in since: what stands before is the sign-in itself.
  const over = isSessionOver(problem);
  const quote = [WORDS.errors.code(code), ...(errorId === null ? [] : [WORDS.errors.quote(errorId)])].join(' · ');
  const again = onAgain && (
    <Button size="small" onClick={onAgain}>
      {WORDS.errors.again}
    </Button>
  );
  return (
    <Alert
      className="notice"
      type={over ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={over ? WORDS.errors.signedInAgain : message}
      description={
        <>
          {children}
          <details className="problem-quote quiet">
            <summary>{WORDS.errors.technical}</summary>
            {quote}
          </details>
        </>
      }
      {...(again ? { action: again } : {})}
    />
  );
}
