import { type ComponentType, type ReactElement, useEffect, useState } from 'react';
import { PageLoading } from '../parts/page-loading';

/**
 * A page whose script is fetched when it is first opened. React's own `lazy` keeps what has arrived back until a placeholder
 * has stood for 300 ms; here it is shown at once. A script that does not come is an error for the guard around the page.
 */
export function whenLoaded(load: () => Promise<{ readonly default: ComponentType }>): ComponentType {
  let Page: ComponentType | null = null;
  return function Loaded(): ReactElement {
    const [, setState] = useState<'waiting' | 'there'>('waiting');
    useEffect(() => {
      if (Page !== null) return;
      load().then(
        (script) => {
          Page = script.default;
          setState('there');
        },
        (error: unknown) =>
          setState(() => {
            throw error;
          }),
      );
    }, []);
    return Page === null ? <PageLoading /> : <Page />;
  };
}
