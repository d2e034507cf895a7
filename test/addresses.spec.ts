import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadConfig, parseEventstoreAddress } from '#platform';

// Every address that a person may copy from the documents or the profiles, read as the program will read it.
const root = join(__dirname, '..');
const FILES = ['docker-compose.yml', 'README.md', 'README.zh-CN.md', ...filesBelow('deploy')];

/** The variable that takes addresses with a scheme. */
const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/^postgres(?:ql)?:/u, 'DATABASE_URL'],
  [/^rediss?:/u, 'REDIS_URL'],
  [/^(?:esdb|kurrentdb)(?:\+discover)?:/u, 'EVENTSTORE_URL'],
];

interface Address {
  readonly file: string;
  readonly variable: string;
  readonly text: string;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(?:png|jpg|webp)$/u.test(entry.name));
  return files.map(({ parentPath, name }) => relative(root, join(parentPath, name)));
}

/** What Compose does with variables: a password where one must be given, the default elsewhere. */
function substituted(text: string): string {
  return text.replace(/\$\{\w+:\?[^}]*\}/gu, 'Sample-word_1').replace(/\$\{\w+:-([^}]*)\}/gu, '$1');
}

function addressesOf(file: string): Address[] {
  const text = substituted(readFileSync(join(root, file), 'utf8'));
  const found = text.match(/\b[a-z]+(?:\+discover)?:\/\/[^\s'"`)\]>]+/gu) ?? [];
  return found.flatMap((address) => {
    const [, variable] = VARIABLES.find(([scheme]) => scheme.test(address)) ?? [];
    return variable === undefined ? [] : [{ file, variable, text: address }];
  });
}

const ADDRESSES = FILES.flatMap(addressesOf);
const inFile = (file: string): Address[] => ADDRESSES.filter((address) => address.file === file);

describe('the addresses in the profiles and the documents', () => {
  it.each(ADDRESSES.map((address) => [address.variable, address.file, address.text] as const))(
    'are taken by the configuration: %s in %s, %s',
    (variable, _file, text) => expect(() => loadConfig({ [variable]: text })).not.toThrow(),
  );

  it('are found where there are any', () => {
    const variables = (file: string): string[] => inFile(file).map(({ variable }) => variable);
    expect(variables('docker-compose.yml')).toEqual(['DATABASE_URL', 'DATABASE_URL', 'REDIS_URL']);
    expect(variables('deploy/docker-compose.cluster.yml')).toEqual(['EVENTSTORE_URL']);
    for (const readme of ['README.md', 'README.zh-CN.md']) expect(variables(readme)).toContain('EVENTSTORE_URL');
  });

  it('would be refused if Compose left a password out', () => {
    const text = inFile('deploy/docker-compose.cluster.yml')[0]?.text.replace('Sample-word_1', '') ?? '';
    expect(() => loadConfig({ EVENTSTORE_URL: text })).toThrow(/EVENTSTORE_URL/u);
  });
});

describe('the address of the event store in the cluster profile', () => {
  const address = parseEventstoreAddress(inFile('deploy/docker-compose.cluster.yml')[0]?.text ?? '');

  it('names the three nodes', () => {
    const nodes = [1, 2, 3].map((number) => ({ address: `kurrentdb${number}`, port: 2113 }));
    expect(address.hosts).toEqual(nodes);
  });

  it('has an account of its own, through TLS with the authority of the nodes', () => {
    expect(address.credentials).toEqual({ username: 'taizhang', password: 'Sample-word_1' });
    expect(address.tls).toBe(true);
    expect(address.files.tlsCAFile).toMatch(/certs.ca.ca\.crt$/u);
  });
});
