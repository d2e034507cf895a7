import { applyDecorators, HttpCode } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiDefaultResponse,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiResponse,
} from '@nestjs/swagger';
import { z } from 'zod';
import { apiErrorSchema } from '#contracts';
import { openApiOf, openApiOfParameter } from './open-api-of';

/** A file sent or answered as it is. */
const FILE = { type: 'string', format: 'binary' } as const;

const KEY_WORDS = '同一编号的请求重复提交只生效一次';

/** What a route takes and gives, for the API's documentation. */
export interface Documentation {
  /** Names it in the document and in the typed client: `task.list`. */
  readonly operation: string;
  readonly summary: string;
  /** The names in its path. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Media types under which a file is taken in place of a body. */
  readonly takesFile?: readonly string[];
  readonly answer?: z.ZodType;
  /** Media type of an answer that is no JSON. */
  readonly answersFile?: string;
  /** True when a request that is sent again with its idempotency key has no second effect. */
  readonly repeatable?: boolean;
  /** Status of a successful answer. Default: 200, or 204 without content. */
  readonly status?: 200 | 201 | 204;
}

/** Documents a route with the very schemas that check it, and sets the status that it documents. */
export function Documented(route: Documentation): MethodDecorator & ClassDecorator {
  const { operation, summary, status = 200 } = route;
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ operationId: operation, summary }),
    ApiDefaultResponse({ description: '出错时的答复', schema: openApiOf(apiErrorSchema, 'output') }),
    ApiResponse({ status, description: '', ...answerOf(route) }),
    ...parametersOf(route),
    ...bodyOf(route),
  );
}

function parametersOf({ params, query, repeatable }: Documentation): (MethodDecorator | ClassDecorator)[] {
  return [
    ...(repeatable ? [ApiHeader({ name: 'Idempotency-Key', required: false, description: KEY_WORDS })] : []),
    ...shapeOf(params).map(([name, schema]) => ApiParam({ name, schema: openApiOfParameter(schema) })),
    ...shapeOf(query).map(([name, schema]) =>
      ApiQuery({ name, required: !schema.safeParse(undefined).success, schema: openApiOfParameter(schema) }),
    ),
  ];
}

function bodyOf({ body, takesFile }: Documentation): (MethodDecorator | ClassDecorator)[] {
  if (takesFile) return [ApiConsumes(...takesFile), ApiBody({ schema: FILE })];
  return body ? [ApiBody({ schema: openApiOf(body, 'input') })] : [];
}

function answerOf({ answer, answersFile }: Documentation): Parameters<typeof ApiResponse>[0] {
  if (answersFile) return { content: { [answersFile]: { schema: FILE } } };
  return answer ? { schema: openApiOf(answer, 'output') } : {};
}

function shapeOf(schema: z.ZodObject | undefined): (readonly [string, z.ZodType])[] {
  return Object.entries(schema?.shape ?? {}).map(([name, part]) => [name, asType(part)]);
}

function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('a parameter is described by a zod schema');
}
