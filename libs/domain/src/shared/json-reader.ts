import { z } from 'zod';

/** True only where a schema accepts a value and would give back an equal one. False says nothing: then the schema is to be asked. */
type ExactCheck = (value: unknown) => boolean;

/**
 * Parses JSON values by a schema. A value that is as the schema wants it is given back itself, not as a copy: who reads it must not
 * change it.
 */
export function jsonReader<Schema extends z.ZodType>(
  schema: Schema,
): (value: unknown) => z.ZodSafeParseResult<z.output<Schema>> {
  // Made when it is first needed: most schemas are not needed before the program is ready.
  let check: ExactCheck | undefined;
  const isExact = (value: unknown): value is z.output<Schema> => (check ??= exactCheck(schema))(value);
  return (value) => (isExact(value) ? { success: true, data: value } : schema.safeParse(value));
}

/**
 * Finds out without a copy that a JSON value is as a schema wants it. Parsing makes objects anew at every level, and their garbage took
 * a fifth of a rebuild, while nearly every event of the log is exactly as it should be. The structure is walked here and
 * the schema's own checks are run; of a structure that is not known here it is never sure.
 */
function exactCheck(schema: z.core.$ZodType): ExactCheck {
  const hasStructure = structureCheck(schema);
  const checks = checksOf(schema);
  return checks.length === 0 ? hasStructure : (value) => hasStructure(value) && passes(value, checks);
}

function structureCheck(schema: z.core.$ZodType): ExactCheck {
  if (schema instanceof z.core.$ZodObject) return objectCheck(schema);
  if (schema instanceof z.core.$ZodArray) return arrayCheck(exactCheck(schema._zod.def.element));
  if (schema instanceof z.core.$ZodNullable) {
    const inner = exactCheck(schema._zod.def.innerType);
    return (value) => value === null || inner(value);
  }
  // Left out, it is not looked at.
  if (schema instanceof z.core.$ZodOptional) return exactCheck(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodString) return (value) => typeof value === 'string';
  if (schema instanceof z.core.$ZodNumber) return Number.isFinite;
  if (schema instanceof z.core.$ZodBoolean) return (value) => typeof value === 'boolean';
  if (schema instanceof z.core.$ZodEnum) return oneOf(z.core.util.getEnumValues(schema._zod.def.entries));
  if (schema instanceof z.core.$ZodLiteral) return oneOf(schema._zod.def.values);
  return (value) => {
    const parsed = z.core.safeParse(schema, value);
    return parsed.success && parsed.data === value;
  };
}

/** True for exactly the members that are named; those that may be left out are there or not. */
function objectCheck(schema: z.core.$ZodObject): ExactCheck {
  const members = new Map<string, Member>();
  for (const [name, member] of Object.entries(schema._zod.def.shape)) {
    members.set(name, { check: exactCheck(member), needed: member instanceof z.core.$ZodOptional ? 0 : 1 });
  }
  const needed = [...members.values()].reduce((sum, member) => sum + member.needed, 0);
  return (value) => {
    if (!isObject(value)) return false;
    let found = 0;
    // By the names that are there: looking each name up in the value takes twice the time.
    for (const name in value) {
      const member = members.get(name);
      if (!member?.check(value[name])) return false;
      found += member.needed;
    }
    return found === needed;
  };
}

interface Member {
  readonly check: ExactCheck;
  /** 1, or 0 where it may be left out. */
  readonly needed: 0 | 1;
}

function oneOf(values: readonly unknown[]): ExactCheck {
  const all = new Set(values);
  return (value) => all.has(value);
}

function arrayCheck(element: ExactCheck): ExactCheck {
  return (value) => Array.isArray(value) && value.every(element);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Check = z.core.$ZodCheck<unknown>;

/** The checks of a schema in the order in which zod runs them: a format, such as that of a UUID, is one by itself. */
function checksOf(schema: z.core.$ZodType): readonly Check[] {
  return [schema, ...(schema._zod.def.checks ?? [])].filter(isCheck);
}

function isCheck(part: z.core.$ZodType | z.core.$ZodCheck): part is Check {
  return part instanceof z.core.$ZodCheck;
}

function passes(value: unknown, checks: readonly Check[]): boolean {
  const payload: z.core.ParsePayload = { value, issues: [] };
  for (const check of checks) {
    if (check._zod.check(payload) instanceof Promise) return false;
    if (payload.issues.length > 0 || payload.value !== value) return false;
  }
  return true;
}
