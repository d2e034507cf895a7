import { type Move } from './task.state';

type People = Pick<Move, 'askedBy' | 'approvedBy' | 'askedFor'>;

/** Who asked for a move of a day, who approved it, and for which unit the office asked; only what there is. */
export function peopleOf({
  askedBy,
  approvedBy,
  askedFor,
}: { [Name in keyof People]: People[Name] | undefined }): People {
  return {
    ...(askedBy ? { askedBy } : {}),
    ...(approvedBy ? { approvedBy } : {}),
    ...(askedFor === undefined ? {} : { askedFor }),
  };
}
