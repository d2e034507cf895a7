import { SingleBar } from 'cli-progress';
import { say } from '../output';
import { type PlayProgress } from './player/play-story';

/** Shows how far the year has been played. */
export interface PlayDisplay {
  readonly show: (progress: PlayProgress) => void;
  /** Leaves the terminal as it was. */
  readonly end: () => void;
}

/** A bar on a terminal, a line for each month elsewhere. */
export function playDisplay(onTerminal: boolean): PlayDisplay {
  return onTerminal ? barDisplay() : lineDisplay();
}

function barDisplay(): PlayDisplay {
  const bar = new SingleBar({
    format: '{month} {bar} {percentage}% 办理 {acts} 件次，自动提醒 {fired} 次',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(100, 0, { month: '准备', acts: 0, fired: 0 });
  return {
    show: ({ day, daysDone, days, acts, fired }) => {
      bar.update(Math.floor((100 * daysDone) / days), { month: monthOf(day), acts, fired });
    },
    end: () => bar.stop(),
  };
}

function lineDisplay(): PlayDisplay {
  let before: PlayProgress | null = null;
  const line = ({ day, acts, fired }: PlayProgress): void =>
    say(`${monthOf(day)}：累计办理 ${acts} 件次，自动提醒 ${fired} 次`);
  return {
    show: (progress) => {
      if (before !== null && monthOf(before.day) !== monthOf(progress.day)) line(before);
      before = progress;
    },
    end: () => {
      if (before !== null) line(before);
    },
  };
}

/** 2026年3月. */
function monthOf(day: string): string {
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;
}
