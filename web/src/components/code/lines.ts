/** A piece of a line. `part` is one of the coloured parts of a program, or null. */
export interface Piece {
  readonly text: string;
  readonly part: string | null;
}

export type Line = Piece[];

/** The lines of a text without colours. A line break at the end begins no further line. */
export function plainLines(text: string): Line[] {
  return withoutEmptyEnd(
    text.split(/\r\n?|\n/).map((line) => (line === '' ? [] : [{ text: line, part: null }])),
  );
}

export function withoutEmptyEnd(lines: Line[]): Line[] {
  return lines.length > 1 && lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}
