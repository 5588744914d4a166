import { ProblemAlert } from '@/components/alert';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { Secret } from '@/components/secret';
import type { User } from '@/lib/api/session';
import { formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useResetLink } from '../api/users';
import { messages } from '../messages';

interface ResetLinkDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** Makes a link for a new password and shows it, once, to be handed over. */
export function ResetLinkDialog({ user, onClose }: ResetLinkDialogProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const link = useResetLink();
  const { username } = user;
  return (
    <Dialog title={t('resetLinkNamed', { username })} onClose={onClose}>
      {link.error && <ProblemAlert error={link.error} />}
      {link.data ? (
        <div role="status">
          <p>{t('resetLinkMade', { time: formatTime(link.data.expires_at, locale) })}</p>
          {/* The platform may not know its own address. */}
          <Secret name={t('link')} text={new URL(link.data.url, window.location.origin).href} />
        </div>
      ) : (
        <p>{t('resetLinkText', { username })}</p>
      )}
      <DialogActions>
        <Button onClick={onClose}>{t(link.data ? 'done' : 'cancel')}</Button>
        {!link.data && (
          <Button variant="primary" pending={link.isPending} onClick={() => link.mutate(user)}>
            {t('makeLink')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
