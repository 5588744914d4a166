import { expect, test } from 'vitest';
import type { ExerciseSummary } from './api/exercises';
import { arranged } from './arrange';

const exercise = (id: number, title: string, points: number) =>
  ({ id, title, points }) as ExerciseSummary;
const all = [exercise(1, 'Đèn', 10), exercise(2, 'Ăn', 30), exercise(3, 'Bánh', 20)];
const standings = new Map([
  [1, { solved: true, bestScore: 10 }],
  [3, { solved: false, bestScore: 5 }],
]);
const solvers = new Map([
  [1, { learners: 4, solved: 1, rate: 0.25 }],
  [3, { learners: 2, solved: 2, rate: 1 }],
]);

test.each([
  [{}, [1, 2, 3]],
  [{ status: 'solved' }, [1]],
  [{ status: 'tried' }, [3]],
  [{ status: 'new' }, [2]],
  [{ sort: 'newest' }, [3, 2, 1]],
  [{ sort: 'points' }, [2, 3, 1]],
  [{ sort: 'rate' }, [3, 1, 2]],
  // As Vietnamese dictionaries do: Ă before B before Đ.
  [{ sort: 'title' }, [2, 3, 1]],
] as const)('%j', (search, ids) => {
  const shown = arranged(all, search, standings, solvers, 'vi');
  expect(shown.map(({ id }) => id)).toEqual(ids);
});
