/** Endings of source files by language, as the judge knows them. Without `python2` and the like: they share an ending. */
const endings: Readonly<Record<string, string>> = {
  python3: 'py',
  cpp: 'cpp',
  c: 'c',
  java: 'java',
  javascript: 'js',
  typescript: 'ts',
  csharp: 'cs',
  go: 'go',
  rust: 'rs',
  kotlin: 'kt',
  pascal: 'pas',
  php: 'php',
  ruby: 'rb',
  haskell: 'hs',
  ocaml: 'ml',
  perl: 'pl',
  lua: 'lua',
  r: 'r',
  bash: 'sh',
};

/** The languages in which one file is a program, most used first. */
export const sourceLanguages: readonly string[] = Object.keys(endings);

export function endingOf(language: string): string {
  return endings[language] ?? 'txt';
}

/** The language of a file by its name; none that is known if the ending is not. */
export function languageOfFile(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.entries(endings).find(([, known]) => known === ending)?.[0] ?? '';
}
