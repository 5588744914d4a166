import { seriousViolations } from './accessibility';
import { expect, test } from './fixtures';
import { Learner } from './learner';
import { totp } from './totp';

test('who has forgotten the password asks for a link, or gets one from an administrator', async ({
  page,
  browser,
  administrator,
  words,
  picture,
}) => {
  const elsewhere = await browser.newContext();
  const learner = new Learner(await elsewhere.newPage(), words);
  await learner.register();
  await learner.signOut();
  await learner.page.goto('/sign-in');
  await learner.page.getByRole('link', { name: words.forgotten, exact: true }).click();
  await learner.page.getByLabel(words.usernameOrEmail, { exact: true }).fill(learner.username);
  await learner.press(words.sendLink);
  await expect(learner.page.getByText(words.lookIntoMail)).toBeVisible();

  await page.goto(`/admin/users?q=${learner.username}`);
  await administrator.press(words.resetLinkFor(learner.username));
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words.makeLink, exact: true }).click();
  const link = await dialog.locator('code').textContent();
  await picture('reset-link');

  await learner.page.goto(link ?? '');
  await learner.page.getByLabel(words.newPassword, { exact: true }).fill('một mật khẩu khác hẳn');
  await learner.press(words.setPassword);
  await expect(learner.page.getByText(words.passwordIsSet)).toBeVisible();
  await learner.signIn(learner.username, 'một mật khẩu khác hẳn');
  await learner.seesToBeSignedIn();
  await elsewhere.close();
});

test('a second factor is set up, and asked for at the next sign-in', async ({
  page,
  learner,
  words,
  picture,
}) => {
  await learner.register();
  await page.goto('/profile/security');
  const section = page.getByRole('region', { name: words.secondFactor, exact: true });
  await section.getByLabel(words.currentPassword, { exact: true }).fill(learner.password);
  await learner.press(words.setUpApp);
  const secret = (await section.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await picture('second-factor');
  expect(await seriousViolations(page)).toEqual([]);
  await section.getByLabel(words.secondCode, { exact: true }).fill(totp(secret));
  await learner.press(words.turnOn);
  const recovery = (await section.getByRole('listitem').first().textContent()) ?? '';
  await picture('recovery-codes');
  expect(await seriousViolations(page)).toEqual([]);
  await learner.press(words.codesSaved);
  await expect(page.getByText(words.codesLeft)).toBeVisible();

  await learner.signOut();
  await learner.signIn();
  const code = page.getByLabel(words.secondCode, { exact: true });
  await expect(code).toBeFocused();
  await picture('second-step');
  await code.fill(recovery);
  await learner.press(words.signIn);
  await learner.seesToBeSignedIn();
});

test.describe('at an address with a name', () => {
  // Passkeys belong to names: the platform of the tests is localhost.
  test.use({ baseURL: process.env.TOUCHSTONE_URL?.replace('127.0.0.1', 'localhost') });

  test('a passkey signs in without a password', async ({ page, learner, words, picture }) => {
    const device = await page.context().newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
    await learner.register();
    await page.goto('/profile/security');
    const section = page.getByRole('region', { name: words.passkeys, exact: true });
    await section.getByRole('button', { name: words.addPasskey, exact: true }).click();
    await section.getByLabel(words.nameOfDevice, { exact: true }).fill('Laptop');
    await section.getByLabel(words.currentPassword, { exact: true }).fill(learner.password);
    await section.getByRole('button', { name: words.addPasskey, exact: true }).click();
    await expect(section.getByRole('listitem').filter({ hasText: 'Laptop' })).toBeVisible();
    await picture('passkeys');
    expect(await seriousViolations(page)).toEqual([]);

    await learner.signOut();
    await page.goto('/sign-in');
    await learner.press(words.signInWithPasskey);
    await learner.seesToBeSignedIn();
  });
});

test('a token for a program is shown once, and deleted', async ({
  page,
  learner,
  words,
  picture,
}) => {
  await learner.register();
  await page.goto('/profile/tokens');
  // The list is above the form, which moves when it has come.
  await expect(page.getByText(words.noTokens)).toBeVisible();
  await page.getByLabel(words.tokenName, { exact: true }).fill('script');
  await page.getByLabel(words.readSubmissions, { exact: true }).check();
  await learner.press(words.makeToken);
  const text = page.getByRole('main').locator('code');
  await expect(text).toHaveText(/^tspat_/);
  await picture('token');
  const token = (await text.textContent()) ?? '';
  const answer = await page.request.get('/api/v1/submissions', {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(answer.status()).toBe(200);

  await page.reload();
  await expect(page.getByRole('row', { name: 'script' })).toBeVisible();
  await expect(text).toHaveCount(0);
  await learner.press(words.deleteTokenNamed('script'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words.deleteToken, exact: true })
    .click();
  await expect(page.getByText(words.noTokens)).toBeVisible();
});
