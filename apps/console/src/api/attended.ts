/** For so long after a touch somebody is taken to be at the page. Milliseconds. */
const PRESENT = 60_000;

/** What only a person does. */
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let touchedAt = Date.now();

/** Begins to watch whether somebody is at the page. Opening it is a sign as well. */
export function watchAttendance(): void {
  const touched = (): void => {
    touchedAt = Date.now();
  };
  for (const sign of SIGNS) window.addEventListener(sign, touched, { capture: true, passive: true });
}

/** True while somebody seems to be at the page. Otherwise its own requests do not keep the session alive. */
export function isAttended(): boolean {
  return Date.now() - touchedAt < PRESENT;
}
