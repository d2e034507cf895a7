import {
  calendarEventSchemas,
  importSourceSchema,
  installationEventSchemas,
  ledgerEventSchemas,
  postEventSchemas,
  roleSchema,
  seriesEventSchemas,
  unitEventSchemas,
} from '#domain';
import { z } from 'zod';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { teller, type Teller, unitName } from './teller';

const practicePost = z.object({ role: roleSchema, unitId: z.string() });
/** The log's list gives the number of an import's tasks in place of the tasks. */
const importStarted = z.object({ source: importSourceSchema, taskCount: z.int() });

/** How events of ledgers, closing numbers, units, posts, calendars and the installation are told. */
export const REGISTER_TELLERS: Readonly<Record<string, Teller>> = {
  'ledger.created': teller(ledgerEventSchemas['ledger.created'], ({ name, code }) => ({
    done: T.ledgerCreated(name, code),
  })),
  'ledger.marked-practice': () => ({ done: T.ledgerPractice }),
  'ledger.import-started': teller(importStarted, ({ source, taskCount }) => ({
    done: T.importStarted(source.kind === 'manual' ? T.manualSource : T.titled(source.title), taskCount),
  })),
  'ledger.import-completed': teller(ledgerEventSchemas['ledger.import-completed'], ({ taskCount }) => ({
    done: T.importCompleted(taskCount),
  })),
  'number.reserved': teller(seriesEventSchemas['number.reserved'], ({ closingNumber }) => ({
    done: T.numberReserved(closingNumber),
  })),
  'number.used': teller(seriesEventSchemas['number.used'], ({ closingNumber }) => ({
    done: T.numberUsed(closingNumber),
  })),
  'number.voided': teller(seriesEventSchemas['number.voided'], ({ closingNumber, reason }) => ({
    done: T.numberVoided(closingNumber),
    quote: reason,
  })),
  'unit.created': teller(unitEventSchemas['unit.created'], ({ name }) => ({ done: T.unitCreated(name) })),
  'unit.renamed': teller(unitEventSchemas['unit.renamed'], ({ name, reason }) => ({
    done: T.unitRenamed(name),
    quote: reason,
  })),
  'unit.alias-added': teller(unitEventSchemas['unit.alias-added'], ({ alias }) => ({ done: T.unitAlias(alias) })),
  'post.granted': teller(postEventSchemas['post.granted'], ({ role, unitId }, told) => ({
    done: T.postGranted(WORDS.terms.roles[role], unitName(told, unitId)),
  })),
  'post.granted-for-practice': teller(practicePost, ({ role, unitId }, told) => ({
    done: T.practicePost(WORDS.terms.roles[role], unitName(told, unitId)),
  })),
  'post.revoked': teller(postEventSchemas['post.revoked'], ({ reason }) => ({ done: T.postRevoked, quote: reason })),
  'calendar.published': teller(calendarEventSchemas['calendar.published'], ({ calendar }) => ({
    done: T.calendarPublished(calendar.version),
  })),
  'installation.founded': teller(installationEventSchemas['installation.founded'], () => ({
    done: T.installationFounded,
  })),
};
