import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Card, Page } from '@/components/page';
import { SignInForm } from '@/features/account/components/sign-in-form';
import formStyles from '@/features/account/components/form.module.css';
import { messages } from '@/features/account/messages';
import { useMessages } from '@/lib/i18n/messages';

const route = getRouteApi('/sign-in');

export default function SignInPage() {
  const t = useMessages(messages);
  const router = useRouter();
  const search = route.useSearch();
  return (
    <Page title={t('signIn')} lead={t('signInLead')} narrow>
      <Card className={formStyles.card}>
        <SignInForm onSignedIn={() => router.history.push(search.next ?? '/')} />
      </Card>
      <p className={formStyles.other}>
        <Link to="/forgot-password">{t('forgotten')}</Link>
      </p>
      <p className={formStyles.other}>
        {t('noAccount')}{' '}
        <Link to="/register" search={search}>
          {t('register')}
        </Link>
      </p>
    </Page>
  );
}
