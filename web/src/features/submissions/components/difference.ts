export interface ComparedLine {
  readonly expected: string | undefined;
  readonly actual: string | undefined;
  readonly differs: boolean;
}

/**
 * Sets two texts side by side, line by line, as the usual checker compares them: by their words. If no line differs by
 * its words (a strict checker refused the spacing), lines that differ by a character count.
 */
export function compareLines(expected: string, actual: string): readonly ComparedLine[] {
  const byWords = pair(
    expected,
    actual,
    (line) => line?.split(/\s+/).filter(Boolean).join(' ') ?? '',
  );
  return byWords.some((line) => line.differs) ? byWords : pair(expected, actual, (line) => line);
}

function pair(
  expected: string,
  actual: string,
  essence: (line: string | undefined) => string | undefined,
): readonly ComparedLine[] {
  const left = lines(expected);
  const right = lines(actual);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    expected: left[index],
    actual: right[index],
    differs: essence(left[index]) !== essence(right[index]),
  }));
}

function lines(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** What a text shares with the beginning of another one, and the rest. Never divides a character. */
export function fromFirstDifference(text: string, other: string): [same: string, rest: string] {
  const [characters, others] = [Array.from(text), Array.from(other)];
  let same = 0;
  while (same < characters.length && characters[same] === others[same]) same += 1;
  return [characters.slice(0, same).join(''), characters.slice(same).join('')];
}
