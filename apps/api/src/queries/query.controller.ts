import { Controller, Get, Inject, Param, Query, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { dayInShanghai, sightOf } from '#domain';
import { CalendarSource } from '#engine';
import { type Clock } from '#platform';
import { ProjectionRunner, QUERIES, type QueryDefinition } from '#projections';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked, invalidRequest } from '../errors/invalid-request';
import { areaOf } from '../openapi/area-words';
import { Documented } from '../openapi/documented';
import { dividedByPath } from '../openapi/path-parameters';
import { CLOCK } from '../tokens';
import { afterParameter, waitForWrites } from './own-writes';

/** One controller per query, all alike: the list of queries is this part of the API. */
export const QUERY_CONTROLLERS: readonly Type[] = QUERIES.map(queryController);

function queryController(definition: QueryDefinition): Type {
  const { operation, path, summary, parameters, answer, reads } = definition;
  const { params, query } = dividedByPath(path, parameters);
  @ApiTags(areaOf(path))
  @Controller()
  class RoutedQueryController {
    constructor(
      private readonly bus: QueryBus,
      private readonly projections: ProjectionRunner,
      private readonly permissions: PermissionCheck,
      private readonly calendars: CalendarSource,
      @Inject(CLOCK) private readonly clock: Clock,
    ) {}

    @Get(path)
    @Documented({ operation, summary, params, query: query.extend({ after: afterParameter }), answer })
    async execute(
      @CurrentCaller() caller: Caller,
      @Param() params: Readonly<Record<string, string>>,
      @Query() query: Readonly<Record<string, unknown>>,
    ): Promise<unknown> {
      const { actor } = await this.permissions.require(caller, operation);
      const { after, ...rest } = query;
      await waitForWrites(this.projections, reads, checked(afterParameter, after));
      const context = {
        actor,
        sights: sightOf(actor, operation),
        today: dayInShanghai(this.clock.now().toISOString()),
        calendar: await this.calendars.lastKnown(),
      };
      return this.bus.execute(checkedQuery({ ...rest, ...params }, (input) => definition.forBus(input, context)));
    }
  }

  Object.defineProperty(RoutedQueryController, 'name', { value: `${operation}.query.controller` });
  return RoutedQueryController;
}

function checkedQuery<T>(input: unknown, build: (input: unknown) => T): T {
  try {
    return build(input);
  } catch (error) {
    if (error instanceof z.ZodError) throw invalidRequest(error);
    throw error;
  }
}
