import { expect, test } from '../e2e/fixtures';
import { Learner } from '../e2e/learner';
import { programs } from '../e2e/programs';

const folder = '../docs/images';

const program = `def main():
    first, second = input().split()
    # A learner's usual slip: these are texts, not numbers.
    print(first + second)


main()
`;

test('the exercise page and a verdict', async ({ page, learner, words }) => {
  await learner.register();
  await page.goto('/exercises/sum-of-two');
  await learner.write('Python 3', program);
  await expect(page.getByRole('article').getByRole('math').first()).toBeAttached();
  await page.screenshot({ path: `${folder}/exercise.png` });

  await learner.press(words.submit);
  await expect(learner.outcome()).toContainText(words.wrongAnswer);
  await page.screenshot({ path: `${folder}/verdict.png` });
});

test('a compile error beside its line', async ({ page, learner, words }) => {
  await learner.register();
  await learner.submitTo('sum-of-two', 'C++', programs.incomplete, words.compileError);
  await expect(page.locator('[data-editor] .cm-said')).toBeVisible();
  await page.screenshot({ path: `${folder}/compile-error.png` });
});

test('results of a class, users, and the queue', async ({
  page,
  browser,
  administrator,
  words,
}) => {
  for (const [program, verdict] of [
    [programs.wrong, words.wrongAnswer],
    [programs.right, words.accepted],
  ] as const) {
    const elsewhere = await browser.newContext();
    const learner = new Learner(await elsewhere.newPage(), words);
    await learner.register();
    await learner.submitTo('sum-of-two', 'Python 3', program, verdict);
    await elsewhere.close();
  }
  await expect(administrator.page.getByRole('link', { name: words.administration })).toBeVisible();
  for (const [name, address] of [
    ['results', '/author/results'],
    ['users', '/admin/users'],
    ['judging', '/admin/judging'],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole('table').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${folder}/${name}.png` });
  }
});
