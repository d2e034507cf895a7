import { type Config, type TaizhangError } from '#platform';
import { type FirstSignIn, type StartListener } from '#runtime';
import { say } from '../output';
import { type Program } from './program';

/** What is said of. */
export interface StartLinesParts {
  readonly program: Pick<Program, 'role'>;
  readonly config: Pick<Config, 'databaseUrl' | 'dataFolder'>;
  /** Where the first password was left, once it was. */
  readonly signIn: () => FirstSignIn | null;
  /** Says more once the address is known. */
  readonly greet?: (() => void) | undefined;
}

/** What a start says at the terminal. */
export class StartLines implements StartListener {
  /** Where the program listens. */
  address = '';
  private introduced = false;
  private toldSignIn = false;

  constructor(private readonly parts: StartLinesParts) {}

  /** An api without its worker serves what the tables hold, so its address is told already. */
  waiting({ message }: TaizhangError): void {
    say(this.parts.program.role === 'api' ? `${message}接口地址：${this.address}` : message);
  }

  trouble({ code, message }: TaizhangError): void {
    if (!this.introduced) say(`台账已启动但尚未就绪，在下述问题解决之前可能只能查看：${this.address}`);
    say(`${message}（${code}）`);
    this.introduce();
  }

  ready(): void {
    const worker = this.parts.program.role === 'worker';
    say(worker ? `台账后台进程已就绪（健康检查：${this.address}）` : `台账已就绪：${this.address}`);
    this.introduce();
  }

  private introduce(): void {
    const { config, greet } = this.parts;
    if (!this.introduced && !config.databaseUrl) say(`数据文件夹：${config.dataFolder}`);
    this.saySignIn();
    if (!this.introduced) {
      greet?.();
      say('按 Ctrl-C 停止。');
    }
    this.introduced = true;
  }

  private saySignIn(): void {
    const first = this.parts.signIn();
    if (this.toldSignIn || !first) return;
    this.toldSignIn = true;
    say(`首次登录：登录名 ${first.loginName}，一次性口令在文件 ${first.passwordFile} 中（仅本机当前用户可读）。`);
  }
}
