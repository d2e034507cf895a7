import { CheckOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { memo, type ReactElement, type ReactNode } from 'react';
import { plainClause, rhythmWord, targetText } from '../../telling';
import { WORDS } from '../../words';
import { IMPORT_WORDS } from '../../words/import.words';
import { type Draft, type DraftEdit } from './model/draft';
import { type DraftField, problemsOf } from './model/draft-problems';
import { type DraftState, draftStateOf } from './model/drafts';
import { ProblemLine } from './problem-line';
import { type Place } from './source-pane';

const words = IMPORT_WORDS.card;

/** A shape beside the word, so that a state is never shown by colour alone. */
const SHAPES: Readonly<Record<DraftState, string>> = { accepted: '✓', doubtful: '▲', left: '○' };

/** The doubts' names of the fields of a card. */
const DOUBTS_OF: Readonly<Record<DraftField, readonly string[]>> = {
  title: ['title', 'number'],
  body: ['body'],
  units: ['units'],
  limits: ['deadlines'],
  indicators: ['indicators'],
};

/** What a card's buttons do. */
export interface CardActs {
  readonly select: (key: string) => void;
  readonly accept: (key: string, accepted: boolean) => void;
  readonly edit: (key: string) => void;
  readonly split: (key: string) => void;
  readonly merge: (key: string) => void;
  readonly add: (key: string) => void;
  readonly remove: (key: string) => void;
  readonly settleDoubt: (key: string, doubt: number) => void;
  readonly lead: (key: string, name: string) => void;
  readonly point: (place: Place) => void;
}

interface Props {
  readonly draft: Draft;
  readonly number: number;
  readonly current: boolean;
  readonly last: boolean;
  /** The field that was chosen in the document. */
  readonly field: DraftField | null;
  /** Names that nobody has given a unit yet. */
  readonly openNames: ReadonlySet<string>;
  readonly acts: CardActs;
}

/** One draft. The current one shows everything, the others what tells them apart. */
export const DraftCard = memo(function DraftCard(props: Props): ReactElement {
  const { draft, number, current, acts } = props;
  const { title } = draft.content;
  return (
    <article
      className={current ? 'import-card import-card-current' : 'import-card'}
      id={`draft-${draft.key}`}
      aria-current={current}
    >
      <div className="import-card-head">
        <StateMark state={draftStateOf(draft)} />
        <span className="quiet number">{words.ordinal(number)}</span>
        <span className="quiet import-section">{sectionOf(draft.content)}</span>
      </div>
      <h3>
        <button type="button" className="import-card-title" onClick={() => acts.select(draft.key)}>
          {title.trim() === '' ? words.noTitle : title}
        </button>
      </h3>
      {current ? <CardContent {...props} /> : <p className="quiet import-card-brief">{briefOf(draft.content)}</p>}
    </article>
  );
});

/** The state of a draft as a shape and a word. */
export function StateMark({ state }: { readonly state: DraftState }): ReactElement {
  return (
    <span className={`import-state import-state-${state}`}>
      <span aria-hidden="true">{SHAPES[state]}</span> {IMPORT_WORDS.states[state]}
    </span>
  );
}

function sectionOf({ source }: DraftEdit): string {
  return [source.section, plainClause(source.number)].filter((text) => text !== '').join(' ');
}

function briefOf({ leadUnitNames, limits, indicators }: DraftEdit): string {
  const leads = leadUnitNames.map(({ name }) => name).join(WORDS.parts.and);
  return `${leads === '' ? words.noLead : words.leadShort(leads)} · ${words.summary(limits.length, indicators.length)}`;
}

function CardContent(props: Props): ReactElement {
  const { draft, field, openNames, acts } = props;
  const { content } = draft;
  const units = { openNames, point: acts.point };
  const shown = { draft, chosen: field, acts };
  return (
    <>
      <CardField {...shown} field="title" />
      <CardField {...shown} field="body">
        {content.body !== '' && <p className="import-body">{content.body}</p>}
      </CardField>
      <CardField {...shown} field="units">
        <UnitLine label={words.lead} names={content.leadUnitNames} {...units} />
        {content.supportUnitNames.length > 0 && (
          <UnitLine
            label={words.support}
            names={content.supportUnitNames}
            {...units}
            {...(content.leadUnitNames.length === 0 ? { onLead: (name: string) => acts.lead(draft.key, name) } : {})}
          />
        )}
      </CardField>
      <CardField {...shown} field="limits">
        <Limits content={content} point={acts.point} />
      </CardField>
      <CardField {...shown} field="indicators">
        <Indicators content={content} point={acts.point} />
      </CardField>
      <CardButtons {...props} />
    </>
  );
}

interface FieldProps {
  readonly draft: Draft;
  readonly field: DraftField;
  readonly chosen: DraftField | null;
  readonly acts: CardActs;
  readonly children?: ReactNode;
}

/** A field with what is doubtful or wrong about it below. */
function CardField({ draft, field, chosen, acts, children }: FieldProps): ReactElement {
  const problems = problemsOf(draft.content).filter((problem) => problem.field === field);
  const kinds = [...new Set(problems.map(({ kind }) => kind))];
  return (
    <div className={chosen === field ? 'import-field import-field-chosen' : 'import-field'}>
      {children}
      {draft.content.doubts.map(
        (doubt, index) =>
          DOUBTS_OF[field].includes(doubt.field) && (
            <p key={index} className="import-doubt">
              <span>
                <span aria-hidden="true">▲</span> {doubt.message}
              </span>
              <Button
                size="small"
                type="link"
                aria-label={words.settledLabel(doubt.message)}
                onClick={() => acts.settleDoubt(draft.key, index)}
              >
                {words.settled}
              </Button>
            </p>
          ),
      )}
      {kinds.map((kind) => (
        <ProblemLine key={kind} kind={kind} />
      ))}
    </div>
  );
}

interface UnitLineProps {
  readonly label: string;
  readonly names: DraftEdit['leadUnitNames'];
  readonly openNames: ReadonlySet<string>;
  readonly point: CardActs['point'];
  /** Offered while nobody leads. */
  readonly onLead?: (name: string) => void;
}

function UnitLine({ label, names, openNames, point, onLead }: UnitLineProps): ReactElement {
  return (
    <div className="import-line">
      <span className="import-label">{label}</span>
      <span className="import-names">
        {names.length === 0 && <span className="quiet">{words.noUnit}</span>}
        {names.map(({ name, span }, index) => (
          <span key={index} className="import-name">
            <Pointing place={span} point={point}>
              {name}
            </Pointing>
            {openNames.has(name.trim()) && <span className="import-open"> ▲ {words.unitOpen}</span>}
            {onLead && (
              <Button size="small" type="link" aria-label={words.makeLeadOf(name)} onClick={() => onLead(name)}>
                {words.makeLead}
              </Button>
            )}
          </span>
        ))}
      </span>
    </div>
  );
}

/** Words of a card that lead to where they stand in the document. */
function Pointing({
  place,
  point,
  children,
}: {
  readonly place: Place | null;
  readonly point: CardActs['point'];
  readonly children: ReactNode;
}): ReactElement {
  if (place === null) return <span>{children}</span>;
  return (
    <button type="button" className="import-pointing" onClick={() => point(place)}>
      {children}
    </button>
  );
}

interface PartProps {
  readonly content: DraftEdit;
  readonly point: CardActs['point'];
}

function Limits({ content, point }: PartProps): ReactElement {
  return (
    <div className="import-line">
      <span className="import-label">{words.limits}</span>
      {content.limits.length === 0 && <span className="quiet">{words.noLimit}</span>}
      <ul className="import-parts">
        {content.limits.map((limit) => (
          <li key={limit.limitId}>
            <Pointing place={limit.span} point={point}>
              <b className="number">{dayOf(limit)}</b>
            </Pointing>
            {limit.sourceText !== '' && <span className="quiet"> {words.quoted(limit.sourceText)}</span>}
            {/* What stands in the text above is not said twice. */}
            {!content.body.includes(limit.what) && <div>{limit.what}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function dayOf({ due, recurrence, dueOn }: DraftEdit['limits'][number]): string {
  if (due !== null) return due;
  return recurrence === null ? words.noDay : rhythmWord(recurrence, dueOn);
}

function Indicators({ content, point }: PartProps): ReactElement {
  return (
    <div className="import-line">
      <span className="import-label">{words.indicators}</span>
      {content.indicators.length === 0 && <span className="quiet">{words.noIndicator}</span>}
      <ul className="import-parts">
        {content.indicators.map((indicator) => (
          <li key={indicator.indicatorId}>
            <Pointing place={indicator.span} point={point}>
              <b className="number">{targetText(indicator)}</b>
            </Pointing>{' '}
            {indicator.name}
          </li>
        ))}
      </ul>
    </div>
  );
}

function CardButtons({ draft, last, acts }: Props): ReactElement {
  const { key, accepted, content } = draft;
  const items = [
    { key: 'split', label: words.split, onClick: () => acts.split(key) },
    { key: 'merge', label: words.merge, disabled: last, onClick: () => acts.merge(key) },
    { key: 'add', label: words.add, onClick: () => acts.add(key) },
    { key: 'remove', label: words.remove, danger: true, onClick: () => acts.remove(key) },
  ];
  const unfit = problemsOf(content).length > 0;
  return (
    <div className="import-card-acts">
      {accepted ? (
        <Button icon={<CheckOutlined />} onClick={() => acts.accept(key, false)}>
          {words.accepted}
        </Button>
      ) : (
        <Button {...primary(!unfit)} disabled={unfit} onClick={() => acts.accept(key, true)}>
          {words.accept}
        </Button>
      )}
      <Button {...primary(unfit)} onClick={() => acts.edit(key)}>
        {words.edit}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<DownOutlined />} iconPlacement="end">
          {words.more}
        </Button>
      </Dropdown>
    </div>
  );
}

function primary(main: boolean): { readonly type?: 'primary' } {
  return main ? { type: 'primary' } : {};
}
