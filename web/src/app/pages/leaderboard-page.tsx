import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Card, EmptyState, LoadMore, Page } from '@/components/page';
import { Loading } from '@/components/spinner';
import { leaderboardQuery } from '@/features/leaderboard/api/leaderboard';
import { LeaderboardTable } from '@/features/leaderboard/components/leaderboard-table';
import { messages } from '@/features/leaderboard/messages';
import { useMessages } from '@/lib/i18n/messages';

export default function LeaderboardPage() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Suspense fallback={<Loading />}>
        <Standings />
      </Suspense>
    </Page>
  );
}

function Standings() {
  const t = useMessages(messages);
  const query = useSuspenseInfiniteQuery(leaderboardQuery());
  const standings = query.data.pages.flatMap((page) => page.items);
  if (standings.length === 0) {
    return (
      <Card>
        <EmptyState icon="trophy">{t('none')}</EmptyState>
      </Card>
    );
  }
  return (
    <>
      <LeaderboardTable standings={standings} me={query.data.pages[0]?.me ?? null} />
      <LoadMore query={query} />
    </>
  );
}
