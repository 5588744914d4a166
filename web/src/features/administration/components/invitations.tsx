import { useSuspenseQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Card } from '@/components/page';
import { Secret } from '@/components/secret';
import { formatTime } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { invitationsQuery, useInvite, useWithdraw } from '../api/administration';
import { messages } from '../messages';
import styles from './administration.module.css';

/** Links with which people register, and a form for one more. */
export function Invitations() {
  const t = useMessages(messages);
  const locale = useLocale();
  const invitations = useSuspenseQuery(invitationsQuery).data.items;
  const invite = useInvite();
  const withdraw = useWithdraw();
  const [email, setEmail] = useState('');

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (invite.isPending) return;
    invite.mutate(
      { locale, ...(email.trim() !== '' && { email: email.trim() }) },
      { onSuccess: () => setEmail('') },
    );
  };

  return (
    <section className={styles.part} aria-labelledby="invitations">
      <h2 id="invitations">{t('invitations')}</h2>
      <Form noValidate error={invite.error} onSubmit={submit}>
        <div className={styles.row}>
          <TextField
            label={t('inviteEmail')}
            hint={t('inviteEmailHint')}
            type="email"
            value={email}
            autoComplete="off"
            onChange={({ target }) => setEmail(target.value)}
          />
          <Button type="submit" variant="primary" pending={invite.isPending}>
            {t('invite')}
          </Button>
        </div>
      </Form>
      {invite.data && (
        <div role="status">
          <p>{t('invited', { time: formatTime(invite.data.expires_at, locale) })}</p>
          {/* The platform may not know its own address. */}
          <Secret name={t('link')} text={new URL(invite.data.url, window.location.origin).href} />
        </div>
      )}
      {withdraw.error && <ProblemAlert error={withdraw.error} />}
      {invitations.length === 0 ? (
        <p className={styles.changed}>{t('noInvitations')}</p>
      ) : (
        <Card>
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t('forWhom')}</th>
                <th scope="col">{t('until')}</th>
                <th scope="col">{t('actions')}</th>
              </tr>
            </thead>
            <tbody>
              {invitations.map(({ id, email: address, expires_at }) => (
                <tr key={id}>
                  <th scope="row">{address ?? t('anybody')}</th>
                  <td data-label={t('until')}>{formatTime(expires_at, locale)}</td>
                  <td data-label={t('actions')}>
                    <Button
                      size="small"
                      aria-label={t('withdrawNamed', { name: address ?? t('anybody') })}
                      onClick={() =>
                        withdraw.mutate(id, { onSuccess: () => announce(t('withdrawn')) })
                      }
                    >
                      {t('withdraw')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      )}
    </section>
  );
}
