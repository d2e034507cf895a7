import { Controller, Get, Inject, Param, Query, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { QUERY_ROUTES } from '#contracts';
import { dayInShanghai, sightOf } from '#domain';
import { CalendarSource } from '#engine';
import { type Clock } from '#platform';
import { ProjectionRunner, queryOf, READ_BY } from '#projections';
import { type Caller, CurrentCaller } from '../auth/caller';
import { requirePermission } from '../auth/may';
import { invalidRequest } from '../errors/invalid-request';
import { areaOf } from '../openapi/area-words';
import { Documented } from '../openapi/documented';
import { dividedByPath } from '../openapi/path-parameters';
import { CLOCK } from '../tokens';

type Route = (typeof QUERY_ROUTES)[number];

/** How long a read waits for its own writes to become visible, in milliseconds. */
const WAIT_FOR_WRITES = 5_000;

const positionSchema = z.string().regex(/^\d{1,19}$/u);

/** One controller per query route, all alike: the table of contracts is the API. */
export const QUERY_CONTROLLERS: readonly Type[] = QUERY_ROUTES.map(queryController);

function queryController({ operation, path, parameters, answer, summary }: Route): Type {
  const { params, query } = dividedByPath(path, parameters);
  @ApiTags(areaOf(path))
  @Controller()
  class RoutedQueryController {
    constructor(
      private readonly bus: QueryBus,
      private readonly projections: ProjectionRunner,
      private readonly calendars: CalendarSource,
      @Inject(CLOCK) private readonly clock: Clock,
    ) {}

    @Get(path)
    @Documented({ operation, summary, params, query: query.extend({ after: positionSchema.optional() }), answer })
    async execute(
      @CurrentCaller() caller: Caller,
      @Param() params: Readonly<Record<string, string>>,
      @Query() query: Readonly<Record<string, unknown>>,
    ): Promise<unknown> {
      requirePermission(caller, operation);
      const { after, ...rest } = query;
      await this.waitFor(after);
      const { actor } = caller;
      const context = {
        actor,
        sights: sightOf(actor, operation),
        today: dayInShanghai(this.clock.now().toISOString()),
        calendar: await this.calendars.inForce(),
      };
      return this.bus.execute(checkedQuery({ ...rest, ...params }, (input) => queryOf(operation, input, context)));
    }

    /** `after` is the position that a command answered: the read then shows at least that. */
    private async waitFor(after: unknown): Promise<void> {
      if (after === undefined) return;
      const position = positionSchema.safeParse(after);
      if (!position.success) throw invalidRequest(position.error);
      await this.projections.waitFor(READ_BY[operation], position.data, { timeoutMs: WAIT_FOR_WRITES });
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
