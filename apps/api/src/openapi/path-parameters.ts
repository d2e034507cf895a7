import { z } from 'zod';

/** The names in a path such as `tasks/:taskId/events`. */
export function namesInPath(path: string): string[] {
  return [...path.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);
}

/** Divides a query's parameters into those of its path and those of its query string. */
export function dividedByPath(path: string, parameters: z.ZodObject): { params: z.ZodObject; query: z.ZodObject } {
  const inPath = new Set(namesInPath(path));
  const entries = Object.entries(parameters.shape);
  return {
    params: z.object(Object.fromEntries(entries.filter(([name]) => inPath.has(name)))),
    query: z.object(Object.fromEntries(entries.filter(([name]) => !inPath.has(name)))),
  };
}
