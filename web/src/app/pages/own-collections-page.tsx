import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { buttonClass } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { Card, EmptyState, LoadMore } from '@/components/page';
import { Loading } from '@/components/spinner';
import {
  collectionsQuery,
  useDeleteCollection,
  type CollectionSummary,
} from '@/features/collections/api/collections';
import { CollectionTable } from '@/features/collections/components/collection-table';
import { messages } from '@/features/collections/messages';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { AuthoringPage, ForAuthors } from '../layout/authoring-page';

export default function OwnCollectionsPage() {
  const t = useMessages(messages);
  return (
    <ForAuthors>
      {() => (
        <AuthoringPage
          title={t('own')}
          lead={t('ownLead')}
          actions={
            <Link
              to="/author/collections/$id"
              params={{ id: 'new' }}
              className={buttonClass('primary')}
            >
              {t('create')}
            </Link>
          }
        >
          <Suspense fallback={<Loading />}>
            <Own />
          </Suspense>
        </AuthoringPage>
      )}
    </ForAuthors>
  );
}

function Own() {
  const t = useMessages(messages);
  const query = useSuspenseInfiniteQuery(collectionsQuery(useLocale(), true));
  const remove = useDeleteCollection();
  const [asked, setAsked] = useState<CollectionSummary>();
  const collections = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      {remove.error && <ProblemAlert error={remove.error} />}
      <Card>
        {collections.length > 0 ? (
          <CollectionTable collections={collections} onDelete={setAsked} />
        ) : (
          <EmptyState icon="list">{t('ownNone')}</EmptyState>
        )}
      </Card>
      <LoadMore query={query} />
      {asked && (
        <ConfirmDialog
          title={t('deleteTitle', { title: asked.title })}
          question={t('deleteText')}
          confirm={t('deleteOne')}
          cancel={t('cancel')}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            remove.mutate(asked.id, {
              onSuccess: () => announce(t('deleted', { title: asked.title })),
            });
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}
