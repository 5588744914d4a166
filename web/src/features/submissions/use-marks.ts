import { useCallback, useRef, useState } from 'react';
import type { CompilerMark } from '@/lib/judging/compiler-marks';

const none: readonly CompilerMark[] = [];

/** What the compiler said about the program in this language that was judged last. */
export function useMarks(language: string) {
  const [marks, setMarks] = useState(none);
  // Looking at an older result again must not bring back the marks of older code.
  const heard = useRef(new Set<string>());
  const [of, setOf] = useState(language);
  if (of !== language) {
    setOf(language);
    setMarks(none);
  }
  const onCompiled = useCallback((id: string, said: readonly CompilerMark[]) => {
    if (heard.current.has(id)) return;
    heard.current.add(id);
    setMarks(said);
  }, []);
  const forget = useCallback(() => setMarks(none), []);
  return { marks, forget, onCompiled };
}
