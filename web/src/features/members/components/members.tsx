import { useSuspenseQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { ConfirmDialog } from '@/components/dialog';
import { Card } from '@/components/page';
import { useMessages } from '@/lib/i18n/messages';
import {
  membersQuery,
  useMembership,
  useRemoval,
  type Member,
  type MemberRole,
  type Membership,
} from '../api/members';
import { messages } from '../messages';
import { MemberChanges } from './member-changes';
import { MemberForm } from './member-form';
import { MemberTable } from './member-table';
import styles from './members.module.css';
import { useMemberName } from './use-member-name';

interface MembersProps {
  readonly exerciseId: number;
  /** What the user may do: only owners change the members. */
  readonly access: MemberRole;
}

/** Who may see and change an exercise. */
export function Members({ exerciseId, access }: MembersProps) {
  const t = useMessages(messages);
  const heading = useId();
  const nameOf = useMemberName();
  const { items, changes } = useSuspenseQuery(membersQuery(exerciseId)).data;
  const membership = useMembership(exerciseId);
  const removal = useRemoval(exerciseId);
  const [removed, setRemoved] = useState<Member>();
  const [promoted, setPromoted] = useState<Member>();
  const [shared, setShared] = useState<Membership>();
  const say = { onSuccess: () => announce(t('added')) };
  const error = removal.error ?? membership.error;

  return (
    <section aria-labelledby={heading} className={styles.members}>
      <h2 id={heading}>{t('members')}</h2>
      <p>{t('lead')}</p>
      {error && <ProblemAlert error={error} />}
      {items.every(({ role }) => role !== 'owner') && <p>{t('none')}</p>}
      {items.length > 0 && (
        <Card>
          <MemberTable
            members={items}
            changing={access === 'owner'}
            onRole={({ username }, role) =>
              membership.mutate({ role, ...(username !== null && { username }) }, say)
            }
            onOwner={setPromoted}
            onRemove={setRemoved}
          />
        </Card>
      )}
      {access === 'owner' && (
        <MemberForm
          pending={membership.isPending}
          onAdd={(added, done) => {
            // An empty field may be a slip, and shows hidden tests to everybody.
            if (added.username === undefined) {
              setShared(added);
              return;
            }
            membership.mutate(added, {
              onSuccess: () => {
                say.onSuccess();
                done();
              },
            });
          }}
        />
      )}
      <MemberChanges changes={changes} />
      {shared && (
        <ConfirmDialog
          title={t('shareTitle')}
          question={t('shareText')}
          confirm={t('add')}
          cancel={t('cancel')}
          onCancel={() => setShared(undefined)}
          onConfirm={() => {
            membership.mutate(shared, say);
            setShared(undefined);
          }}
        />
      )}
      {promoted && (
        <ConfirmDialog
          title={t('transferTitle', { name: nameOf(promoted) })}
          question={t('transferText')}
          confirm={t('makeOwner')}
          cancel={t('cancel')}
          onCancel={() => setPromoted(undefined)}
          onConfirm={() => {
            const { username } = promoted;
            if (username !== null) membership.mutate({ username, role: 'owner' }, say);
            setPromoted(undefined);
          }}
        />
      )}
      {removed && (
        <ConfirmDialog
          title={t('removeTitle', { name: nameOf(removed) })}
          question={t('removeText')}
          confirm={t('remove')}
          cancel={t('cancel')}
          onCancel={() => setRemoved(undefined)}
          onConfirm={() => {
            removal.mutate(removed.user_id, say);
            setRemoved(undefined);
          }}
        />
      )}
    </section>
  );
}
