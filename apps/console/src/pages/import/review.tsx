import { Alert, App, Button, Segmented } from 'antd';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { PageHead } from '../../parts/page-head';
import { EmptyNote } from '../../parts/empty-note';
import { IMPORT_WORDS } from '../../words/import.words';
import { ConfirmImport } from './confirm-import';
import { type CardActs, DraftCard } from './draft-card';
import { DraftEditor } from './draft-editor';
import { ImportSteps } from './import-steps';
import { acceptRest, countsOf } from './model/drafts';
import { problemsOf } from './model/draft-problems';
import { blocksOf, marksSignature } from './model/marks';
import { type Matches, namesIn } from './model/unit-choices';
import { type UnitName, unitNamesOf } from './model/unit-names';
import { type Work } from './model/work';
import { showIn } from './show-in';
import { SourcePane } from './source-pane';
import { useSteady } from './use-steady';
import { SplitDialog } from './split-dialog';
import { UnitsPanel } from './units-panel';
import { type DraftDesk, useDrafts } from './use-drafts';
import { useMatches } from './use-matches';
import { useShortcuts } from './use-shortcuts';
import { type WorkDesk } from './use-work';

interface Props {
  readonly work: Work;
  readonly desk: WorkDesk;
}

/** What is shown beside the document; on a phone the document is one of three. */
type Pane = 'source' | 'drafts' | 'units';

/** As in the frame's styles: below it there is one column. */
const NARROW = '(max-width: 767px)';

/** Second step: the drafts beside the document they were read from. */
export function Review({ work, desk }: Props): ReactElement {
  const [pane, setPane] = useState<Pane>('drafts');
  const [confirming, setConfirming] = useState(work.sending !== null);
  const drafts = useDrafts(work, desk, {
    onCard: () => setPane('drafts'),
    // On a desk the document stands beside the cards anyway.
    onDocument: () => setPane((now) => (window.matchMedia(NARROW).matches ? 'source' : now)),
  });
  const units = useUnits(work);
  useShortcuts(drafts.editing, (shortcut) => {
    if (shortcut === 'undo') desk.undo();
    else if (shortcut === 'next' || shortcut === 'previous') drafts.step(shortcut === 'next' ? 1 : -1);
    else if (shortcut === 'accept') drafts.accept();
    else drafts.edit(shortcut === 'edit');
  });
  const showName = ({ name, draftKey }: UnitName): void => {
    const content = work.drafts.find(({ key }) => key === draftKey)?.content;
    const named = [...(content?.leadUnitNames ?? []), ...(content?.supportUnitNames ?? [])];
    const span = named.find((unit) => unit.name === name)?.span ?? null;
    if (span !== null) drafts.point(span);
  };
  return (
    <div className="import-review">
      <ReviewHead work={work} desk={desk} onNext={() => setConfirming(true)} />
      <PaneTabs narrow pane={pane} open={units.open.length} work={work} onChange={setPane} />
      <div className={`import-columns import-show-${pane}`}>
        <Source work={work} drafts={drafts} />
        <div className="import-side">
          <PaneTabs narrow={false} pane={pane} open={units.open.length} work={work} onChange={setPane} />
          {pane === 'units' ? (
            <div className="import-pane" tabIndex={0} role="region" aria-label={IMPORT_WORDS.units.table}>
              <UnitsPanel
                {...units}
                choices={work.choices}
                onChange={(choices) => desk.change((now) => ({ ...now, choices }))}
                onShow={showName}
              />
            </div>
          ) : (
            <Cards work={work} drafts={drafts} units={units} />
          )}
        </div>
      </div>
      <SplitDialog draft={drafts.splitting} onClose={drafts.stopSplitting} onSplit={drafts.split} />
      <ConfirmImport
        open={confirming}
        work={work}
        desk={desk}
        names={units.names}
        matches={units.matches}
        onClose={() => setConfirming(false)}
        onReview={(draftKey) => {
          setConfirming(false);
          drafts.pick(draftKey, null);
        }}
      />
    </div>
  );
}

