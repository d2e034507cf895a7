import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ReadModels } from './read-models';

/** A question to the read models on its way over the QueryBus, made by a `QueryDefinition`: its parameters are checked. */
export class ModelQuery<Answer> extends Query<Answer> {
  constructor(readonly answerFrom: (models: ReadModels) => Promise<Answer>) {
    super();
  }
}

/** Answers every query: each brings its own `handle` along. */
@QueryHandler(ModelQuery)
export class ModelQueryHandler implements IQueryHandler<ModelQuery<unknown>> {
  constructor(private readonly models: ReadModels) {}

  execute(query: ModelQuery<unknown>): Promise<unknown> {
    return query.answerFrom(this.models);
  }
}
