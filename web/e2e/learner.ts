import { randomBytes } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from './words';

/** Someone who uses the platform by what the page says, never by how it is built. */
export class Learner {
  readonly username = `learner-${randomBytes(6).toString('hex')}`;
  readonly displayName = 'Nguyễn Thị Ánh';
  readonly password = `mật khẩu ${randomBytes(6).toString('hex')}`;

  constructor(
    readonly page: Page,
    readonly words: Words,
  ) {}

  async register(): Promise<void> {
    await this.fillRegistration();
    await this.seesToBeSignedIn();
  }

  async fillRegistration(username = this.username): Promise<void> {
    await this.page.goto('/register');
    await this.fillRegistrationForm(username);
  }

  /** On the page where it is. */
  async fillRegistrationForm(username = this.username): Promise<void> {
    const { page, words } = this;
    await page.getByLabel(words.username, { exact: true }).fill(username);
    await page.getByLabel(words.email, { exact: true }).fill(`${this.username}@example.org`);
    await page.getByLabel(words.displayName).fill(this.displayName);
    await page.getByLabel(words.password, { exact: true }).fill(this.password);
    await page.getByRole('button', { name: words.register, exact: true }).click();
  }

  async signIn(username = this.username, password = this.password): Promise<void> {
    const { page, words } = this;
    await page.goto('/sign-in');
    await page.getByLabel(words.usernameOrEmail, { exact: true }).fill(username);
    await page.getByLabel(words.password, { exact: true }).fill(password);
    await page.getByRole('button', { name: words.signIn, exact: true }).click();
  }

  async seesToBeSignedIn(username = this.username): Promise<void> {
    await expect(this.page.getByText(this.words.account(username))).toBeAttached();
  }

  async signOut(): Promise<void> {
    const { page, words } = this;
    await page
      .locator('summary')
      .filter({ hasText: words.account(this.username) })
      .click();
    await page.getByRole('button', { name: words.signOut, exact: true }).click();
    // The page itself may have a link of that name, too.
    await expect(
      page.getByRole('banner').getByRole('link', { name: words.signIn, exact: true }),
    ).toBeVisible();
  }

  /** Follows a link of the main navigation. */
  async goTo(place: string): Promise<void> {
    const navigation = this.page.getByRole('banner').getByRole('navigation');
    await navigation.getByRole('link', { name: place, exact: true }).click();
  }

  editor(language: string): Locator {
    return this.page.getByRole('textbox', { name: this.words.code(language), exact: true });
  }

  async chooseLanguage(language: string): Promise<void> {
    await this.page
      .getByRole('combobox', { name: this.words.programmingLanguage, exact: true })
      .selectOption(language);
  }

  async write(language: string, code: string): Promise<void> {
    await this.chooseLanguage(language);
    await this.replaceCode(language, code);
  }

  async replaceCode(language: string, code: string): Promise<void> {
    // By keys, as a person does: the editor puts back a selection that it did not make itself when it gets the focus.
    await this.editor(language).press('ControlOrMeta+a');
    await this.page.keyboard.insertText(code);
  }

  async press(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click();
  }

  async choose(tab: string): Promise<void> {
    await this.page.getByRole('tab', { name: tab, exact: true }).click();
  }

  panel(tab: string): Locator {
    return this.page.getByRole('tabpanel', { name: tab, exact: true });
  }

  outcome(): Locator {
    return this.page.getByRole('group', { name: this.words.outcome, exact: true });
  }

  /** Opens the exercise, submits the code and waits until the verdict is there. */
  async submitTo(slug: string, language: string, code: string, verdict: string): Promise<void> {
    await this.page.goto(`/exercises/${slug}`);
    await this.write(language, code);
    await this.press(this.words.submit);
    await expect(this.outcome()).toContainText(verdict);
  }

  /** Opens the page of the submission that was just judged; returns its path. */
  async openSubmission(): Promise<string> {
    const { page, words } = this;
    await page.getByRole('link', { name: words.openSubmission, exact: true }).click();
    await expect(page.getByRole('figure', { name: words.sourceCode, exact: true })).toBeVisible();
    return new URL(page.url()).pathname;
  }
}
