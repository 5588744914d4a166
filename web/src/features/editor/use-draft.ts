import { useEffect, useState } from 'react';
import { Draft } from './draft';
import { storageKey, type DraftKey } from './draft-storage';

/** The draft of that key. Another language brings its own; mount anew for another owner or exercise. */
export function useDraft(key: DraftKey, starterCode: string): Draft {
  const id = storageKey(key);
  const begin = () => ({ id, draft: new Draft(key, starterCode) });
  const [held, setHeld] = useState(begin);
  const current = held.id === id ? held : begin();
  if (current !== held) setHeld(current);
  const { draft } = current;
  useEffect(() => draft.open(), [draft]);
  return draft;
}
