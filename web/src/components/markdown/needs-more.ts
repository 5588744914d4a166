/** Tables, struck text, footnotes, task lists, and addresses that become links by themselves. */
const signs = /[|~@]|:-|-:|\[\^|\[[\sx]\]|www\.|https?:/i;

/** Whether a text may have some of what GitHub added to Markdown. At worst it needs what it did not use. */
export function needsMore(text: string): boolean {
  return signs.test(text);
}
