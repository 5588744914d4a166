/** Folders of solutions, each named after what they must get. Others are shown, but not offered. */
export const expectations = [
  'accepted',
  'wrong_answer',
  'time_limit_exceeded',
  'run_time_error',
  'partially_accepted',
  'brute_force',
  'rejected',
] as const;
export type Expectation = (typeof expectations)[number];

export function isExpectation(folder: string): folder is Expectation {
  return (expectations as readonly string[]).includes(folder);
}

export function isSourceName(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)+$/.test(name) && name.length <= 60;
}

/** A name for one more solution, such as `right.py` or `wrong-2.py`. */
export function nextSolution(
  expected: Expectation,
  ending: string,
  taken: readonly string[],
): string {
  const stem = {
    accepted: 'right',
    wrong_answer: 'wrong',
    time_limit_exceeded: 'slow',
    run_time_error: 'crash',
    partially_accepted: 'partial',
    brute_force: 'brute-force',
    rejected: 'rejected',
  }[expected];
  for (let number = 1; ; number += 1) {
    // Java wants a class of the file's name.
    const name = ending === 'java' ? title(stem) : stem;
    const candidate = `${name}${number === 1 ? '' : ending === 'java' ? number : `-${number}`}.${ending}`;
    if (!taken.includes(`${expected}/${candidate}`)) return candidate;
  }
}

function title(stem: string): string {
  return stem
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
