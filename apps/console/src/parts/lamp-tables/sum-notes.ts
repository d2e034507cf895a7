import { type Answer } from '../../api/answer';
import { WORDS } from '../../words';
import { type Figures, whole } from './closed-share';

type Summary = Answer<'/api/ledgers/{ledgerId}/summary'>;

const words = WORDS.parts.lampTables;

/** Why the lines of the units do not add up to the sum below them: tasks of several leads stand in several lines, those without any in none. */
export function notesOf(summary: Pick<Summary, 'byUnit' | 'bySection' | 'countedAgain'>): readonly string[] {
  const { byUnit, countedAgain } = summary;
  const inLines = totalOf(byUnit) - countedAgain;
  return [
    ...(countedAgain > 0 ? [words.severalUnits] : []),
    ...(whole(summary).total > inLines ? [words.withoutUnit] : []),
  ];
}

function totalOf(figures: readonly Pick<Figures, 'total'>[]): number {
  return figures.reduce((sum, { total }) => sum + total, 0);
}
