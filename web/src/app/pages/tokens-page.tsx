import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Alert } from '@/components/alert';
import { Card } from '@/components/page';
import { Secret } from '@/components/secret';
import { Loading } from '@/components/spinner';
import type { NewToken } from '@/features/account/api/tokens';
import formStyles from '@/features/account/components/form.module.css';
import { Spoken } from '@/features/account/components/spoken';
import { TokenForm } from '@/features/account/components/token-form';
import { TokenList } from '@/features/account/components/token-list';
import { messages } from '@/features/account/messages';
import type { User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { AccountPage } from '../layout/account-page';
import styles from './page-sections.module.css';

export default function TokensPage() {
  const t = useMessages(messages);
  return (
    <AccountPage title={t('tokens')} lead={() => t('tokensLead')}>
      {(user) => <Tokens user={user} />}
    </AccountPage>
  );
}

function Tokens({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  const [made, setMade] = useState<NewToken>();
  return (
    <>
      <section className={styles.section}>
        <p>
          <Link to="/api/docs">{t('apiDocs')}</Link>
        </p>
        {made && (
          <Spoken key={made.details.id}>
            <Alert tone="good" live={false}>
              <p>
                <strong>{t('tokenMade', { name: made.details.name })}</strong> {t('tokenOnce')}
              </p>
              <Secret name={t('token')} text={made.token} />
            </Alert>
          </Spoken>
        )}
        <Suspense fallback={<Loading />}>
          <TokenList />
        </Suspense>
      </section>
      <section className={styles.section}>
        <h2>{t('newToken')}</h2>
        <Card className={formStyles.card}>
          <TokenForm role={user.role} onMade={setMade} />
        </Card>
      </section>
    </>
  );
}
