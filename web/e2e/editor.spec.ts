import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Learner } from './learner';
import { spelled, telex, Typist, type Stroke } from './typist';

/** How often each thing is done, and how much slower than this machine the learner's is. */
const rounds = 50;
const slowdown = 6;

const words = ['tieengs', 'vieetj', 'ddaauf', 'soos', 'nguyeenx', 'toongr', 'ddieemr', 'chuwx'];

async function typist(page: Page, learner: Learner): Promise<Typist> {
  await page.goto('/exercises/sum-of-two');
  await learner.chooseLanguage('Python 3');
  return Typist.at(page, learner.editor('Python 3'), slowdown);
}

/** Empties the editor, and waits until it is. */
async function clear(keyboard: Typist): Promise<void> {
  await keyboard.type({ command: 'selectAll' }, { press: 'Delete' });
  await expect.poll(() => keyboard.text()).toBe('');
}

test('a Vietnamese keyboard that corrects by backspace loses no letter', async ({
  page,
  learner,
}) => {
  const keyboard = await typist(page, learner);
  for (let round = 0; round < rounds; round += 1) {
    if (round % 5 === 0) await clear(keyboard);
    const before = round % 5 === 0 ? '' : await keyboard.text();
    const keys = words[round % words.length] ?? '';
    const start: Stroke[] = before ? [{ press: 'Enter' }] : [];
    await keyboard.type(...start, { insert: '# ' }, ...telex(keys));
    const comment = `# ${spelled(keys)}`;
    expect(await keyboard.text(), `round ${round}`).toBe(
      before ? `${before}\n${comment}` : comment,
    );
  }
});

test('an input method that composes loses no letter', async ({ page, learner }) => {
  const keyboard = await typist(page, learner);
  await clear(keyboard);
  let expected = '';
  for (let round = 0; round < rounds; round += 1) {
    const keys = words[round % words.length] ?? '';
    const stages = Array.from(keys, (_, index) => ({ compose: spelled(keys.slice(0, index + 1)) }));
    await keyboard.type({ insert: round % 5 === 0 ? '#' : ' ' }, ...stages, {
      insert: spelled(keys),
    });
    expected += `${round % 5 === 0 ? '#' : ' '}${spelled(keys)}`;
    expect(await keyboard.text(), `round ${round}`).toBe(expected);
  }
});

test('all selected, deleted and pasted anew at once is there', async ({ page, learner }) => {
  const keyboard = await typist(page, learner);
  const program = 'a, b = map(int, input().split())\n# tổng\nprint(a + b)\n';
  await keyboard.copy(program);
  for (let round = 0; round < rounds; round += 1) {
    await keyboard.type({ command: 'selectAll' }, { press: 'Delete' }, { command: 'paste' });
    expect(await keyboard.text(), `round ${round}`).toBe(program);
  }
});

test('what is pasted among typed letters is there', async ({ page, learner }) => {
  const keyboard = await typist(page, learner);
  await clear(keyboard);
  await keyboard.copy('số');
  let expected = '';
  for (let round = 0; round < rounds; round += 1) {
    await keyboard.type({ press: 'x' }, { command: 'paste' }, { press: 'y' }, { command: 'paste' });
    expected += 'xsốysố';
    expect(await keyboard.text(), `round ${round}`).toBe(expected);
  }
});
