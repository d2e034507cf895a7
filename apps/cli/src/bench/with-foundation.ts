import { loadConfig } from '#platform';
import { type Foundation } from '#runtime';
import { onFoundation } from '../commands/on-foundation';

/** Works on the database of one of the bench's data folders, in this process. */
export function withFoundation<T>(dataFolder: string, work: (foundation: Foundation) => Promise<T>): Promise<T> {
  return onFoundation(loadConfig({ TAIZHANG_DATA: dataFolder, PORT: '0' }), work, 'writing');
}
