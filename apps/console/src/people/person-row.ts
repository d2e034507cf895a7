import { grantableRoleSchema } from '#domain';
import { z } from 'zod';

const personRowSchema = z.object({
  rowKey: z.string().min(1),
  name: z.string().max(200),
  /** The unit as typed or chosen: a name of the register, or a new one. */
  unit: z.string().max(300),
  roles: z.array(grantableRoleSchema),
  /** What a person typed; empty: made from the name. */
  loginName: z.string().max(100),
  ledgerId: z.string().nullable(),
});

/** One line of the table in which people are written down before they have accounts. */
export type PersonRow = z.infer<typeof personRowSchema>;

const personRowsSchema = z.array(personRowSchema).max(500);

/** An empty line, or one with some parts filled in. */
export function newRow(rowKey: string, parts: Partial<Omit<PersonRow, 'rowKey'>> = {}): PersonRow {
  return { rowKey, name: '', unit: '', roles: [], loginName: '', ledgerId: null, ...parts };
}

/** A line without a name is not asked for: prepared lines may be left empty. */
export function isWanted({ name, loginName }: PersonRow): boolean {
  return name.trim() !== '' || loginName.trim() !== '';
}

/** Lines as they were kept on this computer; null when nothing readable is there. */
export function readRows(stored: unknown): readonly PersonRow[] | null {
  const read = personRowsSchema.safeParse(stored);
  return read.success ? read.data : null;
}
