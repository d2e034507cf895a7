import { Button, Tag } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { TAKE_MEASURE } from '#domain';
import { type HomeRow } from '../../api/answer';
import { reads } from '../../api/client';
import { today } from '../../forms/today';
import { partWord } from '../../parts/part-word';
import { actWord, measuresText } from '../../telling';
import { WORDS } from '../../words';
import { HOME_WORDS } from '../../words/home.words';
import { WAIT_WORDS } from '../../words/waits.words';
import { type Done, doneOn } from './done-here';
import { type PlacedRow } from './in-place';
import { LateLimit, RowDay } from './row-day';
import { showsLimit } from './shows-limit';

interface Props {
  readonly rows: readonly PlacedRow[];
  readonly done: readonly Done[];
  readonly onAct: (row: HomeRow) => void;
}

/** One line for each task: why it is here, what it is, whose it is, by when, and its act. On a phone each is a card. */
export function HomeRows({ rows, done, onAct }: Props): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <ul className="home-rows">
      {rows.map(({ row, gone }) => (
        <li key={row.taskId} className={gone ? 'home-row home-row-done' : 'home-row'}>
          <Tag variant="outlined">{kindWord(row)}</Tag>
          <span className="home-title">
            <Link to={`/tasks/${row.taskId}`} title={row.title}>
              {row.taskNumber} {row.title}
            </Link>
            {row.asked !== null && <Asked asked={row.asked} />}
          </span>
          <span className="home-unit quiet" title={unitWords(row)}>
            {unitWords(row)}
          </span>
          <span className="home-day">
            {/* What is done keeps no clock: it ran until the act. */}
            {!gone && <RowDay row={row} />}
          </span>
          <span className="home-act">
            <RowAct row={row} gone={gone} done={done} onAct={onAct} />
          </span>
          {!gone && <AlsoWaiting row={row} />}
        </li>
      ))}
    </ul>
  );
}

function kindWord({ kind, status }: Pick<HomeRow, 'kind' | 'status'>): string {
  // Of a part that its unit has in hand, or that others have, where it stands says more.
  if (kind === 'work') return partWord(status, 'working');
  return kind === 'away' ? partWord(status, 'claimed') : WAIT_WORDS.kinds[kind];
}

/** What else the task waits for, and its late limit, where the row itself is about another day: one row holds all of a task. */
function AlsoWaiting({ row }: { readonly row: HomeRow }): ReactElement | null {
  const { also, lateLimit } = row;
  const late = lateLimit !== null && !showsLimit(row) ? lateLimit : null;
  if (also.length === 0 && late === null) return null;
  return (
    <span className="home-also">
      {also.length > 0 && (
        <span className="quiet">
          {HOME_WORDS.also(also.map((kind) => kindWord({ ...row, kind })).join(WORDS.parts.and))}
        </span>
      )}
      {late !== null && <LateLimit limit={late} />}
    </span>
  );
}

function unitWords({ unit, leadUnits }: HomeRow): string {
  return unit?.name ?? leadUnits.map(({ name }) => name).join(WORDS.parts.and);
}

function Asked({ asked }: { readonly asked: NonNullable<HomeRow['asked']> }): ReactElement {
  const said =
    asked.act === TAKE_MEASURE
      ? HOME_WORDS.measure(asked.on, asked.grounds)
      : HOME_WORDS.asked(asked.byName, asked.word, asked.until, asked.grounds);
  return (
    <span className="quiet" title={said}>
      {said}
    </span>
  );
}

interface RowActProps extends Omit<Props, 'rows'>, PlacedRow {}

/** Which measure was decided on. */
function Decided({ measures }: { readonly measures: HomeRow['decided'] }): ReactElement {
  return <span className="quiet keep">{HOME_WORDS.decided(measuresText(measures))}</span>;
}

interface DecidedHereProps {
  readonly taskId: string;
  /** Shown where no measure was decided on: the leader has refused it. */
  readonly otherwise: ReactElement | null;
}

/** The same in a row that waits no more: what was decided, the task itself says. */
function DecidedHere({ taskId, otherwise }: DecidedHereProps): ReactElement | null {
  const { data } = reads.useQuery('get', '/api/tasks/{taskId}', { params: { path: { taskId } } });
  const measures = (data?.task.measures ?? []).filter(({ on }) => on === today()).map(({ measure }) => measure);
  return measures.length > 0 ? <Decided measures={measures} /> : otherwise;
}

/** Beside the act of a row whose delay was brought to the reader. */
const READ = 'task.note-read';

/** The act, or what it did. */
function RowAct({ row, gone, done, onAct }: RowActProps): ReactElement | null {
  const { act, kind, title } = row;
  const was = gone ? act : doneOn(row, done);
  const said =
    was === null ? null : <span className="quiet keep">{WAIT_WORDS.done[was] ?? WAIT_WORDS.doneAnyhow}</span>;
  const word = act === null ? undefined : (WAIT_WORDS.acts[kind] ?? actWord(act));
  if (gone) return row.asked?.act === TAKE_MEASURE ? <DecidedHere taskId={row.taskId} otherwise={said} /> : said;
  return (
    <>
      {row.decided.length > 0 ? <Decided measures={row.decided} /> : said}
      {word !== undefined && (
        <Button type="primary" ghost aria-label={`${word} ${title}`} onClick={() => onAct(row)}>
          {word}
        </Button>
      )}
      {row.toRead && (
        <Button aria-label={`${actWord(READ) ?? ''} ${title}`} onClick={() => onAct({ ...row, act: READ })}>
          {actWord(READ)}
        </Button>
      )}
    </>
  );
}
