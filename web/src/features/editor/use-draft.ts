import { useEffect, useState } from 'react';
import { Draft } from './draft';
import { storageKey, type DraftKey } from './draft-storage';
import { ServerCopy } from './server-copy';

/**
 * The draft of that key, and its copy in the account. Another language brings its own; mount anew for another owner or
 * exercise.
 */
export function useDraft(key: DraftKey, starterCode: string): readonly [Draft, ServerCopy] {
  const id = storageKey(key);
  const begin = () => {
    const draft = new Draft(key, starterCode);
    return { id, draft, copy: new ServerCopy(draft, key) };
  };
  const [held, setHeld] = useState(begin);
  const current = held.id === id ? held : begin();
  if (current !== held) setHeld(current);
  const { draft, copy } = current;
  useEffect(() => {
    const close = draft.open();
    const leave = copy.open();
    return () => {
      leave();
      close();
    };
  }, [draft, copy]);
  return [draft, copy];
}
