import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { HttpException } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorCode } from '#platform';
import { type ErrorFilter } from '../errors/error.filter';
import { pagePolicy } from '../security/content-policy';
import { missingConsolePage } from './missing-console.page';

/** Stands in the built page wherever the answer's nonce belongs. */
const NONCE_PLACE = '__CSP_NONCE__';

/** Addresses that are never the console's: an unknown one there is told to the client as such. */
const NOT_OURS = /^(?:api|health|metrics)(?:\/|$)/u;

/** A file has an extension; what has none is a place in the console, which the page itself finds. */
const FILE = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.\w+$/u;
const HAS_EXTENSION = /\.\w+$/u;

/** Written once under a name that holds its hash. */
const HASHED = /^assets\//u;

const refusalSchema = z.object({ statusCode: z.int().min(400).max(499) });
const paramsSchema = z.object({ '*': z.string() });

/** Where the built console is, seen from the compiled program as well as from its sources. */
export function consoleFolder(): string {
  const above = join(__dirname, '..', '..', '..', '..');
  return basename(above) === 'dist' ? join(above, 'console') : join(above, 'dist', 'console');
}

/**
 * Serves the console for every GET that is no other's: its files as they were built, and its page for all addresses
 * without an extension. The page is made for each answer, since its nonce must never be used twice.
 * @param folder where the console was built; read with each request, so that a new build needs no restart
 */
export async function serveConsole(app: NestFastifyApplication, folder: string, errors: ErrorFilter): Promise<void> {
  await app.register(async (scope: FastifyInstance) => {
    scope.setErrorHandler((error, request, reply) => errors.answer(refusalOf(error), request, reply));
    await scope.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, suppressWarning: true });
    scope.get('/*', async (request, reply) => answer(folder, request, reply));
  });
}

async function answer(folder: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { '*': name } = paramsSchema.parse(request.params);
  if (NOT_OURS.test(name)) return unknown(reply);
  if (name === 'index.html' || !HAS_EXTENSION.test(name)) return page(folder, reply);
  // Dots in front and steps upwards are nobody's file names here.
  if (!FILE.test(name) || name.startsWith('index.html')) return unknown(reply);
  const caching = HASHED.test(name) ? { immutable: true, maxAge: '1y' } : { maxAge: 0 };
  return reply.sendFile(name, caching);
}

/** What sending a file refuses (such as a part that is not in it) is the sender's fault; all else is ours. */
function refusalOf(error: unknown): unknown {
  const refusal = refusalSchema.safeParse(error);
  return refusal.success ? new HttpException('', refusal.data.statusCode) : error;
}

function unknown(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}

async function page(folder: string, reply: FastifyReply): Promise<FastifyReply> {
  void reply.headers({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' });
  const built = await builtPage(folder);
  if (built === null) return reply.status(503).send(missingConsolePage());
  const nonce = randomBytes(18).toString('base64');
  return reply.header('content-security-policy', pagePolicy(nonce)).send(built.replaceAll(NONCE_PLACE, nonce));
}

async function builtPage(folder: string): Promise<string | null> {
  try {
    return await readFile(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
