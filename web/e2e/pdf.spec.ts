import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { packageWithPdf, smallPdf } from './package';

test('a statement in PDF is shown and downloaded, by its author also while it is hidden', async ({
  page,
  administrator,
  words,
  picture,
}) => {
  const name = `pdf-${randomBytes(4).toString('hex')}`;
  const title = `Paper ${name}`;
  const pdf = smallPdf('Print the double.');
  const dialog = page.getByRole('dialog');
  const row = page.getByRole('row', { name: title });

  const readStatement = async () => {
    await page.goto(`/exercises/${name}`);
    const link = page.getByRole('link', { name: words.downloadPdf, exact: true });
    await expect(link).toBeVisible();
    const hasViewer = await page.evaluate(() => navigator.pdfViewerEnabled);
    const frames = page.getByRole('main').locator('iframe');
    await expect(frames).toHaveCount(hasViewer ? 1 : 0);
    if (hasViewer) await expect(frames).toHaveAttribute('src', /^blob:/);
    const arrival = page.waitForEvent('download');
    await link.click();
    const download = await arrival;
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    expect(await readFile(await download.path())).toEqual(pdf);
  };

  await test.step('an author uploads it', async () => {
    await administrator.goTo(words.author);
    await administrator.press(words.uploadPackage);
    await dialog.getByLabel(words.package, { exact: true }).setInputFiles({
      name: `${name}.zip`,
      mimeType: 'application/zip',
      buffer: packageWithPdf(title, pdf),
    });
    await dialog.getByRole('button', { name: words.upload, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText(name);
  });

  await test.step('hidden, it is there for the author', async () => {
    const more = () =>
      row
        .locator('summary')
        .filter({ hasText: words.more(title) })
        .click();
    await more();
    await row.getByRole('button', { name: words.hide(title), exact: true }).click();
    await expect(row).toContainText(words.hidden);
    await readStatement();
    await administrator.goTo(words.author);
    await more();
    await row.getByRole('button', { name: words.show(title), exact: true }).click();
    await expect(row).toContainText(words.open);
  });

  await test.step('open, it is there for everyone', async () => {
    await page.context().clearCookies();
    await readStatement();
    await picture('pdf-statement');
  });
});
