import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { ON_ACCOUNT, statusWord, TASK_ACTS, TASK_STATUSES } from '#domain';
import { approved, soundBody, taskIn, usualActor } from '../libs/domain/testing';

// Keeps the documents true in what can be checked: names, links, and the picture of the lifecycle.
const root = join(__dirname, '..');
const READMES = ['README.md', 'README.zh-CN.md'] as const;
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', 'taizhang-data']);

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

function found(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

/** Every document, as a path from the root. */
function documents(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : documents(path);
    return entry.name.endsWith('.md') ? [relative(root, path)] : [];
  });
}

function rooms(): string[] {
  const folders = readdirSync(join(root, 'libs'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).filter((name) => existsSync(join(root, 'libs', name, 'src', 'index.ts')));
}

/**
 * Where each act leads a task with one lead unit: `from>to word`. An act that is open in every status on the account is drawn once,
 * from `any_open`.
 */
function arrowsOfTheActs(): string[] {
  return Object.values(TASK_ACTS).flatMap(({ type, from, to, word }) => {
    if (type === 'task.draft' || to.includes('back')) return [];
    const everywhere = ON_ACCOUNT.every((status) => from.includes(status));
    const arrows = from.flatMap((start) => {
      const outcome = taskIn(start).when(type, soundBody(type), { by: usualActor(type) });
      // What needs a second person is drawn with the word of what was asked for.
      const state = outcome.result.kind === 'events' ? approved(outcome.next).state : null;
      const drawnFrom = everywhere && ON_ACCOUNT.includes(start) ? 'any_open' : start;
      return state === null || state.status === start ? [] : [`${drawnFrom}>${state.status} ${word}`];
    });
    return [...new Set(arrows)];
  });
}

function diagramOf(text: string): string {
  return /```mermaid\nstateDiagram-v2\n([\s\S]*?)```/u.exec(text)?.[1] ?? '';
}

describe.each(READMES)('%s', (path) => {
  const text = read(path);

  it('explains every variable of the configuration, and no other', () => {
    const variables = found(/^ {2}([A-Z][A-Z_]+): /gmu, read('libs/platform/src/config.ts'));
    const rows = found(/^\| `([A-Z][A-Z_]+)` +\|/gmu, text);
    expect(variables).toContain('DATABASE_URL');
    expect([...rows].sort()).toEqual([...variables].sort());
  });

  it('names every command of the command line, and no other', () => {
    const commands = found(/\.command\('([a-z-]+)'\)/gu, read('apps/cli/src/main.ts'));
    const rows = found(/^\| `([a-z-]+)[^`]*` +\|/gmu, text);
    expect(commands).toContain('serve');
    expect([...new Set(rows)].sort()).toEqual([...commands].sort());
  });

  it('draws the lifecycle as it is', () => {
    const diagram = diagramOf(text);
    const named = new Map(
      [...diagram.matchAll(/state "(.+)" as (\w+)/gu)].map(([, word = '', id = '']) => [id.replace('_', '-'), word]),
    );
    for (const status of TASK_STATUSES) expect([status, named.get(status)]).toEqual([status, statusWord(status)]);
    const drawn = [...diagram.matchAll(/^ +(\w+) --> (\w+) : (\S+)$/gmu)].map(
      ([, from = '', to = '', word = '']) =>
        `${from === 'any_open' ? from : from.replace('_', '-')}>${to.replace('_', '-')} ${word}`,
    );
    expect(drawn.sort()).toEqual(arrowsOfTheActs().sort());
  });
});

describe('libs/README.md', () => {
  const text = read('libs/README.md');

  it('has a line for every room', () => {
    const lines = found(/^\| \[([a-z-]+)\]\(\1\) +\|/gmu, text);
    expect([...lines].sort()).toEqual(rooms().sort());
  });

  it('says of every package from outside what it is for', () => {
    const names = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    const cells = found(/^\| ([@a-z][^|]*?) +\|/gmu, text).flatMap((cell) => cell.split(', '));
    expect(Object.keys(names.dependencies).filter((name) => !cells.includes(name))).toEqual([]);
  });
});

describe('the decisions', () => {
  it('are all listed', () => {
    const files = readdirSync(join(root, 'deploy/decisions')).filter((name) => /^\d{4}-/u.test(name));
    expect(found(/\]\((\d{4}-[a-z0-9-]+\.md)\)/gu, read('deploy/decisions/README.md'))).toEqual(files.sort());
  });
});

describe('links', () => {
  it.each(documents())('of %s lead to files that are there', (path) => {
    const targets = found(/\]\(([^)\s]+)\)/gu, read(path)).filter((target) => !/^(?:https?:|#)/u.test(target));
    const broken = targets.filter((target) => !existsSync(join(root, dirname(path), target.split('#')[0] ?? '')));
    expect(broken).toEqual([]);
  });
});