/** The names of the drafts with what the register says about them. */
function useUnits({ drafts, choices }: Work): {
  readonly names: readonly UnitName[];
  readonly matches: Matches;
  readonly open: readonly UnitName[];
} {
  const names = useMemo(() => unitNamesOf(drafts), [drafts]);
  const asked = useMemo(() => names.map(({ name }) => name).sort(), [names]);
  const matches = useMatches(asked);
  return { names, matches, open: namesIn(names, 'open', choices, matches) };
}

function ReviewHead({ work, desk, onNext }: Props & { readonly onNext: () => void }): ReactElement {
  const { modal } = App.useApp();
  const words = IMPORT_WORDS.bar;
  const { kept } = IMPORT_WORDS;
  const newly = useMemo(() => {
    const plain = acceptRest(work.drafts, false).filter(({ accepted }) => accepted).length;
    return plain - countsOf(work.drafts).accepted;
  }, [work.drafts]);
  const drop = (): void =>
    void modal.confirm({ title: kept.dropTitle, content: kept.dropText, okText: kept.dropDo, onOk: desk.drop });
  return (
    <>
      <PageHead title={IMPORT_WORDS.title} beside={<ImportSteps step={1} />}>
        <Button disabled={!desk.canUndo} onClick={desk.undo}>
          {words.undo}
        </Button>
        {newly > 0 && (
          <Button onClick={() => desk.change((now) => ({ ...now, drafts: acceptRest(now.drafts, false) }))}>
            {words.acceptPlain(newly)}
          </Button>
        )}
        <Button type="primary" onClick={onNext}>
          {words.next(work.drafts.length)}
        </Button>
      </PageHead>
      {desk.restored && work.sending === null && (
        <Alert className="notice" type="info" showIcon title={kept.restored} closable />
      )}
      {!desk.keeping && <Alert className="notice" type="warning" showIcon title={kept.notKept} />}
      <Bar work={work} onDrop={drop} />
    </>
  );
}

function Bar({ work, onDrop }: { readonly work: Work; readonly onDrop: () => void }): ReactElement {
  const words = IMPORT_WORDS.bar;
  const counts = useMemo(() => countsOf(work.drafts), [work.drafts]);
  return (
    <div className="import-bar" role="group" aria-label={words.label}>
      <span className="import-bar-document">{work.source.title}</span>
      <span className="import-counts" aria-live="polite">
        <span className="import-state import-state-accepted">✓ {words.accepted(counts.accepted)}</span>
        <span className="import-state import-state-doubtful">▲ {words.doubtful(counts.doubtful)}</span>
        <span className="import-state import-state-left">○ {words.left(counts.left)}</span>
      </span>
      <div className="import-meter" aria-hidden="true">
        <span className="import-meter-accepted" style={{ flexGrow: counts.accepted }} />
        <span className="import-meter-doubtful" style={{ flexGrow: counts.doubtful }} />
        <span className="import-meter-left" style={{ flexGrow: counts.left }} />
      </div>
      <p className="quiet import-keys wide-only">{words.keys}</p>
      <Button size="small" type="link" onClick={onDrop}>
        {IMPORT_WORDS.kept.drop}
      </Button>
    </div>
  );
}

interface TabsProps {
  /** On a phone the document is one of the tabs; on a desk it always stands beside them. */
  readonly narrow: boolean;
  readonly pane: Pane;
  readonly open: number;
  readonly work: Work;
  readonly onChange: (pane: Pane) => void;
}

function PaneTabs({ narrow, pane, open, work, onChange }: TabsProps): ReactElement {
  const words = IMPORT_WORDS.panes;
  const drafts = { value: 'drafts' as const, label: words.drafts(work.drafts.length) };
  const openWord = narrow ? words.unitsOpenShort : words.unitsOpen;
  const units = { value: 'units' as const, label: open > 0 ? openWord(open) : words.units };
  const source = { value: 'source' as const, label: words.source };
  return (
    <div className={narrow ? 'import-tabs narrow-only' : 'import-tabs wide-only'}>
      <Segmented
        aria-label={words.label}
        block={narrow}
        value={pane === 'source' && !narrow ? 'drafts' : pane}
        options={narrow ? [source, drafts, units] : [drafts, units]}
        onChange={onChange}
      />
    </div>
  );
}

