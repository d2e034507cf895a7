import { type ReactElement, useState } from 'react';
import { ActSheet } from './act-sheet';

interface Opened {
  readonly taskId: string;
  readonly operation: string;
}

interface ActSheets {
  /** Opens the form of an act on a task. */
  readonly openAct: (taskId: string, operation: string) => void;
  /** The sheet that is open; stands anywhere on the page. */
  readonly sheet: ReactElement | null;
}

/** Opens forms of acts from anywhere: `const { openAct, sheet } = useActSheet()`. */
export function useActSheet(): ActSheets {
  const [opened, setOpened] = useState<Opened | null>(null);
  return {
    openAct: (taskId, operation) => setOpened({ taskId, operation }),
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
