import { type Config } from '#platform';
import { checkTallies, readFormer, type TallyFinding } from '#projections';
import { projectorsOn } from '#runtime';
import { say } from '../output';
import { progressBar } from '../progress-bar';
import { onFoundation } from './on-foundation';

const VERDICTS: Readonly<Record<TallyFinding['verdict'], string>> = {
  complete: '与事件日志一致',
  different: '与事件日志不一致，请用 taizhang rebuild 重建',
};

/** Holds what has gone into each projection's tables against the log. Exit code 2 when one of them differs. */
export async function projectionsCommand(config: Config): Promise<void> {
  await onFoundation(config, async ({ store, pool }) => {
    const bar = progressBar('核对 {value} 条事件 用时 {duration_formatted}');
    const projectors = projectorsOn(store, pool);
    const findings = await checkTallies(store, pool, projectors, (events) => bar.update(events)).finally(() =>
      bar.stop(),
    );
    const former = await readFormer(pool);
    for (const finding of findings) say(lineOf(finding, former.get(finding.checkpoint.name)?.version));
    if (findings.some(({ verdict }) => verdict === 'different')) process.exitCode = 2;
  });
}

function lineOf({ checkpoint, expected, verdict }: TallyFinding, former: number | undefined): string {
  const { name, version, tally, stopped } = checkpoint;
  const counted = `已处理 ${tally.events} 条，日志 ${expected.events} 条`;
  const kept = former === undefined ? '' : `；留有上一版（第 ${former} 版）`;
  return `${name}（第 ${version} 版）：${counted}，${VERDICTS[verdict]}${kept}${stopped ? `；已停止：${stopped.message}` : ''}`;
}
