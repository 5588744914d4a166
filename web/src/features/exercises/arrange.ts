import type { ExerciseSummary } from './api/exercises';
import type { Standing } from './components/exercise-list';
import type { Solvers } from './api/solvers';
import type { ListSearch, Sort, Status } from './list-search';

/** What the reader asked for of exercises that the platform has found: by their own progress, in another order. */
export function arranged(
  exercises: readonly ExerciseSummary[],
  { status, sort }: Pick<ListSearch, 'status' | 'sort'>,
  standings: ReadonlyMap<number, Standing>,
  solvers: Solvers,
  locale: string,
): readonly ExerciseSummary[] {
  const shown = status
    ? exercises.filter(({ id }) => statusOf(standings.get(id)) === status)
    : exercises;
  return sort ? [...shown].sort(orders(solvers, new Intl.Collator(locale))[sort]) : shown;
}

function statusOf(standing: Standing | undefined): Status {
  if (!standing) return 'new';
  return standing.solved ? 'solved' : 'tried';
}

type Order = (one: ExerciseSummary, other: ExerciseSummary) => number;

function orders(solvers: Solvers, names: Intl.Collator): Record<Sort, Order> {
  // What nobody tried comes last.
  const rate = ({ id }: ExerciseSummary) => solvers.get(id)?.rate ?? -1;
  return {
    newest: (one, other) => other.id - one.id,
    title: (one, other) => names.compare(one.title, other.title),
    rate: (one, other) => rate(other) - rate(one),
    points: (one, other) => other.points - one.points,
  };
}
