import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/dialog';
import { Card, EmptyState } from '@/components/page';
import { formatAgo, formatDate } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { tokensQuery, useDeleteToken, type ApiToken } from '../api/tokens';
import { messages } from '../messages';
import { scopeNames } from '../scope-names';

/** The valid tokens, and how to delete them. */
export function TokenList() {
  const t = useMessages(messages);
  const { items } = useSuspenseQuery(tokensQuery()).data;
  const remove = useDeleteToken();
  const [asked, setAsked] = useState<ApiToken>();
  return (
    <>
      {remove.error && <ProblemAlert error={remove.error} />}
      <Card>
        {items.length > 0 ? (
          <table className="data">
            <thead>
              <tr>
                <th scope="col">{t('tokenName')}</th>
                <th scope="col">{t('scopes')}</th>
                <th scope="col">{t('expires')}</th>
                <th scope="col">{t('lastUsed')}</th>
                <th scope="col">{t('actions')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((token) => (
                <Row key={token.id} token={token} onDelete={() => setAsked(token)} />
              ))}
            </tbody>
          </table>
        ) : (
          <EmptyState icon="brackets">{t('noTokens')}</EmptyState>
        )}
      </Card>
      {asked && (
        <ConfirmDialog
          title={t('deleteTokenTitle', { name: asked.name })}
          question={t('deleteTokenText')}
          confirm={t('deleteToken')}
          cancel={t('cancel')}
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            setAsked(undefined);
            remove.mutate(asked, {
              onSuccess: () => announce(t('tokenDeleted', { name: asked.name })),
            });
          }}
        />
      )}
    </>
  );
}

function Row({ token, onDelete }: { readonly token: ApiToken; readonly onDelete: () => void }) {
  const t = useMessages(messages);
  const nameOf = useMessages(scopeNames);
  const locale = useLocale();
  const { name, scopes, expires_at, last_used_at } = token;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={t('scopes')}>{scopes.map((scope) => nameOf(scope)).join(', ')}</td>
      <td data-label={t('expires')}>
        <time dateTime={expires_at}>{formatDate(expires_at, locale)}</time>
      </td>
      <td data-label={t('lastUsed')}>
        {last_used_at === null ? t('never') : formatAgo(last_used_at, locale)}
      </td>
      <td data-label={t('actions')}>
        <Button size="small" aria-label={t('deleteTokenNamed', { name })} onClick={onDelete}>
          {t('deleteToken')}
        </Button>
      </td>
    </tr>
  );
}
