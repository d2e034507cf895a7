import { type ReactElement } from 'react';
import { momentInShanghai, type Step } from '../../telling';
import { WORDS } from '../../words';
import { EVENT_WORDS } from '../../words/events.words';
import { TASK_WORDS } from '../../words/task.words';

const words = TASK_WORDS.course;
const SEAL_SHOWN = 12;

interface Props {
  readonly steps: readonly Step[];
  readonly onOpen: (step: Step) => void;
}

/** Every event by itself, the newest first, with its seal. */
export function RawEvents({ steps, onOpen }: Props): ReactElement | null {
  if (steps.length === 0) return null;
  const { columns } = words;
  return (
    <table className="raw-events" aria-label={words.raw}>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...steps].reverse().map((step) => {
          const { entry, text, title } = step;
          return (
            <tr key={entry.eventId}>
              <td className="number">{EVENT_WORDS.revisionOf(entry.revision)}</td>
              <td>
                <button
                  type="button"
                  className="step-open"
                  aria-label={words.named(title, text)}
                  onClick={() => onOpen(step)}
                >
                  {title}
                </button>
              </td>
              <td>{entry.actor.name}</td>
              <td className="number">{entry.occurredOn ?? WORDS.parts.none}</td>
              <td className="number">{momentInShanghai(entry.recordedAt)}</td>
              <td className="seal">{entry.hash.slice(0, SEAL_SHOWN)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
