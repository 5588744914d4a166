import { Suspense } from 'react';
import { Card } from '@/components/page';
import { Loading } from '@/components/spinner';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import { passkeyMessages } from '../passkey-messages';
import styles from './form.module.css';
import { PasskeySection } from './passkeys';
import { PasswordForm } from './password-form';
import { SecondFactorSection } from './second-factor';

export function SecurityForms() {
  const t = useMessages(messages);
  const passkeyT = useMessages(passkeyMessages);
  return (
    <div className={styles.sections}>
      {/* Both ask for the current password: their names say what for. */}
      <section aria-label={t('secondFactor')}>
        <Card className={styles.card}>
          <h2>{t('secondFactor')}</h2>
          <Suspense fallback={<Loading />}>
            <SecondFactorSection />
          </Suspense>
        </Card>
      </section>
      <section aria-label={passkeyT('passkeys')}>
        <Card className={styles.card}>
          <h2>{passkeyT('passkeys')}</h2>
          <Suspense fallback={<Loading />}>
            <PasskeySection />
          </Suspense>
        </Card>
      </section>
      <section aria-label={t('changePassword')}>
        <Card className={styles.card}>
          <h2>{t('changePassword')}</h2>
          <PasswordForm />
        </Card>
      </section>
    </div>
  );
}
