/** What a compiler says about a line of the program. */
export interface CompilerMark {
  /** From 1. */
  readonly line: number;
  /** From 1; null where the compiler names no column. */
  readonly column: number | null;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** More than that nobody reads, and one missing brace can bring hundreds. */
const most = 50;

/**
 * A place in a file, as compilers and interpreters write it: `main.cpp:3:5: error`, `main.cs(3,5): error`,
 * `File "main.py", line 3`, `main.php on line 3`, `main.sh: line 3:`, `at main.pl line 3.`
 */
const place =
  /\b(?<stem>[\w-]+)\.\w{1,5}(?:"?,? (?:on |at )?line |: line |[:(])(?<line>\d+)(?:(?:[:,]|, characters )(?<column>\d+))?/;

/** Where a program of a function exercise is, beside the file that calls it. */
const functionFile = /^solution$/i;

/** The places of errors and warnings, without notes, in what a compiler wrote, in its order; one for each line and severity. */
export function compilerMarks(output: string): readonly CompilerMark[] {
  const lines = output.split('\n');
  const found = lines.flatMap((text, at) => {
    const { groups } = place.exec(text) ?? {};
    if (!groups) return [];
    const message = messageOf(lines, at);
    // Explains the error before it.
    if (/^note\b/i.test(message)) return [];
    return {
      stem: groups.stem ?? '',
      line: Number(groups.line),
      // OCaml counts characters from 0.
      column:
        groups.column === undefined
          ? null
          : Number(groups.column) + (text.includes('characters') ? 1 : 0),
      message,
      severity: /\bwarning\b/i.test(`${text} ${message}`)
        ? ('warning' as const)
        : ('error' as const),
    };
  });
  const own = found.some(({ stem }) => functionFile.test(stem))
    ? found.filter(({ stem }) => functionFile.test(stem))
    : found;
  const seen = new Set<string>();
  return own
    .filter(({ line, severity, message }) => {
      const key = `${line} ${severity}`;
      const first = line > 0 && message !== '' && !seen.has(key);
      seen.add(key);
      return first;
    })
    .slice(0, most)
    .map(({ line, column, message, severity }) => ({ line, column, message, severity }));
}

/** What follows the place, or the whole line where the place ends a sentence; else the line before it (Rust) or the nearest one after it that names the error. */
function messageOf(lines: readonly string[], at: number): string {
  const text = lines[at] ?? '';
  const named = /error|warning|exception/i;
  if (named.test(text.slice(0, text.search(place)))) return text.trim();
  const after = text
    .replace(place, '\n')
    .replace(/^[^\n]*\n/, '')
    .replace(/^[-\d]*[\s:),.]*/, '')
    .replace(/^in <?[\w.]+>?$/, '');
  if (/\p{L}/u.test(after)) return after.trim();
  const before = lines[at - 1] ?? '';
  if (text.includes('-->') && named.test(before)) return before.trim();
  const next = lines.slice(at + 1).find((line) => named.test(line));
  return (next ?? before).trim();
}
