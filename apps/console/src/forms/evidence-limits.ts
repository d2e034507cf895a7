import { WORDS } from '../words';

/** What the server takes; it looks at the content and decides. Said before anything is chosen. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_FILES = 50;

const ENDINGS = ['pdf', 'ofd', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'et', 'png', 'jpg', 'jpeg'];

/** For the file chooser. */
export const ACCEPT = ENDINGS.map((ending) => `.${ending}`).join(',');

interface Chosen {
  readonly name: string;
  readonly size: number;
}

/** Why a file is not worth sending, or null. */
export function fileFault({ name, size }: Chosen): string | null {
  const words = WORDS.forms.evidence;
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!ENDINGS.includes(ending)) return words.wrongKind(name);
  if (size === 0) return words.empty(name);
  return size > MAX_FILE_BYTES ? words.tooLarge(name) : null;
}
