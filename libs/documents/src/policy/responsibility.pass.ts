import { DOCUMENT_LIMITS } from './document-limits';
import { firstOfEach } from './first-of-each';
import { type Span, type UnitMode, type UnitReading } from './reading.types';
import { FIRST_LISTED_LEADS, ROLE_LABELS, ROLE_VERBS, type UnitRole } from './responsibility.words';
import { type SourceText } from './source-text';
import { looksLikeUnit, readUnits } from './unit-list';

/** Who is responsible for a task, and where it says so. */
export interface Responsibility {
  readonly unitMode: UnitMode;
  readonly leadUnits: readonly UnitReading[];
  readonly supportUnits: readonly UnitReading[];
  readonly doubts: readonly string[];
}

interface RoleList {
  readonly role: UnitRole;
  readonly units: readonly UnitReading[];
}

/** What one note says, before it is decided who leads. */
interface RoleLists {
  readonly lists: readonly RoleList[];
  /** True for A会同B, where the first unit leads. */
  readonly jointly: boolean;
}

const LABEL = new RegExp(`(?:${anyOf(ROLE_LABELS)}) ?：`, 'gu');
const UNIT_LABEL = new RegExp(`(?:${anyOf(ROLE_LABELS.filter(([role]) => role !== 'ignored'))}) ?：`, 'u');
const LABEL_ROLE = ROLE_LABELS.map(([role, pattern]) => [role, new RegExp(`^(?:${pattern}) ?：$`, 'u')] as const);
const VERB = new RegExp(anyOf(ROLE_VERBS), 'gu');
const VERB_ROLE = ROLE_VERBS.map(([role, pattern]) => [role, new RegExp(`^(?:${pattern})`, 'u')] as const);
const HAS_VERB = new RegExp(anyOf(ROLE_VERBS), 'u');

function anyOf(patterns: readonly (readonly [role: string, pattern: string])[]): string {
  return patterns.map(([, pattern]) => pattern).join('|');
}

/** Finds the responsibility notes between two offsets: （…牵头，…负责） after a sentence, and labels such as 责任单位：. */
export function findNotes(source: SourceText, start: number, end: number): Span[] {
  const bracketed = bracketedNotes(source, start, end);
  return [...bracketed, ...labelledNotes(source, start, end, bracketed)].sort((a, b) => a.start - b.start);
}

function bracketedNotes(source: SourceText, start: number, end: number): Span[] {
  const notes: Span[] = [];
  for (let at = source.text.indexOf('（', start); at >= 0 && at < end; at = source.text.indexOf('（', at + 1)) {
    const close = source.brackets.get(at);
    if (close === undefined || close >= end) continue;
    if (isNote(source, at, close, start, end)) notes.push({ start: at, end: close + 1 });
    at = close;
    if (notes.length >= DOCUMENT_LIMITS.notesPerTask) break;
  }
  return notes;
}

/** A note follows a finished sentence or ends its paragraph; brackets inside a sentence explain words. */
function isNote(source: SourceText, open: number, close: number, start: number, end: number): boolean {
  if (close - open > DOCUMENT_LIMITS.noteLength) return false;
  const content = source.text.slice(open + 1, close);
  if (UNIT_LABEL.test(content)) return true;
  const before = source.text.slice(Math.max(start, open - 4), open).trimEnd();
  const after = source.text.slice(close + 1, Math.min(end, close + 4)).trimStart();
  const afterSentence = /[。！；”]$/u.test(before);
  const atEnd = close + 1 >= end || after === '' || /^[。\n]/u.test(source.text.slice(close + 1).slice(0, 1));
  if (!afterSentence && !atEnd) return false;
  const statement = content.split('。', 1)[0] ?? '';
  if (HAS_VERB.test(statement)) return readVerbs(source, open + 1, open + 1 + statement.length).lists.length > 0;
  return afterSentence && atEnd && isUnitList(source, open + 1, close);
}

function isUnitList(source: SourceText, start: number, end: number): boolean {
  const units = readUnits(source, start, end);
  return units.length > 0 && units.every((unit) => looksLikeUnit(unit.name));
}

