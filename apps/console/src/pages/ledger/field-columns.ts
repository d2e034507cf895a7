import { outcomeWord, statusWord } from '#domain';
import { type TaskRow } from '../../api/answer';
import { lampWord } from '../../parts/lamp-word';
import { WORDS } from '../../words';
import { LEDGER_WORDS as words } from '../../words/ledger.words';
import { type Cell } from './csv';

/** The document that an import came from. */
export interface SourceDocument {
  readonly title: string;
  readonly documentNumber: string | null;
}

/** Finds the document of an import. */
export type SourceOf = (importId: string) => SourceDocument | null;

/** A column of the file and of the printed sheet. */
export interface FieldColumn {
  readonly key: keyof typeof words.field;
  readonly cell: (row: TaskRow, sourceOf: SourceOf) => Cell;
}

/** The field's columns that the list can fill; several indicators of a task stand in one cell, one after the other. */
export const FIELD_COLUMNS: readonly FieldColumn[] = [
  { key: 'serial', cell: ({ serial }) => serial },
  { key: 'number', cell: ({ taskNumber }) => taskNumber },
  { key: 'source', cell: sourceWords },
  { key: 'title', cell: ({ title }) => title },
  { key: 'indicator', cell: ({ indicators }) => joined(indicators.map(({ name }) => name)) },
  { key: 'target', cell: ({ indicators }) => joined(indicators.map(aim)) },
  { key: 'unit', cell: ({ indicators }) => joined(indicators.map(({ unit }) => unit)) },
  { key: 'current', cell: ({ indicators }) => joined(indicators.map(({ reading }) => current(reading))) },
  { key: 'lead', cell: (row) => unitsOf(row.leadUnits, row.leadUnitNames) },
  { key: 'support', cell: (row) => unitsOf(row.supportUnits, row.supportUnitNames) },
  { key: 'due', cell: ({ due, nextDue }) => due ?? nextDue },
  { key: 'percent', cell: ({ percent }) => percent },
  { key: 'progress', cell: ({ lastReport }) => lastReport?.progress ?? null },
  { key: 'lamp', cell: ({ lamp, status }) => lampWord(lamp, { status }) },
  { key: 'status', cell: ({ status }) => statusWord(status) },
  {
    key: 'outcome',
    cell: ({ outcome, ledgerKind }) => (outcome === null ? null : outcomeWord(outcome, ledgerKind)),
  },
  { key: 'closedOn', cell: ({ closedOn }) => closedOn },
  { key: 'closingNumber', cell: ({ closingNumber }) => closingNumber },
];

/** The heads of the field's columns. */
export const FIELD_HEADS: readonly string[] = FIELD_COLUMNS.map(({ key }) => words.field[key]);

/** A task's cells in the field's columns. */
export function fieldCells(row: TaskRow, sourceOf: SourceOf): readonly Cell[] {
  return FIELD_COLUMNS.map(({ cell }) => cell(row, sourceOf));
}

function sourceWords({ importId, section, sourceNumber }: TaskRow, sourceOf: SourceOf): string {
  const document = sourceOf(importId);
  const parts = [document?.title, document?.documentNumber, section, sourceNumber];
  return parts.filter((part) => part !== undefined && part !== null && part !== '').join(' ');
}

/** Units that were chosen; before that, those that the document names. */
function unitsOf(units: readonly { readonly name: string }[], named: readonly string[]): string {
  return (units.length > 0 ? units.map(({ name }) => name) : named).join(WORDS.parts.and);
}

function aim({ op, value, max, approximate }: TaskRow['indicators'][number]): string {
  const about = approximate ? WORDS.terms.about : '';
  if (op === 'range' && max !== null) return `${about}${words.between(`${value}`, `${max}`)}`;
  // A cell that begins with an equals sign is a formula to whoever opens the file.
  return `${op === '=' ? '' : WORDS.terms.comparators[op]}${about}${value}`;
}

function current(reading: TaskRow['indicators'][number]['reading']): string {
  return reading === null ? WORDS.parts.none : String(reading.value);
}

function joined(texts: readonly string[]): string {
  return texts.join(words.semicolon);
}
