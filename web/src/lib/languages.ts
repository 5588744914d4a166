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

export function languageName(id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}
