import {
  ACCOUNT_EVENTS,
  CALENDAR_EVENTS,
  DEPARTURE_EVENTS,
  importSourceSchema,
  INSTALLATION_EVENTS,
  LEDGER_EVENTS,
  LEDGER_KINDS,
  POLICY_EVENTS,
  NUMBERING_EVENTS,
  roleSchema,
  SERIES_EVENTS,
  STREAK_EVENTS,
  UNIT_EVENTS,
} from '#domain';
import { z } from 'zod';
import { policyVersionWord, sentence, type Sentences, type Told, unitName, unitNames } from '../telling';
import { WORDS } from '../words';
import { EVENT_WORDS } from '../words/events.words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';

/** Who else decided it, where that has to be said. */
const SECONDS = { unneeded: '', approved: T.seconded, unable: T.alone, giver: T.byGiver } as const;

const practicePost = z.object({ role: roleSchema, unitId: z.string() });
/** The log's list gives the number of an import's tasks in place of the tasks. */
const importStarted = z.object({ source: importSourceSchema, taskCount: z.int() });

const {
  titles,
  values: { ledgerNumbers, departures },
} = EVENT_WORDS;

/** Whose account an event is about. */
function concerned({ entry }: Told): string {
  return entry.concerns?.name ?? '';
}

/** How the events of all aggregates but tasks are told. */
export const REGISTER_SENTENCES: Sentences = {
  'ledger.created': sentence({
    title: titles['ledger.created'],
    schema: LEDGER_EVENTS['ledger.created'].schema,
    tell: ({ name, code }) => ({
      done: T.ledgerCreated(name, code),
    }),
  }),
  'ledger.classified': sentence({
    title: titles['ledger.classified'],
    schema: LEDGER_EVENTS['ledger.classified'].schema,
    tell: ({ kind }) => ({ done: T.ledgerClassified(LEDGER_KINDS[kind].word) }),
  }),
  'ledger.marked-practice': sentence({
    title: titles['ledger.marked-practice'],
    schema: z.unknown(),
    tell: () => ({ done: T.ledgerPractice }),
  }),
  'ledger.import-started': sentence({
    title: titles['ledger.import-started'],
    schema: importStarted,
    tell: ({ source, taskCount }) => ({
      done: T.importStarted(source.kind === 'manual' ? T.manualSource : T.titled(source.title), taskCount),
    }),
  }),
  'ledger.import-completed': sentence({
    title: titles['ledger.import-completed'],
    schema: LEDGER_EVENTS['ledger.import-completed'].schema,
    tell: ({ taskCount }) => ({
      done: T.importCompleted(taskCount),
    }),
  }),
  'number.reserved': sentence({
    title: titles['number.reserved'],
    schema: SERIES_EVENTS['number.reserved'].schema,
    tell: ({ closingNumber }) => ({
      done: T.numberReserved(closingNumber),
    }),
  }),
  'number.used': sentence({
    title: titles['number.used'],
    schema: SERIES_EVENTS['number.used'].schema,
    tell: ({ closingNumber }) => ({
      done: T.numberUsed(closingNumber),
    }),
  }),
  'number.voided': sentence({
    title: titles['number.voided'],
    schema: SERIES_EVENTS['number.voided'].schema,
    tell: ({ closingNumber, reason }) => ({
      done: T.numberVoided(closingNumber),
      quote: reason,
    }),
  }),
  'numbering.reserved': sentence({
    title: titles['numbering.reserved'],
    schema: NUMBERING_EVENTS['numbering.reserved'].schema,
    tell: ({ kind, number, ledgerName }) => ({
      done: T.ledgerNumberReserved(ledgerNumbers[kind], number, ledgerName),
    }),
  }),
  'numbering.used': sentence({
    title: titles['numbering.used'],
    schema: NUMBERING_EVENTS['numbering.used'].schema,
    tell: ({ kind, number }) => ({ done: T.ledgerNumberUsed(ledgerNumbers[kind], number) }),
  }),
  'numbering.released': sentence({
    title: titles['numbering.released'],
    schema: NUMBERING_EVENTS['numbering.released'].schema,
    tell: ({ kind, number, reason }) => ({
      done: T.ledgerNumberReleased(ledgerNumbers[kind], number),
      quote: reason,
    }),
  }),
  'streak.lengthened': sentence({
    title: titles['streak.lengthened'],
    schema: STREAK_EVENTS['streak.lengthened'].schema,
    tell: ({ unitId, length, climb, reached }, told) => ({
      done: T.streakLengthened(unitName(told, unitId), length, climb.due) + (reached ? T.streakReached : ''),
    }),
  }),
  'streak.restored': sentence({
    title: titles['streak.restored'],
    schema: STREAK_EVENTS['streak.restored'].schema,
    tell: ({ unitId, length, reached }, told) => ({
      done: T.streakRestored(unitName(told, unitId), length) + (reached ? T.streakReached : ''),
    }),
  }),
  'streak.ended': sentence({
    title: titles['streak.ended'],
    schema: STREAK_EVENTS['streak.ended'].schema,
    tell: ({ unitId }, told) => ({ done: T.streakEnded(unitName(told, unitId)) }),
  }),
  'unit.created': sentence({
    title: titles['unit.created'],
    schema: UNIT_EVENTS['unit.created'].schema,
    tell: ({ name }) => ({ done: T.unitCreated(name) }),
  }),
  'unit.renamed': sentence({
    title: titles['unit.renamed'],
    schema: UNIT_EVENTS['unit.renamed'].schema,
    tell: ({ name, reason }) => ({
      done: T.unitRenamed(name),
      quote: reason,
    }),
  }),
  'unit.alias-added': sentence({
    title: titles['unit.alias-added'],
    schema: UNIT_EVENTS['unit.alias-added'].schema,
    tell: ({ alias }) => ({ done: T.unitAlias(alias) }),
  }),
  'post.granted': sentence({
    title: titles['post.granted'],
    schema: ACCOUNT_EVENTS['post.granted'].schema,
    tell: ({ role, unitId, inCharge, second }, told) => {
      const units = unitNames(told, inCharge);
      const post = T.postGranted(WORDS.terms.roles[role], unitName(told, unitId), concerned(told));
      return { done: `${post}${units === null ? '' : T.inCharge(units)}${SECONDS[second]}` };
    },
  }),
  'post.charge-set': sentence({
    title: titles['post.charge-set'],
    schema: ACCOUNT_EVENTS['post.charge-set'].schema,
    tell: ({ inCharge }, told) => ({ done: T.chargeSet(concerned(told), unitNames(told, inCharge) ?? T.chargeAll) }),
  }),
  'account.created': sentence({
    title: titles['account.created'],
    schema: ACCOUNT_EVENTS['account.created'].schema,
    tell: (_, told) => ({ done: T.accountCreated(concerned(told)) }),
  }),
  'account.password-changed': sentence({
    title: titles['account.password-changed'],
    schema: ACCOUNT_EVENTS['account.password-changed'].schema,
    tell: (_, told) => ({ done: T.passwordChanged(concerned(told)) }),
  }),
  'account.proposed': sentence({
    title: titles['account.proposed'],
    schema: ACCOUNT_EVENTS['account.proposed'].schema,
    tell: ({ asked, reason }, told) => ({
      quote: reason,
      done: T.accountAsked(
        asked.act === 'account.reset-password'
          ? T.resetAsked(concerned(told))
          : T.postGranted(WORDS.terms.roles[asked.post.role], unitName(told, asked.post.unitId), concerned(told)),
      ),
    }),
  }),
  'account.decided': sentence({
    title: titles['account.decided'],
    schema: ACCOUNT_EVENTS['account.decided'].schema,
    tell: ({ result, reason }, told) => ({ done: T.accountDecided[result](concerned(told)), quote: reason }),
  }),
  'account.password-reset': sentence({
    title: titles['account.password-reset'],
    schema: ACCOUNT_EVENTS['account.password-reset'].schema,
    tell: ({ second, at, reason }, told) => {
      const reset = at === 'machine' ? T.passwordResetAtMachine : T.passwordReset;
      return { done: `${reset(concerned(told))}${SECONDS[second]}`, quote: reason };
    },
  }),
  'account.disabled': sentence({
    title: titles['account.disabled'],
    schema: ACCOUNT_EVENTS['account.disabled'].schema,
    tell: (_, told) => ({ done: T.accountDisabled(concerned(told)) }),
  }),
  'account.enabled': sentence({
    title: titles['account.enabled'],
    schema: ACCOUNT_EVENTS['account.enabled'].schema,
    tell: (_, told) => ({ done: T.accountEnabled(concerned(told)) }),
  }),
  'post.granted-for-practice': sentence({
    title: titles['post.granted-for-practice'],
    schema: practicePost,
    tell: ({ role, unitId }, told) => ({
      done: T.practicePost(WORDS.terms.roles[role], unitName(told, unitId)),
    }),
  }),
  'post.revoked': sentence({
    title: titles['post.revoked'],
    schema: ACCOUNT_EVENTS['post.revoked'].schema,
    tell: ({ role, unitId, reason }, told) => ({
      done: T.postRevoked(WORDS.terms.roles[role], unitName(told, unitId), concerned(told)),
      quote: reason,
    }),
  }),
  'departure.begun': sentence({
    title: titles['departure.begun'],
    schema: DEPARTURE_EVENTS['departure.begun'].schema,
    tell: ({ leaving }, told) => ({ done: T.departureBegun(concerned(told), departures[leaving.act]) }),
  }),
  'departure.ended': sentence({
    title: titles['departure.ended'],
    schema: DEPARTURE_EVENTS['departure.ended'].schema,
    tell: ({ refused }, told) =>
      refused === null
        ? { done: T.departureDone(concerned(told)) }
        : { done: T.departureRefused(concerned(told)), quote: refused },
  }),
  'calendar.published': sentence({
    title: titles['calendar.published'],
    schema: CALENDAR_EVENTS['calendar.published'].schema,
    tell: ({ calendar, reason }) => ({
      done: T.calendarPublished(calendar.version),
      quote: reason,
    }),
  }),
  'policy.published': sentence({
    title: titles['policy.published'],
    schema: POLICY_EVENTS['policy.published'].schema,
    tell: ({ policy, holds, reason, second = 'unneeded' }) => ({
      done: `${T.policyPublished(policyVersionWord(policy.version), EVENT_WORDS.values.holds[holds])}${SECONDS[second]}`,
      quote: reason,
    }),
  }),
  'policy.lowering-asked': sentence({
    title: titles['policy.lowering-asked'],
    schema: POLICY_EVENTS['policy.lowering-asked'].schema,
    tell: ({ reason }) => ({ done: T.loweringAsked, quote: reason }),
  }),
  'installation.founded': sentence({
    title: titles['installation.founded'],
    schema: INSTALLATION_EVENTS['installation.founded'].schema,
    tell: () => ({
      done: T.installationFounded,
    }),
  }),
};
