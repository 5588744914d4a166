import { expect, test } from 'vitest';
import { attemptedExercises, type LearnerResults } from './matrix';

test('the columns are the exercises that somebody attempted, each once, by number', () => {
  const learner = (...ids: number[]) =>
    ({
      exercises: ids.map((exercise_id) => ({ exercise_id })),
    }) as unknown as LearnerResults;
  expect(attemptedExercises([learner(10, 2), learner(), learner(2, 9)])).toEqual([2, 9, 10]);
  expect(attemptedExercises([])).toEqual([]);
});
