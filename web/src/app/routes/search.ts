import { difficulties } from '@/features/exercises/api/exercises';
import { sorts, statuses, type ListSearch } from '@/features/exercises/list-search';

/** The search parameters of addresses: what is no value of theirs is left out. */
export type Search = Record<string, unknown>;

export function text(value: unknown): string | undefined {
  return (typeof value === 'string' || typeof value === 'number') && value !== ''
    ? String(value)
    : undefined;
}

export function id(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** Only an address of this app: signing in must not lead to another site. */
function ownAddress(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}

export const listSearch = (search: Search): ListSearch => ({
  q: text(search.q),
  category: text(search.category),
  difficulty: difficulties.find((difficulty) => difficulty === search.difficulty),
  tag: text(search.tag),
  status: statuses.find((status) => status === search.status),
  sort: sorts.find((sort) => sort === search.sort),
});

/** Where to go afterwards. */
export const next = (search: Search): { next?: string } => {
  const address = ownAddress(search.next);
  return address ? { next: address } : {};
};

export const words = (search: Search): { q?: string } => {
  const q = text(search.q);
  return q ? { q } : {};
};
