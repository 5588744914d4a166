import { useEffect } from 'react';
import { isFinal, type Judging } from '@/lib/judging/judging';

/** Receives the output of the compiler for something, with a name for it; empty if there was none. */
export type CompilerListener = (name: string, output: string) => void;

/** Hands out what the compiler said, once it is judged. */
export function useCompiled(
  kind: 'run' | 'submission',
  judging: Judging | undefined,
  onCompiled: CompilerListener,
): void {
  const name = judging && `${kind} ${judging.id}`;
  const output = judging && isFinal(judging) ? (judging.compile_output ?? '') : undefined;
  useEffect(() => {
    if (name !== undefined && output !== undefined) onCompiled(name, output);
  }, [name, output, onCompiled]);
}
