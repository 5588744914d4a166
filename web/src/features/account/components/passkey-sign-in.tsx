import { ProblemAlert } from '@/components/alert';
import { Button } from '@/components/button';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { usePasskeySignIn } from '../api/passkeys';
import { passkeySupport } from '../passkey-browser';
import { passkeyMessages } from '../passkey-messages';
import styles from './form.module.css';
import { PasskeyProblem } from './passkey-problem';

interface PasskeySignInProps {
  readonly onSignedIn: (user: User) => void;
  /** Whether there is no other way here. */
  readonly alone?: boolean;
}

/** A button that asks the device for a passkey, where browser and address permit it. */
export default function PasskeySignIn({ onSignedIn, alone = false }: PasskeySignInProps) {
  const t = useMessages(passkeyMessages);
  const signIn = usePasskeySignIn();
  const support = passkeySupport();
  if (support !== 'works') return alone ? <p>{t(support)}</p> : null;
  return (
    <div className={styles.other}>
      <Button
        variant={alone ? 'primary' : 'secondary'}
        pending={signIn.isPending}
        onClick={() => signIn.mutate(undefined, { onSuccess: (user) => onSignedIn(user) })}
      >
        {t('signIn')}
      </Button>
      <PasskeyProblem error={signIn.error} otherwise={(error) => <ProblemAlert error={error} />} />
    </div>
  );
}
