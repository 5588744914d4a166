import { useEffect, useState } from 'react';
import { sendSignedIn } from '@/lib/api/client';

export interface FetchedFile {
  /** An object of the page itself, while the component is there; null until the file has come. */
  readonly object: string | null;
  readonly failed: boolean;
  readonly retry: () => void;
}

type Result = Pick<FetchedFile, 'object' | 'failed'>;

const nothingYet: Result = { object: null, failed: false };

/** Reads a file of this platform as the user who is signed in; null reads none. A component keeps its address. */
export function useFetchedFile(address: string | null, mediaType?: string): FetchedFile {
  const [result, setResult] = useState(nothingYet);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (address === null) return undefined;
    const abort = new AbortController();
    let object: string | null = null;
    const read = async () => {
      try {
        const response = await sendSignedIn(address, { signal: abort.signal });
        const blob = await response.blob();
        if (abort.signal.aborted) return;
        object = URL.createObjectURL(mediaType ? new Blob([blob], { type: mediaType }) : blob);
        setResult({ object, failed: false });
      } catch {
        if (!abort.signal.aborted) setResult({ object: null, failed: true });
      }
    };
    void read();
    return () => {
      abort.abort();
      if (object) URL.revokeObjectURL(object);
    };
  }, [address, mediaType, attempt]);
  const retry = () => {
    setResult(nothingYet);
    setAttempt(attempt + 1);
  };
  return { ...result, retry };
}
