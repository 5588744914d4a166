import { strToU8, zipSync } from 'fflate';

/** A small problem package as an author would zip it. */
export function problemPackage(title: string): Buffer {
  return zip({
    'problem.yaml': `problem_format_version: 2023-07-draft
name:
  en: ${title}
  vi: ${title}
uuid: ${crypto.randomUUID()}
limits:
  time_limit: 1
`,
    'statement/problem.en.md': 'Read a number, print its double.\n',
    'statement/problem.vi.md': 'Đọc một số, in ra số gấp đôi.\n',
    'data/sample/1.in': '2\n',
    'data/sample/1.ans': '4\n',
    'data/secret/1.in': '21\n',
    'data/secret/1.ans': '42\n',
    'submissions/accepted/double.py': 'print(2 * int(input()))\n',
  });
}

/** Lacks what makes a package, in more ways than one. */
export function faultyPackage(): Buffer {
  return zip({
    'problem.yaml': 'problem_format_version: 2023-07-draft\nname: {}\n',
    'data/secret/1.in': '21\n',
  });
}

function zip(files: Readonly<Record<string, string>>): Buffer {
  const contents = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(contents)));
}
