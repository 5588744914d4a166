import { expect, test } from 'vitest';
import { colouredLines } from './coloured-lines';
import { plainLines } from './lines';

test('colours the parts of a program and keeps every character', async () => {
  const source = '# a sum\nprint(1 + 2)\n\nx = "ă"\n';
  const lines = (await colouredLines(source, 'python3')) ?? [];
  expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual(
    source.trimEnd().split('\n'),
  );
  expect(lines[0]).toEqual([{ text: '# a sum', part: 'comment' }]);
  expect(lines[1]).toContainEqual({ text: '1', part: 'number' });
  expect(lines[3]).toContainEqual({ text: '"ă"', part: 'string' });
});

test('colours languages that have only a line-wise mode', async () => {
  const lines = (await colouredLines('begin\n  x := 1;\nend.\n', 'pascal')) ?? [];
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContainEqual({ text: 'begin', part: 'keyword' });
});

test('has no colours for an unknown language', async () => {
  expect(await colouredLines('x', 'klingon')).toBeNull();
});

test.each([
  ['', 1],
  ['one', 1],
  ['one\n', 1],
  ['one\r\ntwo\r\n', 2],
  ['one\n\n', 2],
])('%j has %i lines', (text, count) => {
  expect(plainLines(text)).toHaveLength(count);
});
