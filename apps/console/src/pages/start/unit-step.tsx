import { App, Button, Form, Input, Select } from 'antd';
import { type ReactElement } from 'react';
import { Link } from 'react-router';
import { GrowingText } from '../../forms/growing-text';
import { ProblemNote } from '../../parts/problem-note';
import { type KnownUnit } from '../../people/check-people';
import { START_WORDS } from '../../words/start.words';
import { type StepProps } from './step-props';
import { readUnitList } from '../../parts/unit-list';
import { useMakeOffice } from './use-make-office';
import { useStanding } from './use-standing';

const words = START_WORDS.unit;
const SHOWN = 30;
const REGIONS = [START_WORDS.wholeCountry, ...START_WORDS.regions].map((region) => ({ value: region, label: region }));

/** The office, what is above it, and the units that will be responsible. */
export function UnitStep({ draft, onDraft, onStep }: StepProps): ReactElement {
  const { message } = App.useApp();
  const { offices } = useStanding();
  const { make, isPending, problem } = useMakeOffice();
  const listed = readUnitList(draft.others);
  const top = draft.top.trim();
  const office = draft.office.trim();
  const wanted = [...new Set([top, office, ...listed.names].filter((name) => name !== ''))];
  const there = new Set(offices.flatMap(({ name, aliases }) => [name, ...aliases]));
  const fresh = wanted.filter((name) => !there.has(name));
  const needsOffice = office === '' && offices.length === 0;
  const submit = async (): Promise<void> => {
    if (fresh.length === 0) {
      onStep('calendar');
      return;
    }
    const made = await make({ top, others: wanted.filter((name) => name !== top) });
    if (made === null) return;
    void message.success(made > 0 ? words.made(made) : words.nothingMade);
    onDraft({ others: '' });
    onStep('calendar');
  };
  return (
    <section className="panel one-column">
      <h2>{START_WORDS.steps.unit}</h2>
      <Present offices={offices} />
      {problem !== null && <ProblemNote problem={problem} />}
      <Form layout="vertical" requiredMark={false} onFinish={() => void submit()}>
        <Form.Item label={words.office} htmlFor="start-office" extra={words.officeHint}>
          <Input
            id="start-office"
            value={draft.office}
            maxLength={100}
            autoFocus={offices.length === 0}
            onChange={(event) => onDraft({ office: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={words.top} htmlFor="start-top" extra={words.topHint}>
          <Input
            id="start-top"
            value={draft.top}
            maxLength={100}
            onChange={(event) => onDraft({ top: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={words.region} htmlFor="start-region" extra={words.regionHint}>
          <Select
            id="start-region"
            value={draft.region || START_WORDS.wholeCountry}
            options={REGIONS}
            showSearch
            onChange={(region: string) => onDraft({ region })}
          />
        </Form.Item>
        <Form.Item label={words.others} htmlFor="start-others" extra={<ListNote listed={listed} there={there} />}>
          <GrowingText
            id="start-others"
            value={draft.others}
            rows={4}
            onChange={(event) => onDraft({ others: event.target.value })}
          />
        </Form.Item>
        <div className="thumb-bar">
          <Button
            type="primary"
            htmlType="submit"
            loading={isPending}
            disabled={needsOffice || listed.tooLong.length > 0}
          >
            {words.submit(fresh.length)}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function Present({ offices }: { readonly offices: readonly KnownUnit[] }): ReactElement | null {
  if (offices.length === 0) return null;
  const more = offices.length > SHOWN;
  return (
    <>
      <p>{words.present(offices.length)}</p>
      <div className="unit-tags quiet">
        {offices.slice(0, SHOWN).map(({ unitId, name }) => (
          <span key={unitId}>{name}</span>
        ))}
        {more && <span>{words.more(offices.length)}</span>}
        <Link to="/system/units">{words.all}</Link>
      </div>
    </>
  );
}

interface ListNoteProps {
  readonly listed: ReturnType<typeof readUnitList>;
  readonly there: ReadonlySet<string>;
}

function ListNote({ listed: { names, repeated, tooLong }, there }: ListNoteProps): ReactElement {
  const known = names.filter((name) => there.has(name)).length;
  const counts = [
    ...(names.length > 0 ? [words.counted(names.length)] : []),
    ...(repeated > 0 ? [words.repeated(repeated)] : []),
    ...(known > 0 ? [words.there(known)] : []),
  ];
  return (
    <>
      {counts.length === 0 ? words.othersHint : counts.join('，')}
      {tooLong.map((name) => (
        <div className="field-fault" key={name}>
          {words.tooLong(name)}
        </div>
      ))}
    </>
  );
}
