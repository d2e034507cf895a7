import { type ReactElement, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useMeQuery } from '../app/session';
import { WORDS } from '../words';
import { PEOPLE_WORDS } from '../words/people.words';
import { sheetsOf, type Slip } from './slip';
import './slips.css';

const words = PEOPLE_WORDS.slip;

/** While slips stand on a page, printing gives the slips and nothing else of it. */
const PRINTING = 'prints-slips';

/** What comes out of the printer: sheets of A4 with eight slips each, and lines to cut along. Nothing on the screen. */
export function PrintedSlips({ slips }: { readonly slips: readonly Slip[] }): ReactElement | null {
  const { error } = useMeQuery();
  useEffect(() => {
    if (slips.length === 0) return undefined;
    document.body.classList.add(PRINTING);
    return () => document.body.classList.remove(PRINTING);
  }, [slips.length]);
  // After a session has ended the page waits behind the sign-in: nothing of it may be printed.
  if (slips.length === 0 || error !== null) return null;
  return createPortal(
    <div className="slip-sheets" aria-hidden="true">
      {sheetsOf(slips).map((sheet) => (
        <div className="slip-sheet" key={sheet[0]?.loginName}>
          {sheet.map((slip) => (
            <SlipCard key={slip.loginName} slip={slip} />
          ))}
        </div>
      ))}
    </div>,
    document.body,
  );
}

/** One person's slip. */
export function SlipCard({ slip }: { readonly slip: Slip }): ReactElement {
  const { name, unitName, roles, loginName, oneTimePassword } = slip;
  return (
    <div className="slip">
      <div className="slip-title">{words.title}</div>
      <div className="slip-name">{name}</div>
      <dl>
        <Line word={words.unit}>{unitName}</Line>
        <Line word={words.roles}>{roles.map((role) => WORDS.terms.roles[role]).join(WORDS.parts.and)}</Line>
        <Line word={words.address}>{window.location.origin}</Line>
        <Line word={words.loginName}>
          <b className="slip-code">{loginName}</b>
        </Line>
        <Line word={words.password}>
          <b className="slip-code">{oneTimePassword}</b>
        </Line>
      </dl>
      <div className="slip-note">{words.note}</div>
    </div>
  );
}

function Line({ word, children }: { readonly word: string; readonly children: React.ReactNode }): ReactElement {
  return (
    <div className="slip-line">
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}
