import { draftContentSchema, importSourceSchema } from '#domain';
import { z } from 'zod';
import { api, bodyOf } from '../../api/client';
import { freshId } from '../../api/fresh-id';
import { draftsOf } from './model/draft';
import { type Work } from './model/work';

/** A document to be read: the pasted text, or a file. */
export interface Given {
  readonly bytes: Blob;
  readonly fileName: string;
  /** The text as far as the page has it: that of a paste. */
  readonly text: string;
}

/** Bytes of the largest document that is read; the server refuses more. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** What a document reads as; `text` is the decoded text, in which the drafts' places count. */
const readingSchema = z.object({
  source: importSourceSchema,
  tasks: z.array(draftContentSchema),
  text: z.string().optional(),
});

/** Has the server read a document; nothing is kept there. */
export async function readDocument(given: Given, ledgerId: string | null): Promise<Work> {
  const answer = await api
    .POST('/api/documents/read', {
      params: { query: { fileName: given.fileName.slice(0, 200) } },
      headers: { 'Content-Type': 'application/octet-stream' },
      body: given.bytes,
      bodySerializer: (body: Blob) => body,
    })
    .then(bodyOf);
  const { source, tasks, text = given.text } = readingSchema.parse(answer);
  return { workId: freshId(), source, text, ledgerId, drafts: draftsOf(tasks), choices: {}, sending: null };
}

/** Work without a document: every task is written by hand. */
export function workByHand(title: string, ledgerId: string | null): Work {
  const source = { kind: 'manual', title, documentNumber: null, year: null, contentHash: null } as const;
  return { workId: freshId(), source, text: '', ledgerId, drafts: [], choices: {}, sending: null };
}
