/** Fingers on the page, as many as are wanted at once. */
import type { Page } from '@playwright/test';

type Fingers = readonly (readonly [number, number])[];

/** Gives what puts fingers down in one place each, moves them to another, and lifts them. */
export async function touching(page: Page): Promise<(from: Fingers, to: Fingers) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  const points = (fingers: Fingers) => fingers.map(([x, y], id) => ({ x, y, id }));
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: Fingers) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points(fingers) });
  return async (from, to) => {
    await send('touchStart', from);
    for (let step = 1; step <= 5; step += 1) {
      const between = from.map(([x, y], id): [number, number] => {
        const [tx, ty] = to[id] ?? [x, y];
        return [x + ((tx - x) * step) / 5, y + ((ty - y) * step) / 5];
      });
      await send('touchMove', between);
    }
    await send('touchEnd', []);
  };
}
