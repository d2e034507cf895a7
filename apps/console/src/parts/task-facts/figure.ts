import { TASK_WORDS } from '../../words/task.words';

const KILO = 1024;

/** A file's size as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < KILO) return TASK_WORDS.evidence.bytes(bytes);
  if (bytes < KILO * KILO) return TASK_WORDS.evidence.kilobytes((bytes / KILO).toFixed(0));
  return TASK_WORDS.evidence.megabytes((bytes / KILO / KILO).toFixed(1));
}

/** What a browser can show of a kind of file: a picture in the page, a paper in a window of its own, else nothing. */
export function previewOf(mediaType: string): 'image' | 'page' | null {
  if (mediaType === 'image/png' || mediaType === 'image/jpeg') return 'image';
  return mediaType === 'application/pdf' ? 'page' : null;
}
