import type { Draft } from './drafts';
import type { Part } from './findings';

export type Item =
  | 'titleVi'
  | 'titleEn'
  | 'statementVi'
  | 'statementEn'
  | 'sample'
  | 'secret'
  | 'right'
  | 'wrong'
  | 'category';

export interface Checked {
  readonly item: Item;
  readonly done: boolean;
  /** Whether the exercise can do without. */
  readonly optional: boolean;
  readonly part: Part;
}

/** What an exercise needs, and what it should have, with the part where that is written. */
export function checkList({ settings, tests, solutions, files }: Draft): Checked[] {
  const { titles = {}, statements = {}, category, difficulty_level } = settings;
  const has = (texts: Readonly<Record<string, string | null>>, locale: string) =>
    (texts[locale] ?? '').trim() !== '';
  // A statement may also be LaTeX, HTML or PDF.
  const hasStatement = (locale: string) =>
    has(statements, locale) ||
    files.some(({ path }) =>
      new RegExp(`^(problem_)?statement/problem\\.${locale}\\.[a-z]+$`).test(path),
    );
  const answered = (folder: string) =>
    tests.some(({ name, answer }) => name.startsWith(folder) && answer !== null);
  const complete = (folder: string) =>
    answered(folder) &&
    tests.every(({ name, answer }) => !name.startsWith(folder) || answer !== null);
  const named = ['vi', 'en'].some((id) => has(titles, id));
  const described = ['vi', 'en'].some(hasStatement);
  return [
    title('titleVi', 'vi'),
    title('titleEn', 'en'),
    statement('statementVi', 'vi'),
    statement('statementEn', 'en'),
    { item: 'sample', done: answered('sample/'), optional: true, part: 'tests' },
    { item: 'secret', done: complete('secret/'), optional: false, part: 'tests' },
    { item: 'right', done: solves(/^accepted$/), optional: false, part: 'solutions' },
    { item: 'wrong', done: solves(/^(?!accepted$)/), optional: true, part: 'solutions' },
    {
      item: 'category',
      done: Boolean(category) && Boolean(difficulty_level),
      optional: true,
      part: 'basics',
    },
  ];

  function title(item: Item, locale: string): Checked {
    return { item, done: has(titles, locale), optional: named, part: 'basics' };
  }
  function statement(item: Item, locale: string): Checked {
    return { item, done: hasStatement(locale), optional: described, part: 'statement' };
  }
  function solves(folder: RegExp): boolean {
    return solutions.some(({ expected }) => folder.test(expected));
  }
}
