import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
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

  await administrator.goTo(words.author);
  await expect(page.getByRole('row', { name: words.sumOfTwo })).toContainText(words.open);

  await test.step('a package with faults shows all of them', async () => {
    await administrator.press(words.newExercise);
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
    await row.getByRole('button', { name: words.newRevisionOf(title), exact: true }).click();
    await choose(problemPackage(title));
    await upload();
    await expect(row.getByRole('cell', { name: '2', exact: true })).toBeVisible();
  });

  await test.step('its submissions are judged again', async () => {
    await row.getByRole('button', { name: words.rejudgeOf(title), exact: true }).click();
    await dialog.getByRole('button', { name: words.rejudge, exact: true }).click();
    await expect(dialog).toContainText(words.nothingSubmitted);
    await picture('rejudging');
    await dialog.getByRole('button', { name: words.closeWindow, exact: true }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('hidden, it is gone for learners', async () => {
    await row.getByRole('button', { name: words.hide(title), exact: true }).click();
    await expect(row).toContainText(words.hidden);
    await administrator.goTo(words.exercises);
    await page.getByRole('searchbox', { name: words.search }).fill(name);
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(0);
  });

  await test.step('its package comes back as it was sent', async () => {
    await administrator.goTo(words.author);
    const arrival = page.waitForEvent('download');
    await row.getByRole('button', { name: words.downloadOf(title), exact: true }).click();
    const download = await arrival;
    expect(download.suggestedFilename()).toBe(`${name}.zip`);
    const files = Object.keys(unzipSync(await readFile(await download.path())));
    expect(files).toContain(`${name}/data/secret/1.in`);
  });
});
