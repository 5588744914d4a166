import type { SyntheticEvent } from 'react';
import { Alert } from '@/components/alert';
import { Button } from '@/components/button';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import { Card } from '@/components/page';
import type { User } from '@/lib/api/session';
import { isLocale, localeNames, locales, useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useChangePassword, useUpdateProfile } from '../api/account';
import { fieldText } from '../field-text';
import { messages } from '../messages';
import { useFaults } from '../use-faults';
import styles from './form.module.css';
import { PasswordField } from './password-field';

export function ProfileForms({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  return (
    <div className={styles.sections}>
      <Card className={styles.card}>
        <h2>{t('details')}</h2>
        <DetailsForm user={user} />
      </Card>
      <Card className={styles.card}>
        <h2>{t('changePassword')}</h2>
        <PasswordForm />
      </Card>
    </div>
  );
}

function DetailsForm({ user }: { readonly user: User }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const update = useUpdateProfile();
  const faults = useFaults(update.error, ['display_name', 'locale']);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const chosen = fieldText(form, 'locale');
    update.mutate({
      display_name: fieldText(form, 'display_name').trim(),
      locale: isLocale(chosen) ? chosen : locale,
    });
  };

  return (
    <Form error={update.error} faulty={faults.summary} onSubmit={submit}>
      {update.isSuccess && <Alert tone="good">{t('saved')}</Alert>}
      <TextField
        label={t('displayName')}
        hint={t('displayNameHint')}
        error={faults.of('display_name')}
        name="display_name"
        autoComplete="name"
        defaultValue={user.display_name}
        maxLength={80}
        required
      />
      <TextField label={t('email')} name="email" value={user.email} readOnly required />
      <SelectField
        label={t('language')}
        error={faults.of('locale')}
        name="locale"
        key={locale}
        defaultValue={locale}
      >
        {locales.map((id) => (
          <option key={id} value={id} lang={id}>
            {localeNames[id]}
          </option>
        ))}
      </SelectField>
      <Button type="submit" variant="primary" pending={update.isPending}>
        {t('save')}
      </Button>
    </Form>
  );
}

function PasswordForm() {
  const t = useMessages(messages);
  const change = useChangePassword();
  const faults = useFaults(change.error, ['current_password', 'new_password']);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    change.mutate(
      {
        current_password: fieldText(form, 'current_password'),
        new_password: fieldText(form, 'new_password'),
      },
      { onSuccess: () => element.reset() },
    );
  };

  return (
    <Form error={change.error} faulty={faults.summary} onSubmit={submit}>
      {change.isSuccess && <Alert tone="good">{t('passwordChanged')}</Alert>}
      <PasswordField
        label={t('currentPassword')}
        error={faults.of('current_password')}
        name="current_password"
        autoComplete="current-password"
      />
      <PasswordField
        label={t('newPassword')}
        hint={t('passwordHint')}
        error={faults.of('new_password')}
        name="new_password"
        autoComplete="new-password"
      />
      <Button type="submit" variant="primary" pending={change.isPending}>
        {t('changePassword')}
      </Button>
    </Form>
  );
}
