import { expect, it } from 'vitest';
import { passesOf } from './interaction';

const judge = (text: string) => ({ fromProgram: false, text });
const program = (text: string) => ({ fromProgram: true, text });

it('continues what was said before with lines that have no mark', () => {
  expect(passesOf('< 3 3\n#..\n..#\n> 1\n')).toEqual([[judge('3 3\n#..\n..#'), program('1')]]);
});

it('keeps indentation and repeated blanks, except one after the mark', () => {
  expect(passesOf('<   a  b\n>c\r\n  d   e')).toEqual([[judge('  a  b'), program('c\n  d   e')]]);
});

it('keeps blank lines within what is said, but none at the end', () => {
  expect(passesOf('< a\n\nb\n>\n\n')).toEqual([[judge('a\n\nb'), program('')]]);
});

it('begins another pass only at a line of three dashes', () => {
  expect(passesOf('< 1\n---5\n---\n> 2\n---\n')).toEqual([[judge('1\n---5')], [program('2')]]);
});

it('takes what stands before the first mark for the judge’s', () => {
  expect(passesOf('\n1 2\n> 3')).toEqual([[judge('1 2'), program('3')]]);
  expect(passesOf('')).toEqual([]);
});
