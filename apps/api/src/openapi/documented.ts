import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiDefaultResponse, ApiOkResponse, ApiOperation, ApiQuery } from '@nestjs/swagger';
import { z } from 'zod';
import { apiErrorSchema } from '#contracts';

/** What a route takes and gives, for the API's documentation. */
export interface Documentation {
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodObject;
  readonly answer?: z.ZodType;
}

/** Documents a route with the very schemas that check it. */
export function Documented({ summary, body, query, answer }: Documentation): MethodDecorator & ClassDecorator {
  const decorators = [
    ApiOperation({ summary }),
    ApiDefaultResponse({ description: '出错时的答复', schema: openApiOf(apiErrorSchema, 'output') }),
    ...(body ? [ApiBody({ schema: openApiOf(body, 'input') })] : []),
    ...(answer ? [ApiOkResponse({ schema: openApiOf(answer, 'output') })] : []),
    ...Object.entries(query?.shape ?? {}).map(([name, schema]) =>
      ApiQuery({ name, required: false, schema: openApiOf(asType(schema), 'input') }),
    ),
  ];
  return applyDecorators(...decorators);
}

/** A zod schema as OpenAPI 3.0 writes it. */
function openApiOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) };
}

function asType(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new Error('a query parameter is described by a zod schema');
}
