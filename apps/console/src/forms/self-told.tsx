import { type AriaAttributes, type ReactElement, useId } from 'react';

interface Props {
  /** What is wrong with the field; null for nothing. */
  readonly fault: string | null;
  readonly children: (aria: Pick<AriaAttributes, 'aria-describedby'>) => ReactElement;
}

/** A field that says beneath itself what is wrong, for places where no item of a form does. */
export function SelfTold({ fault, children }: Props): ReactElement {
  const faultId = useId();
  return (
    <div className="self-told">
      {children(fault === null ? {} : { 'aria-describedby': faultId })}
      {fault !== null && (
        <div id={faultId} className="field-fault" role="alert">
          {fault}
        </div>
      )}
    </div>
  );
}
