import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { Tabs } from '@/components/tabs';
import { messages } from '@/features/api-docs/messages';
import { useUser } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';

const ContractView = lazy(() => import('@/features/api-docs/components/contract-view'));

const services = ['user-management', 'exercises', 'scores'] as const;
type Service = (typeof services)[number];

export default function ApiDocsPage() {
  const t = useMessages(messages);
  const user = useUser();
  const [service, setService] = useState<Service>('exercises');
  const address = `/api/contracts/${service}.json`;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <p>
        {user ? (
          t('asUser', { username: user.username })
        ) : (
          <>
            {t('anonymous')}{' '}
            <Link to="/sign-in" search={{ next: '/api/docs' }}>
              {t('signIn')}
            </Link>
          </>
        )}
      </p>
      <Tabs
        label={t('services')}
        selected={service}
        onSelect={setService}
        tabs={services.map((id) => ({
          id,
          label: t(id),
          content: (
            <>
              <h2>{t(id)}</h2>
              <p>
                <a href={address} download>
                  {t('download')}
                </a>
              </p>
              <Suspense fallback={<Loading />}>
                <ContractView address={address} />
              </Suspense>
            </>
          ),
        }))}
      />
    </Page>
  );
}
