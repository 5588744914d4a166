import type { SyntheticEvent } from 'react';
import { Alert } from '@/components/alert';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useForgottenPassword } from '../api/mail';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import { Spoken } from './spoken';

/** Asks for a link by mail. The answer is the same whether or not there is such an account. */
export function ForgottenPasswordForm() {
  const t = useMessages(messages);
  const ask = useForgottenPassword();
  const faults = useFaults(ask.error, ['login']);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (ask.isPending) return;
    ask.mutate({ login: fieldText(new FormData(event.currentTarget), 'login').trim() });
  };

  if (ask.isSuccess) {
    return (
      <Spoken>
        <Alert tone="good" live={false}>
          <p>
            <strong>{t('lookIntoMail')}</strong>
          </p>
          <p>{t('lookIntoMailText')}</p>
        </Alert>
      </Spoken>
    );
  }
  return (
    <Form error={ask.error} faulty={faults.summary} onSubmit={submit}>
      <TextField
        label={t('usernameOrEmail')}
        error={faults.of('login')}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        required
      />
      <Button type="submit" variant="primary" pending={ask.isPending}>
        {t('sendLink')}
      </Button>
    </Form>
  );
}
