import { useEffect, useState, type ComponentType } from 'react';
import { session, useSession } from '@/lib/api/session';

const loadDialog = async (): Promise<ComponentType> =>
  (await import('@/features/account/components/session-dialog')).SessionDialog;

interface EndedSessionProps {
  readonly load?: () => Promise<ComponentType>;
}

/**
 * The dialog to sign in again, which visitors without an account never need. It is loaded while one is signed in: when
 * the session ends, the server may be out of reach, or have a new version without this file.
 */
export function EndedSession({ load = loadDialog }: EndedSessionProps) {
  const { status } = useSession();
  const [Dialog, setDialog] = useState<ComponentType>();
  useEffect(() => {
    if (status !== 'signed-in' && status !== 'expired') return;
    load().then(
      (loaded) => setDialog(() => loaded),
      // Requests wait for what the user does in the dialog. The header leads to the sign-in, too.
      () => session.state.value.status === 'expired' && session.abandon(),
    );
  }, [status, load]);
  return Dialog ? <Dialog /> : null;
}
