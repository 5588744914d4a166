import { useMutation } from '@tanstack/react-query';
import { useWork } from './work';

/** Changes files of the draft: one change after the other, and the page shows the draft as it is then. */
export function useWorkOnFiles() {
  const { editing } = useWork();
  return useMutation({
    mutationFn: (work: (id: number) => Promise<unknown>) => editing.perform(work),
  });
}
