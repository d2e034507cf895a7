import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import { z } from 'zod';
import { API_CONTROLLERS } from '../api-controllers';
import { buildApiDocument } from './build-api-document';
import { namesInPath } from './path-parameters';

const parameterSchema = z.object({ name: z.string(), in: z.string(), schema: z.record(z.string(), z.unknown()) });
const operationSchema = z.object({
  operationId: z.string(),
  parameters: z.array(parameterSchema),
  responses: z.record(z.string(), z.unknown()),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

async function operations() {
  const { paths } = documentSchema.parse(await buildApiDocument());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
}

describe('the OpenAPI document', () => {
  it('is built without a database and names every operation once', async () => {
    const names = (await operations()).map(({ operationId }) => operationId);
    expect(names.filter((name) => !/^[a-z-]+\.[a-z-]+$/u.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('task.list');
  });

  it('documents every name in a path, and of every parameter what it is', async () => {
    for (const { path, parameters } of await operations()) {
      const documented = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
      expect([path, documented]).toEqual([path, namesInPath(path.replaceAll(/\{(\w+)\}/gu, ':$1'))]);
      const silent = parameters.filter(
        ({ in: place, schema }) => place === 'query' && Object.keys(schema).length === 0,
      );
      expect([path, silent]).toEqual([path, []]);
    }
  });

  it('documents the status that is answered', async () => {
    const documented = await operations();
    for (const { verb, address, status } of API_CONTROLLERS.flatMap(handlersOf)) {
      const operation = documented.find(
        ({ path, method }) => method === verb && [address, `/api${address}`].includes(path),
      );
      expect([address, Object.keys(operation?.responses ?? {})]).toEqual([address, [`${status}`, 'default']]);
    }
  });
});

/** The routes of a controller as Nest will serve them, read from its own marks. */
function handlersOf(controller: (typeof API_CONTROLLERS)[number]) {
  const base = z.string().parse(Reflect.getMetadata(PATH_METADATA, controller));
  const methods: unknown[] = Object.values(Object.getOwnPropertyDescriptors(controller.prototype)).map(
    ({ value }): unknown => value,
  );
  return methods.filter(isHandler).map((handler) => {
    const path = z.string().parse(Reflect.getMetadata(PATH_METADATA, handler));
    const method = z.enum(RequestMethod).parse(Reflect.getMetadata(METHOD_METADATA, handler));
    const given: unknown = Reflect.getMetadata(HTTP_CODE_METADATA, handler);
    const status = z.number().safeParse(given).data ?? (method === RequestMethod.POST ? 201 : 200);
    const parts = [base, path].flatMap((part) => part.split('/')).filter(Boolean);
    const address = `/${parts.join('/').replaceAll(/:(\w+)/gu, '{$1}')}`;
    return { verb: RequestMethod[method].toLowerCase(), address, status };
  });
}

function isHandler(value: unknown): value is () => unknown {
  return typeof value === 'function' && Reflect.hasMetadata(METHOD_METADATA, value);
}
