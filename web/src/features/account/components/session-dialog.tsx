import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { session, useSession } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import { SignInForm } from './sign-in-form';

/** Asks to sign in again over the page on which the session ended, so that nothing on it is lost. */
export function SessionDialog() {
  const t = useMessages(messages);
  const state = useSession();
  if (state.status !== 'expired') return null;
  return (
    <Dialog title={t('expiredTitle')} onClose={() => session.abandon()}>
      <p>{t('expiredText')}</p>
      <SignInForm username={state.user.username} onSignedIn={() => undefined} />
      <p>
        <Button variant="quiet" size="small" onClick={() => session.abandon()}>
          {t('leave')}
        </Button>
      </p>
    </Dialog>
  );
}
