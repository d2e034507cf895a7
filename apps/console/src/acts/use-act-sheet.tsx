import { type ReactElement, useState } from 'react';
import { freshId } from '../api/fresh-id';
import { ActSheet } from './act-sheet';
import { useSheetPlace } from './use-sheet-place';

interface Opened {
  readonly taskId: string;
  readonly operation: string;
  /** The name of its place in the browser's history: of the many lines of a list one has opened it. */
  readonly sheet: string;
}

interface ActSheets {
  /** Opens the form of an act on a task. */
  readonly openAct: (taskId: string, operation: string) => void;
  /** The sheet that is open; stands anywhere on the page. */
  readonly sheet: ReactElement | null;
}

/**
 * Opens forms of acts from anywhere: `const { openAct, sheet } = useActSheet()`. A form stands at its own place of the browser's history
 * only: Back closes it, and what was typed is kept.
 * @param onDone after the act that was opened last
 */
export function useActSheet(onDone?: () => void): ActSheets {
  const { sheet: present, openSheet, closeSheet } = useSheetPlace();
  const [opened, setOpened] = useState<Opened | null>(null);
  return {
    openAct: (taskId, operation) => {
      const sheet = freshId();
      setOpened({ taskId, operation, sheet });
      openSheet(sheet);
    },
    sheet:
      opened === null || opened.sheet !== present ? null : (
        <ActSheet
          key={`${opened.taskId}/${opened.operation}`}
          taskId={opened.taskId}
          operation={opened.operation}
          onClose={closeSheet}
          {...(onDone === undefined ? {} : { onDone })}
        />
      ),
  };
}
