import { z } from 'zod';
import { type DamagedStream, type StreamName } from '../port';
import { type DamageBook } from './damage-book';
import { type KurrentReader } from './kurrent-reader';
import { jsonOf, type ServerRecord, streamNameOf } from './kurrent-records';
import { LastingSubscription, type SubscriptionParts } from './lasting-subscription';
import { type StreamNames } from './stream-names';
import { type StreamTails } from './stream-tails';

/** What makes the server forget events: by age, by number, before a revision. A soft deletion is a `$tb` beyond all. */
const forgetting = z.object({
  $maxAge: z.unknown().optional(),
  $maxCount: z.unknown().optional(),
  $tb: z.unknown().optional(),
});

/** A larger `$tb` stands for a deletion: no stream has so many events. */
const LARGEST_REVISION = 2 ** 31;

/** What a watch stands on. */
export interface WatchParts {
  readonly reader: KurrentReader;
  readonly names: StreamNames;
  readonly damage: DamageBook;
  readonly tails: StreamTails;
  readonly subscription: Omit<SubscriptionParts, 'prefix'>;
}

/**
 * Hears what the server is told about the streams of the ledgers: to forget events by age, number or place, or to delete
 * them. It knows all of it once it is live; before that a stream is asked about when it is first written to.
 */
export class StreamWatch {
  private live = false;
  private readonly subscription: LastingSubscription;
  private running: Promise<void> | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly parts: WatchParts) {
    const { names, subscription } = parts;
    this.subscription = new LastingSubscription(
      { ...subscription, prefix: names.metadataPrefix },
      {
        confirmed: async () => undefined,
        record: (record) => this.hear(record),
        caughtUp: () => void this.finish(),
        down: () => (this.live = false),
        hasMore: async () => {
          // A server that does not say when all has come has said all once it is silent for so long.
          if (!this.live) await this.finish();
          return false;
        },
      },
      null,
    );
  }

  /** True once all metadata on the server has been read. */
  get isLive(): boolean {
    return this.live;
  }

  /** Begins; further calls do nothing. */
  start(): void {
    this.running ??= this.subscription.run();
  }

  /** Begins again from the log's beginning: it has another past. */
  restart(): void {
    this.live = false;
    this.subscription.restart(null);
  }

  /** Resolves once it is live, or after so many milliseconds. */
  async through(milliseconds: number): Promise<void> {
    if (this.live) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.waiting.add(done);
    });
  }

  /** Asks about one stream. @throws EventLogError LOG.STREAM_LOST when the server was told to forget or delete it */
  async check(stream: StreamName): Promise<void> {
    this.judge(stream, await this.parts.reader.toldAbout(stream));
    this.parts.damage.check(stream);
  }

  async end(): Promise<void> {
    await this.running;
  }

  private hear(record: ServerRecord): void {
    const stream = this.parts.names.ofMetadata(streamNameOf(record));
    if (stream !== undefined) this.judge(stream, jsonOf(record.getData_asU8()));
  }

  private judge(stream: StreamName, told: unknown): void {
    const { damage, tails } = this.parts;
    const settings = forgetting.safeParse(told);
    if (!settings.success) return;
    const { $maxAge, $maxCount, $tb } = settings.data;
    if (typeof $tb === 'number' && $tb > LARGEST_REVISION) damage.note(deleted(stream));
    else if ([$maxAge, $maxCount, $tb].some((value) => value !== undefined && value !== null)) {
      damage.note(forgotten(stream));
    } else {
      damage.withdraw(stream);
    }
    // Whatever was known of its events may hold no longer: the next write reads it from its beginning.
    tails.forget(stream);
  }

  /** Tombstones are in the streams themselves, where only who follows them would see a new one: the old ones are looked for. */
  private async finish(): Promise<void> {
    try {
      await this.parts.reader.findDeleted();
    } catch {
      // The server is away; it is looked for again once the subscription stands anew.
      return;
    }
    this.live = true;
    for (const done of [...this.waiting]) done();
  }
}

function deleted(stream: StreamName): DamagedStream {
  const message = `事件库中流 ${stream} 已被删除，已停止写入；请在清理磁盘（scavenge）之前去掉该流元数据中的 $tb（服务器会先补写一个，须再去掉一次），或从备份恢复到新的事件库。`;
  return { stream, damage: 'lost', revision: 0, message };
}

function forgotten(stream: StreamName): DamagedStream {
  const message = `事件库对流 ${stream} 设置了自动清理（$maxAge、$maxCount 或 $tb），历史会丢失，已停止写入；请在事件库中取消该设置，取消后自动恢复。`;
  return { stream, damage: 'lost', revision: 0, message };
}
