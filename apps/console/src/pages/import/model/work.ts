import { importSourceInput, importSourceSchema } from '#domain';
import { z } from 'zod';
import { type Draft, draftSchema } from './draft';
import { type UnitChoices, unitChoicesSchema } from './unit-choices';

/** The document that the drafts come from, as the server names it. */
export type ImportSource = z.infer<typeof importSourceSchema>;

/** What was sent and not been answered yet: sent again as it was, it is the same import. */
export interface Sending {
  readonly ledgerId: string;
  /** Imports that the ledger had before. */
  readonly before: readonly string[];
}

/** A document under way from reading to import; kept on this computer. */
export interface Work {
  /** Names the import towards the server, so that sending it again is no second one. */
  readonly workId: string;
  readonly source: ImportSource;
  /** The decoded text; empty when it is not known. Spans count in it. */
  readonly text: string;
  readonly ledgerId: string | null;
  readonly drafts: readonly Draft[];
  readonly choices: UnitChoices;
  /** Not null from the moment the import was sent: from then on nothing is changed. */
  readonly sending: Sending | null;
}

/** Work as it was kept on this computer, by this version of the page. */
const workSchema: z.ZodType<Work> = z.strictObject({
  workId: z.string().min(1),
  // A title may be half typed when the page is closed.
  source: importSourceSchema.extend({ title: z.string(), documentNumber: z.string().nullable() }),
  text: z.string(),
  ledgerId: z.string().nullable(),
  drafts: z.array(draftSchema),
  choices: unitChoicesSchema,
  sending: z.strictObject({ ledgerId: z.string(), before: z.array(z.string()) }).nullable(),
});

/** Work as it was kept, or null when it is not readable. */
export function readWork(stored: unknown): Work | null {
  return workSchema.safeParse(stored).data ?? null;
}

/** The work with another title and number of its document, in every draft, too. An empty number is none. */
export function withDocument(work: Work, title: string, number: string): Work {
  const documentNumber = number === '' ? null : number;
  const drafts = work.drafts.map((draft) => ({
    ...draft,
    content: { ...draft.content, source: { ...draft.content.source, documentTitle: title, documentNumber } },
  }));
  return { ...work, source: { ...work.source, title, documentNumber }, drafts };
}

/** True when the document has all names that the ledger requires of an import, and none with a private number. */
export function isNamed({ source }: Work): boolean {
  return importSourceInput.safeParse(source).success;
}
