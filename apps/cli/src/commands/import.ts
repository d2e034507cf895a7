import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { type Actor, LEDGER_ACTS, readEvent, type RecordedEvent } from '#domain';
import { checkWhole, type EventStore } from '#event-store';
import { Act, CalendarSource, type CommandContext, CreateUnits, derivedId, newIdOf, ReactionRunner } from '#engine';
import { type ImportDraft, importOf, readPolicy } from '#documents';
import { type Config, NestLogger, TaizhangError } from '#platform';
import { engineOn, type Foundation } from '#runtime';
import { say } from '../output';
import { checkedDraft } from './checked-draft';
import { onFoundation } from './on-foundation';
import { bytesOf } from './read';

const {
  name: nameSchema,
  code: codeSchema,
  closingPrefix: prefixSchema,
  kind: kindSchema,
} = LEDGER_ACTS['ledger.create'].command.shape;

const optionsSchema = z.object({
  ledger: nameSchema,
  code: codeSchema,
  closingPrefix: prefixSchema,
  kind: kindSchema,
  createUnits: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** Whoever may read the data folder acts as the office; the record says that it was done at the command line. */
const OPERATOR: Actor = {
  accountId: derivedId('operator'),
  name: '命令行',
  posts: [
    {
      postId: derivedId('operator-post'),
      unitId: derivedId('operator-unit'),
      role: 'supervision-clerk',
      ledgerId: null,
    },
  ],
};

/** How long the drafts may take to follow from the import, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Makes a ledger of a policy document: the ledger if it is not there, its drafts, and on request the units it names.
 * @throws TaizhangError and DocumentError for what the person can mend; nothing is imported then
 */
export async function importCommand(config: Config, path: string, rawOptions: unknown): Promise<void> {
  const options = checkedOptions(rawOptions);
  const bytes = await bytesOf(path);
  await onFoundation(
    config,
    async (foundation) => {
      const app = await NestFactory.createApplicationContext(engineOn(foundation), {
        logger: new NestLogger(foundation.logger),
        abortOnError: false,
      });
      const reactions = app.get(ReactionRunner);
      try {
        const calendar = await app.get(CalendarSource).inForce();
        const draft = checkedDraft(importOf(readPolicy(bytes, calendar), bytes, basename(path)));
        const bus = app.get(CommandBus);
        const ledgerId = await ledgerFor(options, foundation, bus);
        if (await importedBefore(foundation, ledgerId, draft)) {
          say(`这份文件此前已导入台账“${options.ledger}”，没有重复导入。`);
          return;
        }
        if (options.createUnits) await createUnits(draft, bus);
        const importId = await startImport(ledgerId, draft, bus);
        reactions.start();
        await untilDrafted(foundation, ledgerId, importId);
        say(`已导入台账“${options.ledger}”：${draft.tasks.length} 项任务草稿，待逐项确认。`);
      } finally {
        await reactions.stop();
        await app.close();
      }
    },
    'writing',
  );
}

function checkedOptions(raw: unknown): Options {
  const options = optionsSchema.safeParse(raw);
  if (options.success) return options.data;
  const names = options.error.issues.map((issue) => `--${issue.path.join('.')}`).join('、');
  throw new TaizhangError(
    'CLI.USAGE',
    `${names} 的值不符合要求：编号前缀用大写字母和数字，名称不超过 100 字，类别照帮助中所列填写，请更正后重试。`,
  );
}

async function ledgerFor(options: Options, { store }: Foundation, bus: CommandBus): Promise<string> {
  const { ledger: name, code, closingPrefix, kind } = options;
  const ledgerId = derivedId('ledger-of-operator', name);
  if ((await ledgerEvents(store, ledgerId)).length > 0) return ledgerId;
  const command = { type: 'ledger.create', data: { name, code, closingPrefix, region: 'CN', kind } } as const;
  await bus.execute(
    new Act(
      { aggregate: 'ledger', id: ledgerId, command },
      contextFor('ledger', `${ledgerId} ${code} ${closingPrefix}`),
    ),
  );
  say(`已建立台账“${name}”。`);
  return ledgerId;
}

/** @throws EventLogError LOG.INTEGRITY for a ledger whose stream is broken; an import into any other goes on */
async function ledgerEvents(store: EventStore, ledgerId: string): Promise<RecordedEvent[]> {
  const stored = await store.readStream(`ledger-${ledgerId}`);
  checkWhole(stored);
  return stored.map(readEvent);
}

async function importedBefore({ store }: Foundation, ledgerId: string, { source }: ImportDraft): Promise<boolean> {
  return (await ledgerEvents(store, ledgerId)).some(
    (event) => event.type === 'ledger.import-started' && event.data.source.contentHash === source.contentHash,
  );
}

async function createUnits({ tasks }: ImportDraft, bus: CommandBus): Promise<void> {
  const names = tasks.flatMap(({ leadUnitNames, supportUnitNames }) => [...leadUnitNames, ...supportUnitNames]);
  const real = names.filter(({ collective }) => !collective).map(({ name }) => name);
  const { units } = await bus.execute(new CreateUnits([...new Set(real)], null, contextFor('units', real.join('\n'))));
  say(`已建立单位 ${units.filter(({ created }) => created).length} 个。`);
}

async function startImport(ledgerId: string, draft: ImportDraft, bus: CommandBus): Promise<string> {
  const context = contextFor('import', `${ledgerId} ${draft.source.contentHash ?? ''}`);
  const command = { type: 'ledger.import', data: draft } as const;
  await bus.execute(new Act({ aggregate: 'ledger', id: ledgerId, command }, context));
  return newIdOf(ledgerId, context.commandId);
}

/** The drafts follow by reaction, here or in the running product. */
async function untilDrafted({ store }: Foundation, ledgerId: string, importId: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 100) {
    const events = await ledgerEvents(store, ledgerId);
    if (events.some((event) => event.type === 'ledger.import-completed' && event.data.importId === importId)) return;
    await sleep(100);
  }
  throw new TaizhangError('LEDGER.IMPORT_RUNNING', '任务草稿仍在生成，导入没有丢失，请稍后在台账中查看。');
}

/** The same document into the same ledger is the same command, so that running it twice imports once. */
function contextFor(part: string, subject: string): CommandContext {
  const commandId = derivedId('operator', part, subject);
  return { actor: OPERATOR, commandId, correlationId: commandId, causationId: null };
}
