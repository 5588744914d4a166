import type { DraftTest } from './drafts';

/** A folder of tests with its tests: the samples, the hidden ones, or a subtask. */
export interface TestGroup {
  /** Such as `sample`, `secret` or `secret/group1`. */
  readonly folder: string;
  readonly tests: readonly DraftTest[];
}

/** The tests by folder in the order in which they are judged; samples and hidden tests even where there are none. */
export function grouped(tests: readonly DraftTest[]): TestGroup[] {
  const folders = new Map<string, DraftTest[]>([['sample', []]]);
  if (!tests.some(({ name }) => folderOf(name).startsWith('secret/'))) folders.set('secret', []);
  for (const test of tests) {
    const folder = folderOf(test.name);
    folders.set(folder, [...(folders.get(folder) ?? []), test]);
  }
  return [...folders]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([folder, found]) => ({ folder, tests: found }));
}

export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/'));
}

export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** A name for one more test, after the last number: `03` after `02`, `1` where there is none. */
export function nextName(folder: string, tests: readonly DraftTest[]): string {
  const numbers = tests
    .filter(({ name }) => folderOf(name) === folder)
    .map(({ name }) => lastPart(name))
    .filter((name) => /^\d+$/.test(name));
  const width = Math.max(folder === 'sample' ? 1 : 2, ...numbers.map(({ length }) => length));
  const next = Math.max(0, ...numbers.map(Number)) + 1;
  return String(next).padStart(width, '0');
}

/** The name of one more subtask: `subtask3` after `subtask2`. */
export function nextGroup(groups: readonly TestGroup[]): string {
  const numbers = groups.map(({ folder }) => /^secret\/\D*(\d+)$/.exec(folder)?.[1] ?? '0');
  return `secret/subtask${Math.max(0, ...numbers.map(Number)) + 1}`;
}

/** What is wrong with the last part of a name; null if nothing is. */
export function isTestName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,60}$/.test(name);
}

/** Files chosen for upload, as pairs of input and answer. */
export interface PairedFiles {
  readonly pairs: readonly {
    readonly name: string;
    readonly input: File;
    readonly answer: File;
  }[];
  /** Names of files that have no counterpart, or are neither. */
  readonly left: readonly string[];
}

const kinds: Readonly<Record<string, 'input' | 'answer'>> = {
  in: 'input',
  inp: 'input',
  input: 'input',
  ans: 'answer',
  a: 'answer',
  out: 'answer',
  ok: 'answer',
  answer: 'answer',
  output: 'answer',
};

/** Pairs `1.in` with `1.ans` or `1.out`, and so on, in the order of their names. */
export function paired(files: readonly File[]): PairedFiles {
  const found = new Map<string, { input?: File; answer?: File }>();
  const left: string[] = [];
  for (const file of files) {
    const [, stem = '', extension = ''] = /^(.*)\.([^.]+)$/.exec(file.name) ?? [];
    const kind = kinds[extension.toLowerCase()];
    const pair = found.get(stem) ?? {};
    if (!kind || !isTestName(stem) || pair[kind]) left.push(file.name);
    else found.set(stem, { ...pair, [kind]: file });
  }
  const pairs = [];
  for (const [name, { input, answer }] of found) {
    if (input && answer) pairs.push({ name, input, answer });
    else left.push(...[input, answer].flatMap((file) => (file ? [file.name] : [])));
  }
  const byName = new Intl.Collator('en', { numeric: true });
  return { pairs: pairs.sort((one, other) => byName.compare(one.name, other.name)), left };
}
