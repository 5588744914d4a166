import { createContext, useContext } from 'react';
import { useStore } from '@/lib/store';
import type { DraftEditing } from './api/editing';
import type { Finding, Part } from './api/findings';

/** What the parts of a draft's page share. */
export interface Work {
  readonly editing: DraftEditing;
  /** What reading the draft as a package found last. */
  readonly findings: readonly Finding[];
  /** Whether it was read at all. */
  readonly read: boolean;
  /** Opens another part, from a link elsewhere than in the list of parts. */
  readonly goTo: (part: Part) => void;
  /** Whether the part was opened by {@link goTo}, so that its heading takes the focus. Says so once. */
  readonly cameByLink: () => boolean;
}

export const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (!work) throw new Error('A part of a draft is shown outside of its page.');
  return work;
}

export function useEditing() {
  const { editing } = useWork();
  return { editing, ...useStore(editing.state) };
}
