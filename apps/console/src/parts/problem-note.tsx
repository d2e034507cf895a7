import { Alert, Button } from 'antd';
import { type ReactElement, type ReactNode } from 'react';
import { type Problem } from '../api/problem';
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
  const quote = [WORDS.errors.code(code), ...(errorId === null ? [] : [WORDS.errors.quote(errorId)])].join(' · ');
  const again = onAgain && (
    <Button size="small" onClick={onAgain}>
      {WORDS.errors.again}
    </Button>
  );
  return (
    <Alert
      className="notice"
      type="error"
      showIcon
      role="alert"
      title={message}
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
