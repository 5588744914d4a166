import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { announce } from '@/components/announcer';
import { Card, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { Registration } from '@/features/account/components/registration';
import formStyles from '@/features/account/components/form.module.css';
import { messages } from '@/features/account/messages';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { useLinkToken } from './use-link-token';

const route = getRouteApi('/register');

export default function RegisterPage() {
  const t = useMessages(messages);
  const router = useRouter();
  const search = route.useSearch();
  const invitation = useLinkToken();
  const enter = (user: User) => {
    announce(t('welcome', { name: user.display_name }));
    router.history.push(search.next ?? '/');
  };
  return (
    <Page title={t('register')} lead={t('registerLead')} narrow>
      <Card className={formStyles.card}>
        <Suspense fallback={<Loading />}>
          <Registration invitation={invitation} onSignedIn={enter} />
        </Suspense>
      </Card>
      <p className={formStyles.other}>
        {t('haveAccount')}{' '}
        <Link to="/sign-in" search={search}>
          {t('signIn')}
        </Link>
      </p>
    </Page>
  );
}
