import { type Evidence, MAX_FILES_SEEN, type OnBehalf } from './task.parts';

/** The files of a round with those of one more step and the sheet on whose word it was recorded, each once; of many, the newest. */
export function withFiles(
  files: readonly string[],
  { evidence = [], onBehalf }: { readonly evidence?: readonly Evidence[]; readonly onBehalf?: OnBehalf | undefined },
): readonly string[] {
  const added = [...evidence, ...(onBehalf?.sheet ?? [])];
  if (added.length === 0) return files;
  return [...new Set([...files, ...added.map(({ hash }) => hash)])].slice(-MAX_FILES_SEEN);
}
