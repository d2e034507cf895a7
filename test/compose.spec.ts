import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

// A structural check of our own, not the Compose schema and not an engine: it holds what must not slip.
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
async function read(): Promise<z.infer<typeof compose>> {
  const parser = yaml.parse(createRequire(require.resolve('@nestjs/swagger'))('js-yaml'));
  const text = await readFile(join(root, 'docker-compose.yml'), 'utf8');
  return compose.parse(parser.load(text, { schema: parser.YAML11_SCHEMA }));
}

describe('docker-compose.yml', () => {
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
