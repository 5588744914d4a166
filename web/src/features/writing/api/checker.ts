/** The ways to compare outputs that have fields of their own; everything else is flags. */
export type Checker =
  | { readonly kind: 'words' | 'case' | 'exact' }
  | { readonly kind: 'numbers'; readonly tolerance: string }
  | { readonly kind: 'flags'; readonly flags: readonly string[] };
export type CheckerKind = Checker['kind'];

export const usualTolerance = '1e-6';

/** What the flags of the standard checker mean. */
export function checkerOf(flags: readonly string[]): Checker {
  const [first, second] = flags;
  if (flags.length === 0) return { kind: 'words' };
  if (flags.length === 1 && first === 'case_sensitive') return { kind: 'case' };
  if (
    flags.length === 2 &&
    flags.includes('case_sensitive') &&
    flags.includes('space_change_sensitive')
  )
    return { kind: 'exact' };
  if (flags.length === 2 && first === 'float_tolerance' && second !== undefined)
    return { kind: 'numbers', tolerance: second };
  return { kind: 'flags', flags };
}

/** The flags of a kind, as it begins. Flags of one's own begin with those that were there. */
export function flagsOf(kind: CheckerKind, before: readonly string[]): string[] {
  switch (kind) {
    case 'words':
      return [];
    case 'case':
      return ['case_sensitive'];
    case 'exact':
      return ['case_sensitive', 'space_change_sensitive'];
    case 'numbers':
      return ['float_tolerance', usualTolerance];
    case 'flags':
      return [...before];
  }
}

/** As the judge reads it: a positive number, with a dot, perhaps with an exponent. */
export function isTolerance(text: string): boolean {
  return /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number(text) > 0;
}
