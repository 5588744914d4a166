import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { Card, EmptyState } from '@/components/page';
import { Loading } from '@/components/spinner';
import { draftsQuery, useDeleteDraft, type DraftSummary } from '@/features/writing/api/drafts';
import { DraftTable } from '@/features/writing/components/draft-table';
import { NewDraftDialog } from '@/features/writing/components/new-draft-dialog';
import { messages } from '@/features/writing/messages';
import { useMessages } from '@/lib/i18n/messages';
import { AuthoringPage, ForAuthors } from '../layout/authoring-page';

export default function DraftsPage() {
  return <ForAuthors>{() => <Drafts />}</ForAuthors>;
}

function Drafts() {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  return (
    <AuthoringPage
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button variant="primary" icon="plus" onClick={() => setCreating(true)}>
          {t('newDraft')}
        </Button>
      }
    >
      <Suspense fallback={<Loading />}>
        <Own />
      </Suspense>
      {creating && (
        <NewDraftDialog
          onClose={() => setCreating(false)}
          onCreated={({ id }) =>
            void navigate({ to: '/author/drafts/$id', params: { id: String(id) } })
          }
        />
      )}
    </AuthoringPage>
  );
}

function Own() {
  const t = useMessages(messages);
  const drafts = useSuspenseQuery(draftsQuery).data.items;
  const remove = useDeleteDraft();
  const [asked, setAsked] = useState<DraftSummary>();
  const titleOf = ({ title }: DraftSummary) => title || t('untitled');
  return (
    <>
      {remove.error && <ProblemAlert error={remove.error} />}
      <Card>
        {drafts.length > 0 ? (
          <DraftTable drafts={drafts} onDelete={setAsked} />
        ) : (
          <EmptyState icon="lines">{t('none')}</EmptyState>
        )}
      </Card>
      {asked && (
        <ConfirmDialog
          title={t('deleteTitle', { title: titleOf(asked) })}
          question={t('deleteText')}
          confirm={t('delete')}
          cancel={t('cancel')}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            remove.mutate(asked, {
              onSuccess: () => announce(t('deleted', { title: titleOf(asked) })),
            });
          }}
        />
      )}
    </>
  );
}
