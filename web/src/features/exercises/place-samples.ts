/** A piece of a statement, or the samples that stand there, by their places from zero. */
export type Piece = { readonly text: string } | { readonly samples: readonly number[] };

const place = /\{\{(nextsample|remainingsamples)\}\}/;

/** Puts samples where the statement wants them; those that it does not mention come last, under a heading. */
export function placeSamples(statement: string, count: number) {
  const pieces: Piece[] = [];
  let next = 0;
  // Odd parts are what the expression has found.
  statement.split(place).forEach((part, index) => {
    if (index % 2 === 0) {
      if (part.trim() !== '') pieces.push({ text: part });
      return;
    }
    const end = part === 'nextsample' ? Math.min(next + 1, count) : count;
    const samples = Array.from({ length: end - next }, (_, offset) => next + offset);
    if (samples.length > 0) pieces.push({ samples });
    next = end;
  });
  return { pieces, rest: Array.from({ length: count - next }, (_, offset) => next + offset) };
}
