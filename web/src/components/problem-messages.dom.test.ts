import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { problemMessages } from './problem-messages';

interface Response {
  readonly $ref?: string;
  readonly description?: string;
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses?: Readonly<Record<string, Response>> };
}

interface Operation {
  readonly responses?: Readonly<Record<string, Response>>;
}

const contracts = import.meta.glob<string>('../../../contracts/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What the descriptions of refusals quote besides codes: members of problems, codes of single faults, and a cookie. */
const otherNames = new Set([
  'detail',
  'errors',
  'solution_differs',
  'solution_skipped',
  'touchstone_device',
]);

/** The codes by which operations for clients refuse. */
function codesOf({ paths, components }: Contract): string[] {
  return Object.entries(paths)
    .filter(([path]) => !path.startsWith('/internal/'))
    .flatMap(([, operations]) => Object.values(operations))
    .flatMap(({ responses = {} }) => Object.entries(responses))
    .filter(([status]) => Number(status) >= 400)
    .map(
      ([, response]) => components.responses?.[response.$ref?.split('/').at(-1) ?? ''] ?? response,
    )
    .flatMap(({ description = '' }) => [...description.matchAll(/`([a-z]+(?:_[a-z]+)*)`/g)])
    .map(([, name = '']) => name)
    .filter((name) => !otherNames.has(name));
}

test.each(Object.entries(contracts))('every code of %s has words', (_, yaml) => {
  const codes = new Set(codesOf(parse(yaml) as Contract));
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((code) => !Object.hasOwn(problemMessages.en, code))).toEqual([]);
});
