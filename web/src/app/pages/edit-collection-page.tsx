import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { announce } from '@/components/announcer';
import { collectionQuery, type Collection } from '@/features/collections/api/collections';
import { CollectionForm } from '@/features/collections/components/collection-form';
import { messages } from '@/features/collections/messages';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { AuthoringPage, ForAuthors } from '../layout/authoring-page';

const route = getRouteApi('/author/collections/$id');

export default function EditCollectionPage() {
  const { id } = route.useParams();
  return (
    <ForAuthors>
      {() => (id === 'new' ? <Editing collection={undefined} /> : <Known id={Number(id)} />)}
    </ForAuthors>
  );
}

function Known({ id }: { readonly id: number }) {
  const { data } = useSuspenseQuery(collectionQuery(id, useLocale()));
  return <Editing collection={data} />;
}

function Editing({ collection }: { readonly collection: Collection | undefined }) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  return (
    <AuthoringPage title={collection?.title ?? t('create')}>
      <CollectionForm
        collection={collection}
        onSaved={({ id }) => {
          announce(t('saved'));
          void navigate({ to: '/collections/$id', params: { id: String(id) } });
        }}
      />
    </AuthoringPage>
  );
}
