import { expect, test } from '../e2e/fixtures';

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
