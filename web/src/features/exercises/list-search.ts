import { Store } from '@/lib/store';
import type { ExerciseFilter } from './api/exercises';

/** How far the reader got: nothing yet, tried, solved. */
export const statuses = ['new', 'tried', 'solved'] as const;
export type Status = (typeof statuses)[number];

/** Orders of the list beside the platform's own, the easiest first. */
export const sorts = ['newest', 'title', 'rate', 'points'] as const;
export type Sort = (typeof sorts)[number];

/** What the address of the list says. */
export interface ListSearch extends ExerciseFilter {
  readonly status?: Status | undefined;
  readonly sort?: Sort | undefined;
}

/** What takes every filter back; the order stays. */
export const unfiltered = {
  q: undefined,
  category: undefined,
  difficulty: undefined,
  tag: undefined,
  status: undefined,
} satisfies Record<Exclude<keyof ListSearch, 'sort'>, undefined>;

/** How the list was last looked at, for the way back to it. */
export const lastSearch = new Store<ListSearch>({});