/** Labels outside accepted brackets: lines of their own, or notes whose opening bracket was lost. */
function labelledNotes(source: SourceText, start: number, end: number, known: readonly Span[]): Span[] {
  const notes: Span[] = [];
  let covered = start;
  for (const match of source.text.slice(start, end).matchAll(LABEL)) {
    const at = start + match.index;
    if (at < covered || known.some((note) => at >= note.start && at < note.end)) continue;
    if (!UNIT_LABEL.test(match[0]) && !startsLine(source.text, at)) continue;
    const from = source.text[at - 1] === '（' ? at - 1 : at;
    const to = labelledEnd(source.text, at + match[0].length, end);
    notes.push({ start: from, end: to });
    covered = to;
    if (notes.length >= DOCUMENT_LIMITS.notesPerTask) break;
  }
  return notes;
}

/** 完成时限： and labels of persons count on lines of their own; inside a sentence they are words like any other. */
function startsLine(text: string, at: number): boolean {
  return /(?:^|\n) {0,8}$/u.test(text.slice(Math.max(0, at - 9), at));
}

function labelledEnd(text: string, from: number, end: number): number {
  const limit = Math.min(end, from + DOCUMENT_LIMITS.noteLength);
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const char = text[at];
    if (char === '（') depth += 1;
    else if (char === '）' && depth === 0) return at + 1;
    else if (char === '）') depth -= 1;
    else if (char === '\n') return at;
  }
  return limit;
}

/** Reads the notes of one task. `firstListedIsLead`: the document says that the first listed unit leads. */
export function readResponsibility(
  source: SourceText,
  notes: readonly Span[],
  firstListedIsLead: boolean,
): Responsibility {
  const read = notes.map((note) => readNote(source, note));
  const lists = read.flatMap((note) => note.lists);
  return decideRoles(
    lists,
    read.some((note) => note.jointly),
    firstListedIsLead,
  );
}

/** Reads units that stand in columns of a table. */
export function readUnitCells(
  source: SourceText,
  lead: Span | null,
  support: Span | null,
  responsible: Span | null,
  firstListedIsLead: boolean,
): Responsibility {
  const lists: RoleList[] = [
    ...(lead ? [{ role: 'lead' as const, units: readUnits(source, lead.start, lead.end) }] : []),
    ...(responsible ? readVerbs(source, responsible.start, responsible.end).lists : []),
    ...(support ? [{ role: 'support' as const, units: readUnits(source, support.start, support.end) }] : []),
  ];
  return decideRoles(lists, false, firstListedIsLead);
}

function readNote(source: SourceText, note: Span): RoleLists {
  const { start, end } = insideBrackets(source.text, note);
  const labels = [...source.text.slice(start, end).matchAll(LABEL)];
  if (labels.length === 0) return readVerbs(source, start, sentenceEnd(source.text, start, end));
  const lists: RoleList[] = [];
  let jointly = false;
  labels.forEach((label, index) => {
    const from = start + label.index + label[0].length;
    const to = sentenceEnd(source.text, from, start + (labels[index + 1]?.index ?? end - start));
    const role = LABEL_ROLE.find(([, pattern]) => pattern.test(label[0]))?.[0] ?? 'ignored';
    if (role === 'responsible') {
      const read = readVerbs(source, from, to);
      lists.push(...read.lists);
      jointly ||= read.jointly;
    } else if (role !== 'ignored')
      lists.push({ role, units: readUnits(source, from, withoutVerb(source.text, from, to)) });
  });
  return { lists, jointly };
}

function insideBrackets(text: string, note: Span): Span {
  const opened = text[note.start] === '（';
  const words = text.slice(note.start, note.end);
  const closing = words.endsWith('）') && (opened || words.split('）').length > words.split('（').length);
  return { start: note.start + (opened ? 1 : 0), end: note.end - (closing ? 1 : 0) };
}

/** The units end at the full stop, or where a rule for all notes begins (列第一位者为牵头单位，下同). */
function sentenceEnd(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  const ends = [words.indexOf('。'), FIRST_LISTED_LEADS.exec(words)?.index ?? -1].filter((at) => at >= 0);
  return start + Math.min(words.length, ...ends);
}

