import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Alert } from '@/components/alert';
import { describeCode } from '@/components/describe-error';
import { Card, Page } from '@/components/page';
import { ProviderSignIn } from '@/features/account/components/provider-sign-in';
import { Returned } from '@/features/account/components/returned';
import { SignInForm } from '@/features/account/components/sign-in-form';
import type { SecondStep } from '@/features/account/api/account';
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
  const [step] = useState(takeStep);
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
            <SignInForm step={step} onSignedIn={goOn} />
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

/** The second step, which the provider's answer leaves in the fragment; it does not stay in the address. */
function takeStep(): SecondStep | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const challenge = fragment.get('challenge');
  if (challenge === null) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return { challenge, methods: fragment.get('methods')?.split(',') ?? [] };
}
