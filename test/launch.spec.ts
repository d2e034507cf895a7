import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** As little as makes the compiler quick; the rest of the real settings is of no matter here. */
const compilerOptions = {
  module: 'node20',
  customConditions: ['taizhang-source'],
  lib: ['es5'],
  types: [],
  rootDir: '.',
  incremental: true,
};

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The launcher in a house of two files, so that compiling takes a moment and not seconds. */
describe('launch.mjs', () => {
  let house: string;
  const main = 'apps/cli/src/main.ts';

  beforeEach(async () => {
    house = await mkdtemp(join(tmpdir(), 'taizhang-launch-'));
    await mkdir(join(house, 'apps/cli'), { recursive: true });
    for (const name of ['apps/cli/launch.mjs', 'package.json']) await cp(join(root, name), join(house, name));
    await write('tsconfig.json', '{}');
    await write(
      'tsconfig.build.json',
      JSON.stringify({ compilerOptions, include: ['apps', 'libs'], exclude: ['**/*.spec.ts'] }),
    );
    await mkdir(join(house, 'node_modules'));
    await symlink(join(root, 'node_modules/typescript'), join(house, 'node_modules/typescript'));
    await write('libs/domain/src/index.ts', `export const word: string = '挂账';`);
    await write(
      'libs/domain/src/world.d.ts',
      'declare const process: { stdout: { write(text: string): void }; argv: string[] };',
    );
    await write(main, `import { word } from '#domain'; process.stdout.write(word + process.argv.slice(2).join());`);
  });

  afterEach(() => rm(house, { recursive: true, force: true }));

  async function write(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(house, name)), { recursive: true });
    await writeFile(join(house, name), text);
  }

  function launch(...args: string[]): Promise<Outcome> {
    return new Promise((settle) => {
      execFile(process.execPath, ['apps/cli/launch.mjs', ...args], { cwd: house }, (error, stdout, stderr) => {
        settle({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });
  }

  it('compiles once, says so on standard error only, and passes the arguments on', async () => {
    expect(await launch('read', '--json')).toEqual({ code: 0, stdout: '挂账read,--json', stderr: '正在编译…\n' });
    expect(await launch()).toEqual({ code: 0, stdout: '挂账', stderr: '' });
  });

  it('compiles again when a source has changed, and not for a spec', async () => {
    await launch();
    await write('libs/domain/src/index.spec.ts', 'not even TypeScript');
    expect(await launch()).toEqual({ code: 0, stdout: '挂账', stderr: '' });
    await write('libs/domain/src/index.ts', `export const word: string = '销号';`);
    expect(await launch()).toEqual({ code: 0, stdout: '销号', stderr: '正在编译…\n' });
  });

  it('forgets what was compiled from a source that is gone', async () => {
    await write('libs/domain/src/gone.ts', 'export const gone = 1;');
    await launch();
    expect(await readdir(join(house, 'dist/libs/domain/src'))).toContain('gone.js');
    await rm(join(house, 'libs/domain/src/gone.ts'));
    expect((await launch()).stderr).toBe('正在编译…\n');
    expect(await readdir(join(house, 'dist/libs/domain/src'))).not.toContain('gone.js');
  });

  it('shows the compiler what is wrong, ends with an error and keeps the last good build', async () => {
    await launch();
    const good = await readFile(join(house, 'dist/apps/cli/src/main.js'), 'utf8');
    await write(main, 'const count: number = "one";');
    const failed = await launch();
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect(failed.stderr).toMatch(/apps\/cli\/src\/main\.ts.*TS2322[\s\S]*编译失败/);
    expect((await launch()).code).toBe(2);
    expect(await readFile(join(house, 'dist/apps/cli/src/main.js'), 'utf8')).toBe(good);
  });

  it('lets several starts at once compile once, and all of them run', async () => {
    const outcomes = await Promise.all([launch('a'), launch('b'), launch('c')]);
    expect(outcomes.map(({ stdout }) => stdout).sort()).toEqual(['挂账a', '挂账b', '挂账c']);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    const left = await readdir(join(house, 'node_modules/.cache/taizhang'));
    expect(left.sort()).toEqual(['build', 'build.tsbuildinfo', 'lock']);
  });

  it('bundles the console beside, and only when something of it has changed', async () => {
    await write('apps/console/vite.config.mts', '');
    await write(
      'node_modules/vite/bin/vite.js',
      `const { mkdirSync, writeFileSync } = require('node:fs');
       const folder = process.argv[process.argv.indexOf('--outDir') + 1];
       mkdirSync(folder, { recursive: true });
       writeFileSync(folder + '/index.html', String(process.hrtime.bigint()));`,
    );
    const bundled = (): Promise<string> => readFile(join(house, 'dist/console/index.html'), 'utf8');
    await launch();
    const first = await bundled();
    // A folder of the server that happens to have the same name is the server's.
    await write('apps/api/src/console/pages.ts', `export const pages: string = 'again';`);
    await write(main, `import { pages } from '../../api/src/console/pages'; process.stdout.write(pages);`);
    expect((await launch()).stdout).toBe('again');
    expect(await bundled()).toBe(first);
    await write('apps/console/src/page.tsx', 'export {};');
    expect((await launch()).stderr).toBe('正在编译…\n');
    expect(await bundled()).not.toBe(first);
  });

  it('asks for npm ci where the compiler is missing', async () => {
    await rm(join(house, 'node_modules'), { recursive: true });
    const failed = await launch();
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('npm ci');
  });
});
