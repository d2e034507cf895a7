/** The id that tests call by a number: a UUID (version 4 by its form) that shows the number in its tail. */
export function testId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** The units of the sample office: a bureau with a division below it, two more bureaus and one that nobody registered. */
export const UNITS = {
  office: testId(0x100),
  health: testId(0x101),
  finance: testId(0x102),
  insurance: testId(0x103),
  healthDivision: testId(0x104),
  unregistered: testId(0x1ff),
} as const;

/** The sample ledger, one import into it, and one task. */
export const LEDGER_ID = testId(0x200);
export const OTHER_LEDGER_ID = testId(0x201);
export const IMPORT_ID = testId(0x300);
export const TASK_ID = testId(0x400);
