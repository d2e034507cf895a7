import { type ReactElement, type ReactNode } from 'react';
import { clocksSchema, type Ladder, listingSchema, type PolicyContent } from '#domain';
import { RULE_WORDS } from '../../../words/rules.words';
import { ColumnHeads } from './column-heads';
import { actName, clockText, dayText, listingText, noticesText, toldText } from './rule-differences';
import { byDay, LADDERS } from './rule-draft';

const words = RULE_WORDS;

/** Rules to be read: every part that acts keep, in words. */
export function RuleView({ content }: { readonly content: PolicyContent }): ReactElement {
  const { ladders, clocks, listing, acceptance, evidence, closing, secondPerson, protectionLevel } = content;
  return (
    <>
      <Part title={words.parts.ladders}>
        {LADDERS.map((name) => (
          <LadderTable key={name} title={words.ladders[name]} ladder={ladders[name]} />
        ))}
      </Part>
      <Part title={words.parts.clocks}>
        <dl className="rule-facts">
          {clocksSchema.keyof().options.map((name) => (
            <Fact key={name} word={words.clock(name)}>
              {clockText(name, clocks)}
            </Fact>
          ))}
        </dl>
      </Part>
      <Part title={words.parts.listing}>
        <dl className="rule-facts">
          {listingSchema.keyof().options.map((name) => (
            <Fact key={name} word={words.listing(name)}>
              {listingText(name, listing)}
            </Fact>
          ))}
        </dl>
      </Part>
      <Part title={words.parts.acceptance}>
        <Lines lines={acceptance} />
      </Part>
      <Part title={words.parts.evidence}>
        <Lines lines={evidence} />
      </Part>
      <Part title={words.parts.closing}>
        <dl className="rule-facts">
          <Fact word={words.parts.owed}>{words.owed[closing.owed]}</Fact>
          <Fact word={words.parts.targets}>{words.targets[closing.targets]}</Fact>
        </dl>
      </Part>
      <Part title={words.parts.secondPerson}>
        <p>{secondPerson.map(actName).join(words.and)}</p>
      </Part>
      {protectionLevel !== null && (
        <Part title={words.parts.protectionLevel}>
          <p>{words.level(protectionLevel)}</p>
        </Part>
      )}
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A part of the rules under its title. */
export function Part({ title, hint, children }: PartProps): ReactElement {
  return (
    <section className="rule-part">
      <h2>{title}</h2>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {children}
    </section>
  );
}

function Fact({ word, children }: { readonly word: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  if (lines.length === 0) return <p className="quiet">{words.none}</p>;
  return (
    <ol className="rule-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}

function LadderTable({ title, ladder }: { readonly title: string; readonly ladder: Ladder }): ReactElement {
  const { columns } = words;
  return (
    <div className="rule-ladder">
      <h3>{title}</h3>
      <table className="card-table">
        <caption>{title}</caption>
        <ColumnHeads columns={columns} />
        <tbody>
          {byDay(ladder.rungs).map((rung) => (
            <tr key={rung.rungId}>
              <td>{words.kinds[rung.kind]}</td>
              <td data-label={columns.day}>{dayText(rung)}</td>
              <td data-label={columns.at}>{rung.at}</td>
              <td data-label={columns.told}>{toldText(rung.told)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.difference.changedTo(words.noticesTitle, noticesText(ladder))}</p>
    </div>
  );
}
