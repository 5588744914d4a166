import { useEffect, useEffectEvent } from 'react';
import { Loading } from '@/components/spinner';
import { session } from '@/lib/api/session';

interface ReturnedProps {
  readonly onSignedIn: () => void;
  readonly onFailed: () => void;
}

/** Takes up the session that signing in with the provider has begun. */
export function Returned({ onSignedIn, onFailed }: ReturnedProps) {
  const settled = useEffectEvent(() => {
    if (session.state.value.status === 'signed-in') onSignedIn();
    else onFailed();
  });
  useEffect(() => {
    void session
      .refresh()
      .catch(() => undefined)
      .then(() => settled());
  }, []);
  return <Loading />;
}
