import { Button, Popover } from 'antd';
import { type ReactElement } from 'react';
import { TASK_WORDS } from '../../words/task.words';
import { type WordingCorrection } from './wording-corrections';

const words = TASK_WORDS.corrected;

interface Props {
  /** What it is about: 标题. */
  readonly of: string;
  /** The newest first. */
  readonly corrections: readonly WordingCorrection[] | undefined;
}

/** 已更正, with the former words on hover, focus and tap: a reader of the new words learns at once that they once read otherwise. */
export function CorrectedMark({ of, corrections = [] }: Props): ReactElement | null {
  if (corrections.length === 0) return null;
  return (
    <Popover
      trigger={['hover', 'focus']}
      placement="bottom"
      autoAdjustOverflow
      title={words.title(of)}
      content={<Former corrections={corrections} />}
    >
      <Button className="corrected-mark" size="small" aria-label={words.label(of)}>
        {words.mark}
      </Button>
    </Popover>
  );
}

function Former({ corrections }: { readonly corrections: readonly WordingCorrection[] }): ReactElement {
  return (
    <ul className="corrected-former">
      {corrections.map(({ key, former, on, by, reason }) => (
        <li key={key}>
          <div className={former === null || former === '' ? 'quiet' : 'reading'}>
            {former === null ? words.notRead : former === '' ? words.wasEmpty : former}
          </div>
          <div className="quiet number">{words.why(on, by, reason)}</div>
        </li>
      ))}
    </ul>
  );
}
