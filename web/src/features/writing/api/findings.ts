import type { ExercisesSchemas } from '@/lib/api/contract';

export type Finding = ExercisesSchemas['PackageFinding'];

/** The parts of a draft, each on a page of its own, in the order in which one writes them. */
export const parts = [
  'basics',
  'statement',
  'tests',
  'checker',
  'limits',
  'starter',
  'solutions',
  'guidance',
  'files',
  'preview',
  'publish',
] as const;
export type Part = (typeof parts)[number];

const folders: readonly (readonly [pattern: RegExp, part: Part])[] = [
  [/^(problem_)?statement\//, 'statement'],
  [/^data\/.*(test_group|testdata)\.yaml/, 'tests'],
  [/^data(\/|$|:)/, 'tests'],
  [/^output_validators?(\/|$)/, 'checker'],
  [/^submissions(\/|$)/, 'solutions'],
  [/^(hints|solution)\//, 'guidance'],
  [/^(starter|attachments\/templates)\//, 'starter'],
  [/^(problem|touchstone)\.yaml/, 'basics'],
  [/^\.timelimit/, 'limits'],
];

/** Where an author can do something about a finding. */
export function partOf({ field, message }: Finding): Part {
  // The statement that is missing has no file; limits are in the file of the basics.
  if (/^statement$/.test(field)) return 'statement';
  if (field.startsWith('problem.yaml') && /\b(limit|memory|output|code)s?\b/.test(message)) {
    return 'limits';
  }
  return folders.find(([pattern]) => pattern.test(field))?.[1] ?? 'files';
}

export function isFault({ code }: Finding): boolean {
  return code !== 'package_warning';
}
