import { type ReactElement, useState } from 'react';
import { useLocation } from 'react-router';
import { ActSheet } from './act-sheet';

interface Opened {
  readonly taskId: string;
  readonly operation: string;
  /** The place in the browser's history at which it was opened. */
  readonly place: string;
}

interface ActSheets {
  /** Opens the form of an act on a task. */
  readonly openAct: (taskId: string, operation: string) => void;
  /** The sheet that is open; stands anywhere on the page. */
  readonly sheet: ReactElement | null;
}

/** Opens forms of acts from anywhere: `const { openAct, sheet } = useActSheet()`. */
export function useActSheet(): ActSheets {
  const { key: place } = useLocation();
  const [opened, setOpened] = useState<Opened | null>(null);
  // Back and forward lead to another place: a form of the place before would hang over it. What was typed is kept.
  if (opened !== null && opened.place !== place) setOpened(null);
  return {
    openAct: (taskId, operation) => setOpened({ taskId, operation, place }),
    sheet:
      opened === null ? null : (
        <ActSheet
          key={`${opened.taskId}/${opened.operation}`}
          taskId={opened.taskId}
          operation={opened.operation}
          onClose={() => setOpened(null)}
        />
      ),
  };
}