function Source({ work, drafts }: { readonly work: Work; readonly drafts: DraftDesk }): ReactElement {
  const { text } = work;
  const signature = useMemo(() => marksSignature(work.drafts), [work.drafts]);
  const latest = useRef(work.drafts);
  latest.current = work.drafts;
  // The document is drawn anew only when a mark has moved, not with every letter typed into a card.
  const blocks = useMemo(() => blocksOf(text, signature === '' ? [] : latest.current), [text, signature]);
  const order = useMemo(() => work.drafts.map(({ key }) => key).join(' '), [work.drafts]);
  const numbers = useMemo(() => new Map(order.split(' ').map((key, index) => [key, index + 1])), [order]);
  const onPick = useSteady(drafts.pick);
  return <SourcePane blocks={blocks} numbers={numbers} current={drafts.current} lit={drafts.lit} onPick={onPick} />;
}

interface CardsProps {
  readonly work: Work;
  readonly drafts: DraftDesk;
  readonly units: { readonly names: readonly UnitName[]; readonly open: readonly UnitName[] };
}

function Cards({ work, drafts, units }: CardsProps): ReactElement {
  const words = IMPORT_WORDS.card;
  const pane = useRef<HTMLDivElement>(null);
  const { current, editing } = drafts;
  useEffect(() => {
    showIn(pane.current, document.getElementById(`draft-${current ?? ''}`));
  }, [current, editing]);
  const openList = units.open.map(({ name }) => name).join('\n');
  const openNames = useMemo(() => new Set(openList.split('\n')), [openList]);
  const acts = useSteadyActs(drafts.acts);
  const names = useMemo(() => units.names.map(({ name }) => name), [units.names]);
  const chosen = work.drafts.find(({ key }) => key === current);
  return (
    <div className="import-pane" ref={pane} tabIndex={0} role="region" aria-label={IMPORT_WORDS.steps[1]}>
      <h2 className="import-hidden">{IMPORT_WORDS.steps[1]}</h2>
      {work.drafts.length === 0 && (
        <EmptyNote why={words.empty} next={<Button onClick={() => drafts.acts.add('')}>{words.addFirst}</Button>} />
      )}
      {work.drafts.map((draft, index) =>
        draft.key === current && editing ? (
          <article key={draft.key} id={`draft-${draft.key}`} className="import-card import-card-current">
            <DraftEditor
              draft={draft}
              number={index + 1}
              names={names}
              year={work.source.year}
              onChange={drafts.change}
              onDone={() => drafts.edit(false)}
              onAccept={drafts.accept}
            />
          </article>
        ) : (
          <DraftCard
            key={draft.key}
            draft={draft}
            number={index + 1}
            current={draft.key === current}
            last={index === work.drafts.length - 1}
            field={draft.key === current ? drafts.field : null}
            openNames={openNames}
            acts={acts}
          />
        ),
      )}
      {chosen !== undefined && !editing && (
        <div className="thumb-bar narrow-only import-thumbs">
          <Button onClick={() => drafts.step(-1)}>{words.previous}</Button>
          <Button
            type="primary"
            disabled={chosen.accepted || problemsOf(chosen.content).length > 0}
            onClick={drafts.accept}
          >
            {chosen.accepted ? IMPORT_WORDS.states.accepted : words.accept}
          </Button>
          <Button onClick={() => drafts.step(1)}>{words.next}</Button>
        </div>
      )}
    </div>
  );
}

/** The acts of the cards, the same with every drawing. */
function useSteadyActs(acts: CardActs): CardActs {
  const select = useSteady(acts.select);
  const accept = useSteady(acts.accept);
  const edit = useSteady(acts.edit);
  const split = useSteady(acts.split);
  const merge = useSteady(acts.merge);
  const add = useSteady(acts.add);
  const remove = useSteady(acts.remove);
  const settleDoubt = useSteady(acts.settleDoubt);
  const lead = useSteady(acts.lead);
  const point = useSteady(acts.point);
  return useMemo(
    () => ({ select, accept, edit, split, merge, add, remove, settleDoubt, lead, point }),
    [select, accept, edit, split, merge, add, remove, settleDoubt, lead, point],
  );
}
