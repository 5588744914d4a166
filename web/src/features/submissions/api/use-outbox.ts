import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useUser } from '@/lib/api/session';
import { useStore } from '@/lib/store';
import { outbox, type Parcel } from './outbox';
import { submissionQuery } from './submissions';

/** Sends the submissions of whoever is signed in. Mount once, around all pages. */
export function useOutbox(): void {
  const client = useQueryClient();
  const user = useUser();
  const owner = user && String(user.id);
  useEffect(() => {
    if (owner === null) return undefined;
    return outbox.open(owner, (submission) => {
      client.setQueryData(submissionQuery(submission.id).queryKey, submission);
      void client.invalidateQueries({ queryKey: ['submissions', 'list'] });
    });
  }, [client, owner]);
}

/** The newest submission to the exercise since the page was loaded, or left to send from before. */
export function useParcel(exerciseId: number): Parcel | undefined {
  return useStore(outbox.parcels).findLast(({ code }) => code.exercise_id === exerciseId);
}

export function useWaitingCount(): number {
  return useStore(outbox.parcels).filter(({ delivery }) => delivery.status === 'waiting').length;
}
