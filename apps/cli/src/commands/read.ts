import { open } from 'node:fs/promises';
import { DOCUMENT_LIMITS, readPolicy, toPlainReading, type PolicyReading } from '#documents';
import { builtInCalendar } from '#engine';
import { errorCode, TaizhangError } from '#platform';
import { say } from '../output';

/**
 * Reads a policy document and prints its tasks, as JSON or as a list for people. Needs no database, so periods are counted by
 * the calendar that the program brings along and not by one that the office has published.
 */
export async function readFileCommand(path: string, json: boolean): Promise<void> {
  const reading = readPolicy(await bytesOf(path), builtInCalendar());
  if (json) say(JSON.stringify(toPlainReading(reading)));
  else for (const line of listOf(reading)) say(line);
}

/**
 * The bytes of a document, one more than allowed at the most: a file of any size is judged without being read whole.
 * @throws TaizhangError FILE.UNREADABLE
 */
export async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      const buffer = Buffer.alloc(DOCUMENT_LIMITS.bytes + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length);
        length += bytesRead;
        if (bytesRead === 0) return buffer.subarray(0, length);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    const reason = errorCode(error);
    const message = `不能读取文件 ${path}${reason === 'ENOENT' ? '：没有这个文件' : ''}，请检查路径和权限。`;
    throw new TaizhangError('FILE.UNREADABLE', message, { reason }, error);
  }
}

function listOf({ facts, tasks }: PolicyReading): string[] {
  const head = [facts.title?.value ?? '（未读出文件标题）', `共 ${tasks.length} 项任务`];
  const rows = tasks.map((task) => {
    const lead = task.leadUnits.map(({ name }) => name).join('、') || '未写牵头单位';
    const limits = task.deadlines.map(({ due, text }) => due ?? text).join('、') || '未写时限';
    return `${task.number?.text ?? ''}${task.title.text}  [${lead}]  [${limits}]`;
  });
  return [...head, ...rows];
}
