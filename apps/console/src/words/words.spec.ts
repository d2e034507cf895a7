import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const source = resolve(__dirname, '..');

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/u.test(path) && !path.endsWith('.spec.ts') && !path.endsWith('.d.ts'));
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, '');

const isOfWords = (path: string): boolean =>
  path.startsWith(join(source, 'words')) || /^acts\/[\w-]+\/words\.ts$/u.test(relative(source, path));

describe('the words on the screens', () => {
  it('stand in this folder and in the words of each act, and nowhere else', () => {
    const elsewhere = filesOf(source).filter(
      (path) => !isOfWords(path) && /\p{Script=Han}/u.test(withoutComments(readFileSync(path, 'utf8'))),
    );
    expect(elsewhere.map((path) => relative(source, path))).toEqual([]);
  });

  it('are those of the office, not those of the program', () => {
    const engine = /指纹|封印|事件|命令|请求编号|投影|读模型|哈希|幂等|修订号|队列|位点/u;
    const found = filesOf(source)
      .filter(isOfWords)
      .flatMap((path) =>
        withoutComments(readFileSync(path, 'utf8'))
          .split('\n')
          .filter((line) => engine.test(line)),
      );
    expect(found).toEqual([]);
  });

  it('have one word for one idea', () => {
    const others = /提请|督查人员|承办人|督办人员|限期|[原新]期限|办结|结案|最近时限|下一时限/u;
    const found = filesOf(source).filter(
      (path) => isOfWords(path) && others.test(withoutComments(readFileSync(path, 'utf8'))),
    );
    expect(found.map((path) => relative(source, path))).toEqual([]);
  });

  it('greet nobody, shout at nobody and boast of nothing', () => {
    const texts = filesOf(source)
      .filter(isOfWords)
      .map((path) => withoutComments(readFileSync(path, 'utf8')));
    expect(texts.join('\n').match(/您好|！|操作成功|请稍后再试/gu) ?? []).toEqual([]);
  });
});
