import { expect, test } from 'vitest';
import { byLine, type Comment } from './comments';

const comment = (id: number, file: string, line: number) => ({ id, file, line }) as Comment;

test('comments stand below their line, in their order, and only in their file', () => {
  const lines = byLine(
    [comment(1, 'a.py', 3), comment(2, 'b.py', 3), comment(3, 'a.py', 1), comment(4, 'a.py', 3)],
    'a.py',
  );
  expect([...lines].map(([line, found]) => [line, found.map(({ id }) => id)])).toEqual([
    [3, [1, 4]],
    [1, [3]],
  ]);
});
