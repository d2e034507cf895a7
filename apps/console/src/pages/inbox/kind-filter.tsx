import { Button } from 'antd';
import { type ReactElement } from 'react';
import { type Answer } from '../../api/answer';
import { INBOX_WORDS } from '../../words/inbox.words';
import { type InboxKind, kindsOf } from '../../inbox-entries/kinds';
import { type InboxView } from './inbox-view';
import './inbox.css';

interface Props {
  readonly counts: Answer<'/api/inbox'>['counts'];
  readonly view: InboxView;
  readonly onShow: (view: InboxView) => void;
}

/** How many reminders wait of each kind; a press shows only these. */
export function KindFilter({ counts, view, onShow }: Props): ReactElement {
  const there = kindsOf(counts.byKind);
  const press = (kind: InboxKind | null): void => onShow({ ...view, kind });
  return (
    <div className="kinds" role="group" aria-label={INBOX_WORDS.filter}>
      <Kind word={INBOX_WORDS.all} count={counts.waiting} on={view.kind === null} onPress={() => press(null)} />
      {there.map(([kind, count]) => (
        <Kind
          key={kind}
          word={INBOX_WORDS.kinds[kind]}
          count={count}
          on={view.kind === kind}
          onPress={() => press(kind)}
        />
      ))}
    </div>
  );
}

interface KindProps {
  readonly word: string;
  readonly count: number;
  readonly on: boolean;
  readonly onPress: () => void;
}

function Kind({ word, count, on, onPress }: KindProps): ReactElement {
  return (
    <Button size="small" type={on ? 'primary' : 'default'} aria-pressed={on} onClick={onPress}>
      {INBOX_WORDS.count(word, count)}
    </Button>
  );
}
