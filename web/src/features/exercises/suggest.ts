import type { ExerciseSummary } from './api/exercises';

interface Attempted {
  readonly exercise_id: number;
  readonly best_status: string | null;
}

/**
 * What to work on: the exercise last tried and not solved, and the easiest one that was never tried, first of the topic
 * of the last attempt.
 *
 * @param exercises the easiest first
 * @param attempted the last attempted first
 */
export function suggested(
  exercises: readonly ExerciseSummary[],
  attempted: readonly Attempted[],
): { readonly open?: ExerciseSummary; readonly next?: ExerciseSummary } {
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const unsolved = attempted.filter(({ best_status: status }) => status !== 'AC');
  const open = unsolved.map(({ exercise_id: id }) => byId.get(id)).find(Boolean);
  const tried = new Set(attempted.map(({ exercise_id: id }) => id));
  const fresh = exercises.filter(({ id, is_active: active }) => active && !tried.has(id));
  const topic = attempted[0] && byId.get(attempted[0].exercise_id)?.category;
  const next = fresh.find(({ category }) => category === topic) ?? fresh[0];
  return { ...(open && { open }), ...(next && { next }) };
}
