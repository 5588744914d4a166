import { expect, test } from 'vitest';
import type { ExerciseSummary } from './api/exercises';
import { suggested } from './suggest';

const exercise = (id: number, category: string, is_active = true) =>
  ({ id, category, is_active }) as ExerciseSummary;
const all = [exercise(1, 'loops'), exercise(2, 'graphs', false), exercise(3, 'graphs')];
const ids = (attempted: Parameters<typeof suggested>[1]) => {
  const { open, next } = suggested(all, attempted);
  return [open?.id, next?.id];
};

test('who begins gets the easiest exercise', () => expect(ids([])).toEqual([undefined, 1]));

test('goes on with the last one that is not solved', () => {
  expect(
    ids([
      { exercise_id: 3, best_status: 'AC' },
      { exercise_id: 1, best_status: 'WA' },
    ]),
  ).toEqual([1, undefined]);
});

test('suggests an open exercise of the topic that one is at', () => {
  const more = [...all, exercise(4, 'graphs')];
  expect(suggested(more, [{ exercise_id: 3, best_status: 'AC' }]).next?.id).toBe(4);
});

test('an exercise that is gone is nothing to go on with', () => {
  expect(ids([{ exercise_id: 9, best_status: null }])).toEqual([undefined, 1]);
});