function withoutVerb(text: string, start: number, end: number): number {
  const words = text.slice(start, end);
  const match = /(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:负责|落实|配合|参与)[，；、 ]*$/u.exec(words);
  return match ? start + match.index : end;
}

/** Reads `A牵头，B、C按职责分工负责，各县区`: each list of units takes its role from the verb after it. */
function readVerbs(source: SourceText, start: number, end: number): RoleLists {
  const lists: RoleList[] = [];
  let from = start;
  let after: UnitRole | null = null;
  let jointly = false;
  for (const match of source.text.slice(start, end).matchAll(VERB)) {
    const at = start + match.index;
    const verb = VERB_ROLE.find(([, pattern]) => pattern.test(match[0]))?.[0] ?? 'responsible';
    const found = listsBefore(source, from, at, after ?? roleBefore(verb));
    lists.push(...found);
    if (verb === 'with' && found.length > 0 && !lists.some((list) => list.role === 'lead')) jointly = true;
    after = verb === 'with' ? 'support' : null;
    from = at + match[0].length;
  }
  const rest = readUnits(source, from, end);
  if (rest.length > 0) lists.push({ role: after ?? 'responsible', units: rest });
  return { lists, jointly };
}

/** `A；B配合`: the verb is for the units after the last ；, and 配合 only for those after the last comma. */
function listsBefore(source: SourceText, start: number, end: number, role: UnitRole): RoleList[] {
  const words = source.text.slice(start, end).replace(/[，；、 ]+$/u, '');
  const mark = Math.max(words.lastIndexOf('；'), role === 'support' ? words.lastIndexOf('，') : -1);
  const middle = start + mark + 1;
  const before = mark > 0 ? readUnits(source, start, middle) : [];
  const units = readUnits(source, mark > 0 ? middle : start, end);
  return [
    ...(before.length > 0 ? [{ role: 'responsible' as const, units: before }] : []),
    ...(units.length > 0 ? [{ role, units }] : []),
  ];
}

function roleBefore(verb: UnitRole | 'with'): UnitRole {
  return verb === 'with' ? 'responsible' : verb;
}

/** Decides who leads and who supports, once all lists are known. */
function decideRoles(lists: readonly RoleList[], jointly: boolean, firstListedIsLead: boolean): Responsibility {
  const lead = distinct(lists.filter((list) => list.role === 'lead').flatMap((list) => list.units));
  const responsible = distinct(lists.filter((list) => list.role === 'responsible').flatMap((list) => list.units));
  const support = distinct(lists.filter((list) => list.role === 'support').flatMap((list) => list.units));
  if (lead.length > 0) return withLead('lead', lead, [...responsible, ...support], []);
  const [first, ...others] = responsible;
  if (!first)
    return {
      unitMode: support.length > 0 ? 'joint' : 'none',
      leadUnits: [],
      supportUnits: support,
      doubts: noLead(support),
    };
  if (firstListedIsLead || jointly) return withLead('first', [first], [...others, ...support], []);
  if (support.length > 0) {
    return withLead('lead', responsible, support, ['写的是“责任单位”，因另列配合单位，按牵头单位理解']);
  }
  if (others.length === 0) return withLead('sole', [first], [], []);
  return { unitMode: 'joint', leadUnits: [], supportUnits: responsible, doubts: noLead(responsible) };
}

function withLead(
  unitMode: UnitMode,
  lead: readonly UnitReading[],
  others: readonly UnitReading[],
  doubts: readonly string[],
): Responsibility {
  const names = new Set(lead.map((unit) => unit.name));
  const support = others.filter((unit) => !names.has(unit.name)).sort((a, b) => a.span.start - b.span.start);
  return { unitMode, leadUnits: lead, supportUnits: distinct(support), doubts };
}

function noLead(units: readonly UnitReading[]): string[] {
  return units.length > 1 ? ['列了多个单位而未写谁牵头，交办前请确定牵头单位'] : [];
}

function distinct(units: readonly UnitReading[]): UnitReading[] {
  return firstOfEach(units, ({ name }) => name);
}
