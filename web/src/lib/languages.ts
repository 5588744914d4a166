/** Names of the languages by their ids on the wire. An id that is not here shows as it is. */
const names: Partial<Record<string, string>> = {
  python3: 'Python 3',
  pypy3: 'PyPy 3',
  cpp: 'C++',
  c: 'C',
  java: 'Java',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  go: 'Go',
  rust: 'Rust',
};

export function languageName(id: string): string {
  return names[id] ?? id;
}
