import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { seriousViolations } from './accessibility';
import { expect, test } from './fixtures';
import { faultyPackage, problemPackage } from './package';

test('an author publishes an exercise, replaces, hides and downloads it', async ({
  page,
  administrator,
  words,
  picture,
}) => {
  const name = `double-${randomBytes(4).toString('hex')}`;
  const title = `Double ${name}`;
  const dialog = page.getByRole('dialog');
  const choose = (buffer: Buffer) =>
    dialog
      .getByLabel(words.package, { exact: true })
      .setInputFiles({ name: `${name}.zip`, mimeType: 'application/zip', buffer });
  const upload = () => dialog.getByRole('button', { name: words.upload, exact: true }).click();
  const row = page.getByRole('row', { name: title });
  const more = () =>
    row
      .locator('summary')
      .filter({ hasText: words.more(title) })
      .click();

  await administrator.goTo(words.author);
  await expect(page.getByRole('row', { name: words.sumOfTwo })).toContainText(words.open);

  await test.step('a package with faults shows all of them', async () => {
    await administrator.press(words.uploadPackage);
    await choose(faultyPackage());
    await upload();
    const faults = dialog.getByRole('alert').getByRole('listitem');
    await expect(faults.filter({ hasText: 'data' }).first()).toBeVisible();
    expect(await faults.count()).toBeGreaterThan(1);
    await picture('package-faults');
  });

  await test.step('a good one makes an exercise', async () => {
    await choose(problemPackage(title));
    await upload();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText(name);
    await picture('authoring');
  });

  await test.step('another one makes a new revision', async () => {
    await expect(row.getByRole('cell', { name: '1', exact: true })).toBeVisible();
    await more();
    await row.getByRole('button', { name: words.newRevisionOf(title), exact: true }).click();
    await choose(problemPackage(title));
    await upload();
    await expect(row.getByRole('cell', { name: '2', exact: true })).toBeVisible();
  });

  await test.step('its submissions are judged again', async () => {
    await more();
    await row.getByRole('button', { name: words.rejudgeOf(title), exact: true }).click();
    await dialog.getByRole('button', { name: words.rejudge, exact: true }).click();
    await expect(dialog).toContainText(words.nothingSubmitted);
    await picture('rejudging');
    await dialog.getByRole('button', { name: words.closeWindow, exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('hidden, it is gone for learners', async () => {
    await more();
    await row.getByRole('button', { name: words.hide(title), exact: true }).click();
    await expect(row).toContainText(words.hidden);
    await administrator.goTo(words.exercises);
    await page.getByRole('searchbox', { name: words.search }).fill(name);
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(0);
  });

  await test.step('its package comes back as it was sent', async () => {
    await administrator.goTo(words.author);
    const arrival = page.waitForEvent('download');
    await more();
    await row.getByRole('button', { name: words.downloadOf(title), exact: true }).click();
    const download = await arrival;
    expect(download.suggestedFilename()).toBe(`${name}.zip`);
    const files = Object.keys(unzipSync(await readFile(await download.path())));
    expect(files).toContain(`${name}/data/secret/1.in`);
  });
});

test('a teacher writes an exercise, has it judged, publishes and revises it', async ({
  page,
  administrator,
  words,
  picture,
}) => {
  const title = `Triple ${randomBytes(4).toString('hex')}`;
  const dialog = page.getByRole('dialog');
  const save = () => dialog.getByRole('button', { name: words.save, exact: true }).click();
  const part = (name: string) =>
    page.getByRole('navigation').getByRole('link', { name, exact: false }).click();
  const saved = () => expect(page.getByText(words.allSaved)).toBeVisible();

  await administrator.goTo(words.author);
  await administrator.press(words.newExercise);
  await dialog.getByLabel(words.titleVi).fill(title);
  await dialog.getByLabel(words.titleEn).fill(title);
  await picture('new-draft');
  await dialog.getByRole('button', { name: words.createDraft, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await test.step('the statement shows beside what is written', async () => {
    await part(words.parts.statement);
    await page.getByLabel(words.statementText, { exact: true }).last().fill('Print three times ');
    await administrator.press(words.formula);
    await page.keyboard.type('n');
    await expect(page.locator('.katex')).toBeVisible();
    await saved();
    await picture('draft-statement');
    expect.soft(await seriousViolations(page)).toEqual([]);
  });

  await test.step('tests by hand', async () => {
    await part(words.parts.tests);
    for (const [group, input, answer] of [
      [words.sampleTests, '2', '6'],
      [words.hiddenTests, '14', '42'],
    ] as const) {
      await administrator.press(words.addTestTo(group));
      await dialog.getByLabel(words.testInput, { exact: true }).fill(input);
      await dialog.getByLabel(words.testAnswer, { exact: true }).fill(answer);
      await save();
      await expect(dialog).toBeHidden();
    }
    await expect(page.getByRole('rowheader')).toHaveText(['1', '01']);
  });

  await test.step('a solution, which a judge checks', async () => {
    await part(words.parts.solutions);
    await administrator.press(words.addSolution);
    await dialog
      .getByRole('textbox', { name: words.program, exact: true })
      .fill('print(3 * int(input()))');
    await save();
    await expect(page.getByRole('rowheader', { name: 'right.py' })).toBeVisible();
    await part(words.parts.publish);
    await administrator.press(words.judgeSolutions);
    await expect(page.getByText(words.solutionsPassed).first()).toBeVisible();
    await picture('draft-publish');
    expect.soft(await seriousViolations(page)).toEqual([]);
  });

  await test.step('every other part is accessible, too', async () => {
    for (const name of ['checker', 'limits', 'starter', 'files', 'preview'] as const) {
      await part(words.parts[name]);
      await expect(page.getByRole('heading', { level: 2, name: words.parts[name] })).toBeVisible();
      await picture(`draft-${name}`);
      expect.soft(await seriousViolations(page), name).toEqual([]);
    }
    await part(words.parts.publish);
  });

  await test.step('learners get it', async () => {
    await administrator.press(words.publish);
    await page.getByRole('link', { name: words.openTheExercise, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.locator('.katex')).toBeVisible();
  });

  await test.step('an earlier revision is restored', async () => {
    await administrator.goTo(words.author);
    const row = page.getByRole('row', { name: title });
    await row
      .locator('summary')
      .filter({ hasText: words.more(title) })
      .click();
    await row.getByRole('button', { name: words.newRevisionOf(title), exact: true }).click();
    await dialog
      .getByLabel(words.package, { exact: true })
      .setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: problemPackage(title) });
    await dialog.getByRole('button', { name: words.upload, exact: true }).click();
    await expect(dialog).toBeHidden();
    await row
      .locator('summary')
      .filter({ hasText: words.more(title) })
      .click();
    await row.getByRole('link', { name: words.revisionsOf(title), exact: true }).click();
    await administrator.press(words.changesIn(2));
    await expect(page.getByText('data/secret/01.in')).toBeVisible();
    await picture('revisions');
    expect.soft(await seriousViolations(page)).toEqual([]);
    await administrator.press(words.restoreOf(1));
    await dialog.getByRole('button', { name: words.restore, exact: true }).click();
    await expect(page.getByText(words.restored(1, 3)).first()).toBeVisible();
  });
});
