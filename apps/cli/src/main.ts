import 'reflect-metadata';
import { Argument, Command, CommanderError } from 'commander';
import { loadConfig, ROLES, TaizhangError } from '#platform';
import { BENCH_PARTS, type BenchPart } from './bench/parts';
import { note } from './output';

/** The command line. Commands are loaded when they are asked for, so that a small one starts fast. */
async function main(): Promise<void> {
  const program = commandLine();
  program
    .command('serve')
    .description('启动台账（npm start 即此命令）')
    .addArgument(
      new Argument('[role]', 'all：全部；api：只做接口；worker：只做后台；不写则按 TAIZHANG_ROLE').choices(ROLES),
    )
    .action(async (role: string | undefined) => {
      const { serve } = await import('./serve/serve.js');
      await serve(loadConfig(role === undefined ? process.env : { ...process.env, TAIZHANG_ROLE: role }));
    });
  program
    .command('demo')
    .description('演示：虚构的一座城市一年的台账，演完后启动（npm run demo 即此命令）')
    .option('--data <folder>', '演示数据文件夹', './taizhang-demo')
    .option('--fresh', '清除上次的演示，重新演一遍')
    .action(async (options: { data: string; fresh?: boolean }) => {
      const { demo } = await import('./demo/demo.js');
      await demo(process.env, { data: options.data, fresh: options.fresh === true });
    });
  program
    .command('read')
    .description('读取政策文件，列出其中的任务（不需要启动台账）')
    .argument('<file>', '政策文件（文本，UTF-8 或 GBK）')
    .option('--json', '输出 JSON')
    .action(async (file: string, options: { json?: boolean }) => {
      const { readFileCommand } = await import('./commands/read.js');
      await readFileCommand(file, options.json === true);
    });
  program
    .command('import')
    .description('将政策文件导入为台账')
    .argument('<file>', '政策文件（文本，UTF-8 或 GBK）')
    .requiredOption('--ledger <name>', '台账名称；没有则建立')
    .option('--code <code>', '任务编号前缀，大写字母和数字', 'RW')
    .option('--closing-prefix <prefix>', '销号文号的前缀', '销')
    .option(
      '--kind <kind>',
      '台账类别：reform 改革任务（不写即此）、rectification 问题整改、duties 责任清单、assessment 考核指标、livelihood 民生实事、supervision 督办事项',
    )
    .option('--create-units', '同时按文件中的名称建立单位')
    .action(async (file: string, options: unknown) => {
      const { importCommand } = await import('./commands/import.js');
      await importCommand(loadConfig(process.env), file, options);
    });
  program
    .command('rebuild')
    .description('由事件重建台账各表，完成后切换；日志由旧副本恢复、或数据库丢失之后也用它')
    .argument('[name]', '只重建这一个')
    .option('--fresh', '不接着上次中断的地方，从头重建')
    .action(async (name: string | undefined, options: { fresh?: boolean }) => {
      const { rebuildCommand } = await import('./commands/rebuild.js');
      await rebuildCommand(loadConfig(process.env), name, options.fresh === true);
    });
  program
    .command('roll-back')
    .description('回退到上一次重建之前的表')
    .argument('<name>', '要回退的表')
    .action(async (name: string) => {
      const { rollBackCommand } = await import('./commands/rebuild.js');
      await rollBackCommand(loadConfig(process.env), name);
    });
  program
    .command('projections')
    .description('核对台账各表与事件日志是否一致')
    .action(async () => {
      const { projectionsCommand } = await import('./commands/projections.js');
      await projectionsCommand(loadConfig(process.env));
    });
  program
    .command('verify')
    .description('核对事件日志的哈希链，逐条列出受损的流')
    .action(async () => {
      const { verifyCommand } = await import('./commands/verify.js');
      await verifyCommand(loadConfig(process.env));
    });
  program
    .command('backup')
    .description('备份：事件、佐证材料和账号写入一个文件（运行中或停止时都可以）')
    .argument('<file>', '备份文件，不能已经存在')
    .action(async (file: string) => {
      const { backupCommand } = await import('./commands/backup.js');
      await backupCommand(loadConfig(process.env), process.env, file);
    });
  program
    .command('restore')
    .description('把备份恢复到空的数据文件夹或数据库')
    .argument('<file>', '备份文件')
    .option('--without <stream>', '不恢复备份中不完整的这条流；有几条就写几次', also)
    .action(async (file: string, { without = [] }: { without?: readonly string[] }) => {
      const { restoreCommand } = await import('./commands/restore.js');
      await restoreCommand(loadConfig(process.env), process.env, file, without);
    });
  program
    .command('users')
    .description('账号：列出、重置口令，或任命安全管理员')
    .argument('[action]', 'list、reset-password 或 appoint', 'list')
    .argument('[loginName]', '登录名')
    .action(async (action: string, loginName: string | undefined) => {
      const { usersCommand } = await import('./commands/users.js');
      await usersCommand(loadConfig(process.env), action, loginName);
    });
  program
    .command('doctor')
    .description('检查运行环境和各项设置')
    .action(async () => {
      const { doctorCommand } = await import('./commands/doctor.js');
      await doctorCommand(process.env);
    });
  program
    .command('bench')
    .description('在本机测量速度和内存')
    .addArgument(
      new Argument(
        '[part]',
        'engine：引擎；http：十万项任务的页面；kurrent：日志在 KurrentDB（须设 EVENTSTORE_URL）；ledger：台账查询；log：一百万条事件；timers：十万条提醒同时到期',
      )
        .choices(BENCH_PARTS)
        .default('engine'),
    )
    .option('--json', '输出 JSON')
    .action(async (part: BenchPart, options: { json?: boolean }) => {
      const { benchCommand } = await import('./bench/bench.js');
      await benchCommand(part, options.json === true);
    });
  await program.parseAsync();
}

/** An option that may be given several times. */
function also(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** What commander itself would say in English. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};
const USAGE_FAULTS: Readonly<Record<string, string>> = {
  'commander.unknownCommand': '没有这个命令',
  'commander.unknownOption': '没有这个选项',
  'commander.missingArgument': '缺少参数',
  'commander.missingMandatoryOptionValue': '缺少必填的选项',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.excessArguments': '参数过多',
  'commander.invalidArgument': '参数不在可选范围内',
};

function commandLine(): Command {
  return new Command('taizhang')
    .description('台账：逐项挂账、交办、填报、核验、销号')
    .exitOverride()
    .configureOutput({ writeErr: (text) => (text.startsWith('error:') ? undefined : process.stderr.write(text)) })
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title })
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助');
}

/** One line for what a person can mend; the whole story for what is our own fault. */
function report(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
    const fault = USAGE_FAULTS[error.code];
    const quoted = /'([^']+)'/u.exec(error.message)?.[1];
    if (fault) note(`${fault}${quoted ? `：${quoted}` : ''}。请用 taizhang help 查看用法。（CLI.USAGE）`);
    return;
  }
  process.exitCode = 1;
  if (error instanceof TaizhangError) note(`${error.message}（${error.code}）`);
  else note(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

void main().catch(report);
