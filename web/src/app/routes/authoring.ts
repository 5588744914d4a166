import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Part } from '@/features/writing/api/findings';
import { root } from './root';
import { id, text, words, type Search } from './search';

const author = createRoute({
  getParentRoute: () => root,
  path: '/author',
  validateSearch: words,
  component: lazyRouteComponent(() => import('../pages/author-page')),
});

const results = createRoute({
  getParentRoute: () => root,
  path: '/author/exercises/$id',
  validateSearch: (
    search: Search,
  ): {
    verdict?: string | undefined;
    language?: string | undefined;
    learner?: string | undefined;
  } => ({
    verdict: text(search.verdict),
    language: text(search.language),
    learner: text(search.learner),
  }),
  component: lazyRouteComponent(() => import('../pages/results-page')),
});

const matrix = createRoute({
  getParentRoute: () => root,
  path: '/author/results',
  validateSearch: (
    search: Search,
  ): { learner?: string | undefined; topic?: string | undefined; sort?: string | undefined } => ({
    learner: text(search.learner),
    topic: text(search.topic),
    sort: text(search.sort),
  }),
  component: lazyRouteComponent(() => import('../pages/matrix-page')),
});

const drafts = createRoute({
  getParentRoute: () => root,
  path: '/author/drafts',
  component: lazyRouteComponent(() => import('../pages/drafts-page')),
});

const draft = createRoute({
  getParentRoute: () => root,
  path: '/author/drafts/$id',
  /** Which part of the draft is open. */
  validateSearch: (search: Search): { part?: Part } =>
    search.part ? { part: search.part as Part } : {},
  component: lazyRouteComponent(() => import('../pages/draft-page')),
});

const ownCollections = createRoute({
  getParentRoute: () => root,
  path: '/author/collections',
  component: lazyRouteComponent(() => import('../pages/own-collections-page')),
});

const editCollection = createRoute({
  getParentRoute: () => root,
  path: '/author/collections/$id',
  component: lazyRouteComponent(() => import('../pages/edit-collection-page')),
});

const topics = createRoute({
  getParentRoute: () => root,
  path: '/author/topics',
  component: lazyRouteComponent(() => import('../pages/topics-page')),
});

const revisions = createRoute({
  getParentRoute: () => root,
  path: '/author/exercises/$id/revisions',
  validateSearch: (search: Search): { shown?: number | undefined; since?: number | undefined } => ({
    shown: id(search.shown),
    since: id(search.since),
  }),
  component: lazyRouteComponent(() => import('../pages/revisions-page')),
});

/** Pages of authors. */
export const authoring = [
  author,
  results,
  matrix,
  drafts,
  draft,
  ownCollections,
  editCollection,
  topics,
  revisions,
] as const;
