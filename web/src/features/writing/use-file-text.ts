import { useQuery } from '@tanstack/react-query';
import type { DraftFile } from './api/drafts';
import { longestText, readFile } from './api/files';

/** The text of a file of a draft. Null without a file, and for one that is too long or no text. */
export function useFileText(id: number, file: DraftFile | null) {
  const short = file !== null && file.size <= longestText;
  const query = useQuery({
    queryKey: ['exercise-drafts', 'text', id, file?.path, file?.sha256],
    queryFn: async ({ signal }) => textOf(await readFile(id, file?.path ?? '', signal)),
    enabled: short,
    staleTime: Infinity,
  });
  return { text: query.data ?? null, isPending: short && query.isPending, error: query.error };
}

async function textOf(content: Blob): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await content.arrayBuffer(),
    );
  } catch {
    return null;
  }
}
