/** Names of the languages by their ids on the wire. An id that is not here shows as it is. */
const names: Partial<Record<string, string>> = {
  bash: 'Bash',
  c: 'C',
  cpp: 'C++',
  cpp17: 'C++17',
  cpp23: 'C++23',
  csharp: 'C#',
  go: 'Go',
  haskell: 'Haskell',
  java: 'Java',
  javascript: 'JavaScript',
  kotlin: 'Kotlin',
  lua: 'Lua',
  ocaml: 'OCaml',
  pascal: 'Pascal',
  perl: 'Perl',
  php: 'PHP',
  pypy3: 'PyPy 3',
  python3: 'Python 3',
  r: 'R',
  ruby: 'Ruby',
  rust: 'Rust',
  typescript: 'TypeScript',
};

/** Languages that read what is written in another one. */
const families: Partial<Record<string, string>> = { cpp17: 'cpp', cpp23: 'cpp', pypy3: 'python3' };

/** The language's own value, else that of its family: C++23 begins with the code for C++. */
export function ofLanguage(values: Readonly<Partial<Record<string, string>>>, id: string) {
  return values[id] ?? values[families[id] ?? id];
}

export function languageName(id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}
