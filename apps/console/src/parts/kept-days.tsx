import { Fragment, type ReactElement } from 'react';

const DAY = /(\d{4}-\d{2}-\d{2})/u;

/** A sentence whose days are never broken at the end of a line. */
export function KeptDays({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      {text.split(DAY).map((piece, index) =>
        DAY.test(piece) ? (
          <span key={index} className="keep number">
            {piece}
          </span>
        ) : (
          <Fragment key={index}>{piece}</Fragment>
        ),
      )}
    </>
  );
}
