import { expect, test } from 'vitest';
import type { Catalogue, Message } from './messages';

type AnyCatalogue = Catalogue<Record<string, Message>>;

const modules = import.meta.glob<Record<string, unknown>>(
  ['/src/**/messages.ts', '/src/**/*-messages.ts', '/src/**/verdict.ts', '!/src/lib/**'],
  { eager: true },
);

const catalogues = Object.entries(modules).flatMap(([file, exports]) =>
  Object.entries(exports)
    .filter((entry): entry is [string, AnyCatalogue] => isCatalogue(entry[1]))
    .map(([name, catalogue]) => ({ name: `${file} ${name}`, catalogue })),
);

function isCatalogue(value: unknown): value is AnyCatalogue {
  return typeof value === 'object' && value !== null && 'en' in value && 'vi' in value;
}

function places(message: Message | undefined): string[] {
  const texts = typeof message === 'object' ? [message.one, message.other] : [message ?? ''];
  const names = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
  return [...new Set(names)].sort();
}

test('finds the catalogues', () => {
  expect(catalogues.length).toBeGreaterThan(8);
});

test.each(catalogues)('$name says the same in both languages', ({ catalogue }) => {
  expect(Object.keys(catalogue.vi).sort()).toEqual(Object.keys(catalogue.en).sort());
  for (const key of Object.keys(catalogue.en)) {
    expect({ key, places: places(catalogue.vi[key]) }).toEqual({
      key,
      places: places(catalogue.en[key]),
    });
  }
});

test.each(catalogues)('$name leaves no text empty', ({ catalogue }) => {
  const texts = [...Object.values(catalogue.en), ...Object.values(catalogue.vi)].flatMap(
    (message) => (typeof message === 'object' ? Object.values(message) : [message]),
  );
  expect(texts.filter((text) => text.trim() === '')).toEqual([]);
});
