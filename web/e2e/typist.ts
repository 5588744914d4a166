import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Locator, Page } from '@playwright/test';

/** What one key of a typist does to the page, as the browser receives it from the system. */
export type Stroke =
  | { readonly press: string }
  | { readonly insert: string }
  | { readonly compose: string }
  | { readonly command: 'selectAll' | 'paste' };

/** Milliseconds between two strokes, at most: shorter and longer than the page needs for one of them. */
const longestPause = 23;

/** Virtual key codes of the keys that are not letters. */
const keyCodes: Partial<Record<string, number>> = { Backspace: 8, Enter: 13, End: 35, Delete: 46 };

/**
 * Types faster than the page can follow: strokes reach the browser one after the other without waiting for what each of
 * them does to the page, as from a keyboard. Playwright's own keyboard waits for every key.
 */
export class Typist {
  #strokes = 0;

  private constructor(
    private readonly page: Page,
    private readonly editor: Locator,
    private readonly browser: CDPSession,
  ) {}

  /** At the editor of the page, on a processor slowed down by the factor. */
  static async at(page: Page, editor: Locator, slowdown: number): Promise<Typist> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const browser = await page.context().newCDPSession(page);
    await browser.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await editor.focus();
    return new Typist(page, editor, browser);
  }

  async copy(text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  }

  async type(...strokes: readonly Stroke[]): Promise<void> {
    const sent: Promise<unknown>[] = [];
    for (const stroke of strokes) {
      sent.push(...this.#send(stroke));
      this.#strokes += 1;
      await setTimeout((this.#strokes * 7) % longestPause);
    }
    await Promise.all(sent);
  }

  /** The editor's whole text once the page has come to rest. The text must fit into the window. */
  async text(): Promise<string> {
    return this.editor.evaluate(async (content) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
      await frame();
      const lines = [...content.querySelectorAll('.cm-line')];
      return lines.map((line) => line.textContent).join('\n');
    });
  }

  #send(stroke: Stroke): Promise<unknown>[] {
    const { browser } = this;
    if ('insert' in stroke) return [browser.send('Input.insertText', { text: stroke.insert })];
    if ('compose' in stroke) {
      const end = stroke.compose.length;
      const composition = { text: stroke.compose, selectionStart: end, selectionEnd: end };
      return [browser.send('Input.imeSetComposition', composition)];
    }
    if ('command' in stroke) {
      const key = stroke.command === 'paste' ? 'v' : 'a';
      const code = key.toUpperCase().charCodeAt(0);
      return this.#key({ key, windowsVirtualKeyCode: code, modifiers: 2 }, [stroke.command]);
    }
    const code = keyCodes[stroke.press] ?? stroke.press.toUpperCase().charCodeAt(0);
    const text = stroke.press.length === 1 ? { text: stroke.press } : {};
    return this.#key({ key: stroke.press, windowsVirtualKeyCode: code, ...text });
  }

  #key(
    key: { key: string; windowsVirtualKeyCode: number; modifiers?: number; text?: string },
    commands: string[] = [],
  ): Promise<unknown>[] {
    const down = key.text === undefined ? ('rawKeyDown' as const) : ('keyDown' as const);
    return [
      this.browser.send('Input.dispatchKeyEvent', { type: down, ...key, commands }),
      this.browser.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' }),
    ];
  }
}

/**
 * A word by Telex, as Unikey and ibus-bamboo send it: a key that changes letters already typed becomes backspaces and
 * the new letters. `tieengs` arrives as t, i, e, ⌫ê, n, g, ⌫⌫⌫ếng.
 */
export function telex(keys: string): readonly Stroke[] {
  const strokes: Stroke[] = [];
  let written = '';
  for (let length = 1; length <= keys.length; length += 1) {
    const wanted = spelled(keys.slice(0, length));
    let same = 0;
    while (same < written.length && written[same] === wanted[same]) same += 1;
    const removed = written.length - same;
    const added = wanted.slice(same);
    for (let i = 0; i < removed; i += 1) strokes.push({ press: 'Backspace' });
    const plain = removed === 0 && /^[a-z]$/.test(added);
    strokes.push(plain ? { press: added } : { insert: added });
    written = wanted;
  }
  return strokes;
}

const letters: Partial<Record<string, string>> = {
  aa: 'â',
  ee: 'ê',
  oo: 'ô',
  aw: 'ă',
  ow: 'ơ',
  uw: 'ư',
  dd: 'đ',
};
const tones: Partial<Record<string, string>> = {
  s: '\u0301',
  f: '\u0300',
  r: '\u0309',
  x: '\u0303',
  j: '\u0323',
};

/** What the keys of one Telex word spell. Enough for the words of the tests: the tone goes to the last vowel but before a final "i" or "u". */
export function spelled(keys: string): string {
  const tone = /[aeiouy].*[sfrxj]$/.test(keys) ? tones[keys.slice(-1)] : undefined;
  const word = (tone ? keys.slice(0, -1) : keys).replace(
    /aa|ee|oo|aw|ow|uw|dd/g,
    (pair) => letters[pair] ?? pair,
  );
  if (!tone) return word;
  return word.replace(/[aăâeêioôơuưy](?=[^aăâeêoôơyư]*$)/, (vowel) =>
    (vowel + tone).normalize('NFC'),
  );
}
