import { useEffect, useRef, useState } from 'react';

/**
 * A function that stays the same for as long as the page stands and does what the latest one does: parts that are drawn only
 * when something changes are then left alone.
 */
export function useSteady<Given extends unknown[]>(act: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const [steady] = useState(
    () =>
      (...given: Given) =>
        latest.current(...given),
  );
  return steady;
}
