import { Link } from '@tanstack/react-router';
import { Alert, ProblemAlert } from '@/components/alert';
import { Button, buttonClass } from '@/components/button';
import { Card, Page } from '@/components/page';
import { useVerifyEmail } from '@/features/account/api/mail';
import formStyles from '@/features/account/components/form.module.css';
import { Spoken } from '@/features/account/components/spoken';
import { messages } from '@/features/account/messages';
import { useMessages } from '@/lib/i18n/messages';
import { useLinkToken } from './use-link-token';

/** A press of the button, not the visit itself, confirms the address: programs that look into mails visit links, too. */
export default function VerifyEmailPage() {
  const t = useMessages(messages);
  const token = useLinkToken();
  const verify = useVerifyEmail();
  return (
    <Page title={t('verifyTitle')} narrow>
      <Card className={formStyles.card}>
        {verify.isSuccess ? (
          <Spoken>
            <Alert tone="good" live={false}>
              <p>{t('verified')}</p>
              <p>
                <Link to="/exercises" className={buttonClass('primary')}>
                  {t('toExercises')}
                </Link>
              </p>
            </Alert>
          </Spoken>
        ) : token === null ? (
          <Alert tone="bad">{t('linkIncomplete')}</Alert>
        ) : (
          <div className={formStyles.stack}>
            <p>{t('verifyText')}</p>
            {verify.error && <ProblemAlert error={verify.error} />}
            {verify.error && <p>{t('verifyAgain')}</p>}
            <Button
              variant="primary"
              icon="check"
              pending={verify.isPending}
              onClick={() => verify.mutate(token)}
            >
              {t('verifyAction')}
            </Button>
          </div>
        )}
      </Card>
    </Page>
  );
}
