/** So much of an element's top must be in sight for it to count as shown. Pixels. */
const GLIMPSE = 120;

/**
 * Brings an element into the sight of the pane that it stands in. Where the pane scrolls by itself, the page around it stays;
 * on a phone the page is the pane.
 */
export function showIn(pane: HTMLElement | null, element: HTMLElement | null | undefined): void {
  if (pane === null || element === null || element === undefined) return;
  if (pane.scrollHeight <= pane.clientHeight) {
    const { top } = element.getBoundingClientRect();
    const seen = top >= 0 && top <= window.innerHeight - GLIMPSE;
    if (!seen) element.scrollIntoView({ block: 'start' });
    return;
  }
  const above = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  const height = element.offsetHeight;
  const whole = above >= 0 && above + height <= pane.clientHeight;
  const large = height > pane.clientHeight && above >= 0 && above <= pane.clientHeight - GLIMPSE;
  if (whole || large) return;
  const room = Math.max(8, Math.min(pane.clientHeight / 4, pane.clientHeight - height - 8));
  pane.scrollTo({ top: pane.scrollTop + above - room });
}
