import axe, { type AxeResults } from 'axe-core';
import type { Page } from '@playwright/test';

/** What axe-core finds serious or critical on the page as it is now, or wrong in the order of headings; one line each. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  // Colours on their way from one to the other are neither; those that never arrive are not waited for.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished),
    ),
  );
  // Evaluated rather than added as a script, which the content security policy forbids.
  await page.evaluate(axe.source);
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations
    .filter(
      ({ id, impact }) => impact === 'serious' || impact === 'critical' || id === 'heading-order',
    )
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
    );
}

/** How many pixels the page is wider than its window; zero if nothing scrolls sideways. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
