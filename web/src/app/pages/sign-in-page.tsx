import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Alert } from '@/components/alert';
import { describeCode } from '@/components/describe-error';
import { Card, Page } from '@/components/page';
import { ProviderSignIn } from '@/features/account/components/provider-sign-in';
import { Returned } from '@/features/account/components/returned';
import { SignInForm } from '@/features/account/components/sign-in-form';
import formStyles from '@/features/account/components/form.module.css';
import { messages } from '@/features/account/messages';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';

/** Not every browser and address has passkeys. */
const PasskeySignIn = lazy(() => import('@/features/account/components/passkey-sign-in'));

const route = getRouteApi('/sign-in');

export default function SignInPage() {
  const t = useMessages(messages);
  const locale = useLocale();
  const router = useRouter();
  const { next, error, returned } = route.useSearch();
  const [failed, setFailed] = useState(false);
  const [challenge] = useState(takeChallenge);
  const goOn = () => router.history.push(next ?? '/');
  const fault = failed ? 'oidc_failed' : error;
  return (
    <Page title={t('signIn')} lead={t('signInLead')} narrow>
      {returned && !failed ? (
        <Returned onSignedIn={goOn} onFailed={() => setFailed(true)} />
      ) : (
        <>
          {fault !== undefined && (
            <Alert tone="bad">
              <p>{describeCode(fault, locale) ?? t('signInFailed')}</p>
            </Alert>
          )}
          <Card className={formStyles.card}>
            <SignInForm challenge={challenge} onSignedIn={goOn} />
          </Card>
          <Suspense fallback={null}>
            <PasskeySignIn onSignedIn={goOn} />
          </Suspense>
          <ProviderSignIn next={next} />
          <p className={formStyles.other}>
            <Link to="/forgot-password">{t('forgotten')}</Link>
          </p>
          <p className={formStyles.other}>
            {t('noAccount')}{' '}
            <Link to="/register" search={next === undefined ? {} : { next }}>
              {t('register')}
            </Link>
          </p>
        </>
      )}
    </Page>
  );
}

/** The challenge of the second step, which the provider's answer leaves in the fragment; it does not stay in the address. */
function takeChallenge(): string | undefined {
  const challenge = new URLSearchParams(location.hash.slice(1)).get('challenge');
  if (challenge !== null)
    history.replaceState(history.state, '', location.pathname + location.search);
  return challenge ?? undefined;
}
