import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Alert } from '@/components/alert';
import { buttonClass } from '@/components/button';
import { Card, Page } from '@/components/page';
import formStyles from '@/features/account/components/form.module.css';
import { ResetPasswordForm } from '@/features/account/components/reset-password-form';
import { Spoken } from '@/features/account/components/spoken';
import { messages } from '@/features/account/messages';
import { useMessages } from '@/lib/i18n/messages';
import { useLinkToken } from './use-link-token';

export default function ResetPasswordPage() {
  const t = useMessages(messages);
  const token = useLinkToken();
  const [changed, setChanged] = useState(false);
  return (
    <Page title={t('resetTitle')} narrow>
      <Card className={formStyles.card}>
        {changed ? (
          <Spoken>
            <Alert tone="good" live={false}>
              <p>{t('resetDone')}</p>
              <p>
                <Link to="/sign-in" className={buttonClass('primary')}>
                  {t('signIn')}
                </Link>
              </p>
            </Alert>
          </Spoken>
        ) : token === null ? (
          <Alert tone="bad">{t('linkIncomplete')}</Alert>
        ) : (
          <ResetPasswordForm token={token} onChanged={() => setChanged(true)} />
        )}
      </Card>
      {!changed && (
        <p className={formStyles.other}>
          <Link to="/forgot-password">{t('anotherLink')}</Link>
        </p>
      )}
    </Page>
  );
}
