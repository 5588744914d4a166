import { useEffect } from 'react';
import { compilerMarks, type CompilerMark } from '@/lib/judging/compiler-marks';
import { isFinal, type Judging } from '@/lib/judging/judging';

/** Receives what the compiler said about something, with a name for it; nothing if it was content. */
export type CompilerListener = (name: string, marks: readonly CompilerMark[]) => void;

/** Hands out what the compiler said, once it is judged. */
export function useCompiled(
  kind: 'run' | 'submission',
  judging: Judging | undefined,
  onCompiled: CompilerListener,
): void {
  const name = judging && `${kind} ${judging.id}`;
  const output = judging && isFinal(judging) ? (judging.compile_output ?? '') : undefined;
  useEffect(() => {
    if (name !== undefined && output !== undefined) onCompiled(name, compilerMarks(output));
  }, [name, output, onCompiled]);
}
