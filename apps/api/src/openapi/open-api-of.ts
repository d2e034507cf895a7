import { z } from 'zod';

/** A zod schema as OpenAPI 3.0 writes it: what is sent (`input`, defaults may be left out) or what is answered. */
export function openApiOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) };
}

/**
 * A parameter as it is written in an address. What is brought into shape before it is checked says nothing of its input;
 * there the checked value is documented, which may be sent just so: a list as repeated values.
 */
export function openApiOfParameter(schema: z.ZodType): Record<string, unknown> {
  const sent = openApiOf(schema, 'input');
  return Object.keys(sent).some((key) => key !== 'default') ? sent : openApiOf(schema, 'output');
}
