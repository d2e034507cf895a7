import { type z } from 'zod';
import { type Operation } from '#domain';
import { ModelQuery } from './model-query';
import { type QueryContext } from './query-context';
import { type ReadModels } from './read-models';

/** What a query is, as its file declares it. */
interface QueryDeclaration<Name extends Operation, Parameters extends z.ZodObject, Answer extends z.ZodType> {
  /** Its line in the domain's permission table, and its name in the API's document. */
  readonly operation: Name;
  /** Path under /api, asked by GET. The names in it and those of the query string together are the parameters. */
  readonly path: string;
  /** What it answers, in a few words of Chinese for the API's readers. */
  readonly summary: string;
  readonly parameters: Parameters;
  readonly answer: Answer;
  /** The projections that the answer is taken from: whoever wants to read their own writes waits for these. */
  readonly reads: readonly string[];
  /** Takes the answer from the read models, as far as `context.sights` reach. */
  readonly handle: (
    models: ReadModels,
    parameters: z.output<Parameters>,
    context: QueryContext,
  ) => Promise<z.output<Answer>>;
}

/** A query as others use it, whatever its parameters are: to be routed, documented, checked and asked. */
export interface QueryDefinition<Name extends Operation = Operation, Answer = unknown> extends Omit<
  QueryDeclaration<Name, z.ZodObject, z.ZodType>,
  'handle'
> {
  /**
   * The query with its parameters, for the QueryBus.
   * @param input path and query-string parameters together, unchecked
   * @throws ZodError when they do not fit `parameters`
   */
  forBus(input: unknown, context: QueryContext): ModelQuery<Answer>;
}

/** Declares a query of the read models. `QUERIES` lists them all. */
export function defineQuery<Name extends Operation, Parameters extends z.ZodObject, Answer extends z.ZodType>(
  declaration: QueryDeclaration<Name, Parameters, Answer>,
): QueryDefinition<Name, z.output<Answer>> {
  const { handle, ...described } = declaration;
  return {
    ...described,
    forBus: (input, context) => {
      const parameters = declaration.parameters.parse(input);
      return new ModelQuery((models) => handle(models, parameters, context));
    },
  };
}
