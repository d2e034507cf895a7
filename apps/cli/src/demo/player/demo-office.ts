import { setTimeout as pause } from 'node:timers/promises';
import { COMMAND_ROUTES } from '#contracts';
import {
  ACCOUNT_ACTS,
  type Actor,
  ENGINE_ACTOR,
  isEventOf,
  permittingPost,
  type Post,
  readEvent,
  type Step,
  TASK_EVENTS,
} from '#domain';
import { Act, type CommandContext, type CommandOutcome, derivedId, EvidenceStore } from '#engine';
import { type ControlledClock } from '#platform';
import { postsOf } from '#projections';
import { type Foundation } from '#runtime';
import { type Program } from '../../serve/program';
import { type DemoFile, fileOf } from '../content/evidence-files';
import { type DemoPerson } from '../content/people';
import { demoCommandId } from '../story/demo-ids';

/** How often it is looked whether a child is there, and the milliseconds in between: half a minute in all. */
const MOST_TRIES = 3_000;
const BETWEEN_TRIES = 10;

/** What a story is played on. */
export interface DemoStage {
  readonly foundation: Foundation;
  readonly program: Program;
  readonly clock: ControlledClock;
  readonly seed: number;
}

interface Member {
  readonly accountId: string;
  readonly name: string;
  /** Null until read, and again after a post was granted or revoked. */
  posts: readonly Post[] | null;
}

/** The id of a person's account. */
export function demoAccountId(loginName: string): string {
  return derivedId('demo-account', loginName);
}

/**
 * The people at work: what they do goes the way of the API, by its routes and schemas, over the command bus, under the
 * posts that they hold. Nothing is done in the engine's name.
 */
export class DemoOffice {
  private readonly members = new Map<string, Member>();
  private sent = 0;

  constructor(readonly stage: DemoStage) {}

  /** Makes a person's account and has the person change the password that the administrator gave. */
  async employ({ loginName, name }: DemoPerson, by: string, password: string): Promise<void> {
    const { accounts } = this.stage.foundation.identity;
    const accountId = demoAccountId(loginName);
    const made = ACCOUNT_ACTS['account.create'].step(accountId, {});
    const { oneTimePassword } = await accounts.createAccount({ accountId, loginName, displayName: name });
    await accounts.changePassword({ accountId, currentPassword: oneTimePassword ?? '', newPassword: password });
    await this.records(made, await this.actorOf(by), `account ${loginName}`);
    await this.records(
      ACCOUNT_ACTS['account.note-password'].step(accountId, {}),
      ENGINE_ACTOR,
      `password ${loginName}`,
    );
    this.introduce(loginName, { accountId, name });
  }

  private async records(step: Step, actor: Actor, part: string): Promise<void> {
    const commandId = demoCommandId(this.stage.seed, part);
    const context = { actor, commandId, correlationId: commandId, causationId: null };
    await this.stage.program.bus.execute(new Act(step, context));
  }

  /** Makes an account known that is there already. */
  introduce(loginName: string, { accountId, name }: Pick<Member, 'accountId' | 'name'>): void {
    this.members.set(loginName, { accountId, name, posts: null });
  }

  /**
   * Sends a command in somebody's name.
   * @throws CommandRefused, and ZodError for a body that the route does not take
   */
  async does(by: string, operation: string, id: string | null, body: object, part?: string): Promise<CommandOutcome> {
    const actor = await this.actorOf(by);
    const commandId = demoCommandId(this.stage.seed, part ?? `act ${(this.sent += 1)}`);
    const context: CommandContext = { actor, commandId, correlationId: commandId, causationId: null };
    const route = COMMAND_ROUTES.find((each) => each.operation === operation);
    if (!route) throw new RangeError(`there is no route for ${operation}`);
    const outcome = await this.stage.program.bus.execute(new Act(route.act.step(id, body), context));
    if (operation.startsWith('account.')) for (const member of this.members.values()) member.posts = null;
    return outcome;
  }

  /** Uploads files in somebody's name, for a report to name. */
  async uploads(by: string, files: readonly DemoFile[]): Promise<object[]> {
    const actor = await this.actorOf(by);
    this.permit(actor, 'evidence.upload');
    const store = this.stage.program.http.get(EvidenceStore, { strict: false });
    const stored: object[] = [];
    for (const { fileName, content } of files.map(fileOf)) {
      stored.push({ ...(await store.put(content, actor.accountId)), fileName });
    }
    return stored;
  }

  /** Waits until read models show everything that was recorded. */
  async settled(...projections: readonly string[]): Promise<void> {
    const { foundation, program } = this.stage;
    const head = await foundation.store.head();
    if (head !== null) await program.projections.waitFor(projections, head, { timeoutMs: 60_000 });
  }

  /**
   * Waits until a task that was split has its children. A reaction makes them after the command: the clock of the story went on
   * meanwhile, and their first events were recorded on another day than the split.
   */
  async childrenBegun(taskId: string): Promise<void> {
    const { store } = this.stage.foundation;
    const events = (await store.readStream(`task-${taskId}`)).map(readEvent);
    const made = events.findLast((event) => isEventOf('task', event) && event.type === 'task.split');
    const children = made?.type === 'task.split' ? made.data.children : [];
    for (const child of children) await this.assigned(child.taskId);
  }

  private async assigned(taskId: string): Promise<void> {
    const { store } = this.stage.foundation;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const events = await store.readStream(`task-${taskId}`);
      if (events.some(({ type }) => type === TASK_EVENTS['task.assigned'].type)) return;
      await pause(BETWEEN_TRIES);
    }
    throw new Error(`the child ${taskId} was not made`);
  }

  /** A person with the posts that they hold, by the register. */
  async actorOf(loginName: string): Promise<Actor> {
    const member = this.members.get(loginName);
    if (!member) throw new RangeError(`nobody is called ${loginName}`);
    if (member.posts === null) {
      await this.settled('posts');
      member.posts = await postsOf(this.stage.foundation.pool, member.accountId);
    }
    return { accountId: member.accountId, name: member.name, posts: member.posts };
  }

  private permit(actor: Actor, operation: 'evidence.upload'): void {
    if (!permittingPost(actor, operation, {})) throw new Error(`${actor.name} may not do ${operation}`);
  }
}
