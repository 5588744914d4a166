import { describe, expect, test } from 'vitest';
import { applied, conflicts, merged } from './changes';
import { checkerOf, flagsOf, isTolerance } from './checker';
import { checkList } from './check-list';
import type { Draft, DraftTest } from './drafts';
import { partOf } from './findings';
import { pictureName, prefixed, surrounded, withPicture } from './markdown-edits';
import { folded } from './revisions';
import { nextSolution } from './solutions';
import { grouped, nextGroup, nextName, paired } from './tests';

const file = (path: string) => ({ path, sha256: '', size: 1 });
const named = (name: string): DraftTest => ({
  name,
  input: file(`data/${name}.in`),
  answer: file(`data/${name}.ans`),
});

describe('changes', () => {
  test('are merged entry by entry, lists as a whole', () => {
    const change = merged(
      { titles: { en: 'A', vi: 'B' }, tags: ['a'], limits: { time_ms: 1, memory_mib: 2 } },
      { titles: { en: 'C' }, tags: ['b'], limits: { time_ms: 3 } },
    );
    expect(change).toEqual({
      titles: { en: 'C', vi: 'B' },
      tags: ['b'],
      limits: { time_ms: 3 },
    });
  });

  test('a null removes an entry', () => {
    const settings = { statements: { en: 'A', vi: 'B' } };
    expect(applied(settings, { statements: { en: null } })).toEqual({ statements: { vi: 'B' } });
  });

  test('conflict only where both changed the same, differently', () => {
    const known = { titles: { en: 'A', vi: 'B' }, slug: 'x' };
    const theirs = { titles: { en: 'A2', vi: 'B2' }, slug: 'x' };
    expect(conflicts(known, theirs, { titles: { en: 'A3' }, slug: 'y' })).toEqual(['titles.en']);
    expect(conflicts(known, theirs, { titles: { en: 'A2' } })).toEqual([]);
    expect(conflicts(null, theirs, { slug: 'y' })).toEqual(['slug']);
  });
});

describe('tests', () => {
  test('are grouped by folder; samples and hidden ones are always there', () => {
    expect(grouped([]).map(({ folder }) => folder)).toEqual(['sample', 'secret']);
    const groups = grouped([named('secret/b/1'), named('sample/1'), named('secret/a/1')]);
    expect(groups.map(({ folder }) => folder)).toEqual(['sample', 'secret/a', 'secret/b']);
    expect(nextGroup(groups)).toBe('secret/subtask1');
    expect(nextGroup(grouped([named('secret/subtask2/1')]))).toBe('secret/subtask3');
  });

  test('a new one is named after the last number', () => {
    expect(nextName('sample', [])).toBe('1');
    expect(nextName('secret', [])).toBe('01');
    expect(nextName('secret', [named('secret/09'), named('secret/big')])).toBe('10');
    expect(nextName('secret/a', [named('secret/09')])).toBe('01');
  });

  test('files are paired by name, and the others reported', () => {
    const files = ['10.in', '2.ans', '10.out', '2.in', 'alone.in', 'notes.txt'].map(
      (name) => new File(['x'], name),
    );
    const { pairs, left } = paired(files);
    expect(pairs.map(({ name }) => name)).toEqual(['2', '10']);
    expect([...left].sort()).toEqual(['alone.in', 'notes.txt']);
  });
});

describe('Markdown', () => {
  test('marks go around the selection and away again', () => {
    const bold = surrounded({ text: 'a word', start: 2, end: 6 }, '**');
    expect(bold).toEqual({ text: 'a **word**', start: 4, end: 8 });
    expect(surrounded(bold, '**')).toEqual({ text: 'a word', start: 2, end: 6 });
  });

  test('a list begins each selected line', () => {
    expect(prefixed({ text: 'a\nb\nc', start: 2, end: 5 }, '- ').text).toBe('a\n- b\n- c');
  });

  test('a picture stands alone, its description selected', () => {
    const { text, start, end } = withPicture({ text: 'before', start: 6, end: 6 }, 'a b.png', 'x');
    expect(text).toBe('before\n\n![x](a%20b.png)\n');
    expect(text.slice(start, end)).toBe('x');
  });

  test('a pasted picture gets a name of its own', () => {
    const pasted = { name: 'image.png', type: 'image/png' };
    expect(pictureName(pasted, [])).toBe('picture-1.png');
    expect(pictureName(pasted, ['picture-1.png'])).toBe('picture-2.png');
    expect(pictureName({ name: 'Đồ thị.PNG', type: '' }, [])).toBe('do-thi.png');
  });
});

test('the flags of the checker are read and written alike', () => {
  for (const kind of ['words', 'case', 'exact', 'numbers'] as const) {
    expect(checkerOf(flagsOf(kind, [])).kind).toBe(kind);
  }
  expect(checkerOf(['space_change_sensitive']).kind).toBe('flags');
  expect(['1e-6', '0.001', '0', '-1', 'x', '1e-6 '].filter(isTolerance)).toEqual(['1e-6', '0.001']);
});

test.each([
  ['data/secret/1.in', 'tests'],
  ['statement/problem.en.md:3', 'statement'],
  ['submissions/accepted/a.py', 'solutions'],
  ['problem.yaml:4', 'basics'],
  ['output_validator/check.py', 'checker'],
  ['notes.txt', 'files'],
])('a finding about %s is shown with the %s', (field, part) => {
  expect(partOf({ field, message: 'is odd', code: 'package_fault' })).toBe(part);
});

test('a finding about a limit is shown with the limits', () => {
  const finding = { field: 'problem.yaml:4', message: 'time_limit is missing', code: '' };
  expect(partOf({ ...finding, message: 'memory is too large' })).toBe('limits');
});

test('solutions are named after what they must get', () => {
  expect(nextSolution('accepted', 'py', [])).toBe('right.py');
  expect(nextSolution('wrong_answer', 'py', ['wrong_answer/wrong.py'])).toBe('wrong-2.py');
  expect(nextSolution('brute_force', 'java', ['brute_force/BruteForce.java'])).toBe(
    'BruteForce2.java',
  );
});

test('lines far from a change are folded', () => {
  const lines = [...Array.from({ length: 9 }, (_, at) => ` ${at}`), '-old', '+new', ' end'];
  expect(folded(lines)).toEqual([
    { kind: 'folded', count: 6 },
    { kind: 'same', text: '6' },
    { kind: 'same', text: '7' },
    { kind: 'same', text: '8' },
    { kind: 'removed', text: 'old' },
    { kind: 'added', text: 'new' },
    { kind: 'same', text: 'end' },
  ]);
});

test('the check list asks for tests with answers, a statement and a right solution', () => {
  const draft = {
    settings: { titles: { vi: 'Tổng' }, statements: { vi: 'Đọc.' } },
    tests: [named('sample/1'), { ...named('secret/01'), answer: null }],
    solutions: [{ name: 'wrong_answer/a.py', expected: 'wrong_answer' }],
    files: [file('statement/problem.en.pdf')],
  } as unknown as Draft;
  const missing = checkList(draft).filter(({ done }) => !done);
  expect(missing.map(({ item, optional }) => [item, optional])).toEqual([
    ['titleEn', true],
    ['secret', false],
    ['right', false],
    ['category', true],
  ]);
});
