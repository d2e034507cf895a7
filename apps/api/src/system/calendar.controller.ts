import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { calendarYearAnswerSchema, readCalendarParameters } from '#contracts';
import { dayInShanghai, yearOf } from '#domain';
import { CalendarSource, type SpecialDaysOfYear, specialDaysOfYear } from '#engine';
import { type Clock } from '#platform';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { CLOCK } from '../tokens';

/** The working calendar by which limits and reminders are counted. */
@ApiTags('工作日历')
@Controller('calendars')
export class CalendarController {
  constructor(
    private readonly calendars: CalendarSource,
    private readonly permissions: PermissionCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('current')
  @Documented({
    operation: 'calendar.read',
    summary: '现行工作日历中一年的放假和调休上班日',
    query: readCalendarParameters,
    answer: calendarYearAnswerSchema,
  })
  async current(@CurrentCaller() caller: Caller, @Query() query: unknown): Promise<SpecialDaysOfYear> {
    await this.permissions.require(caller, 'calendar.read');
    const { year } = checked(readCalendarParameters, query);
    const thisYear = yearOf(dayInShanghai(this.clock.now().toISOString()));
    return specialDaysOfYear(await this.calendars.lastKnown(), year ?? thisYear);
  }
}
