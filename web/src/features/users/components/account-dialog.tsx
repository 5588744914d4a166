import { useState, type SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { useFaults } from '@/components/faults/use-faults';
import { SelectField, TextField } from '@/components/field';
import { Form } from '@/components/form';
import type { Role, User } from '@/lib/api/session';
import { useMessages } from '@/lib/i18n/messages';
import { useSaveAccount } from '../api/users';
import { messages } from '../messages';

const roles: readonly Role[] = ['learner', 'author', 'admin'];

interface AccountDialogProps {
  /** Null for a new one. */
  readonly user: User | null;
  readonly onSaved: (user: User) => void;
  readonly onClose: () => void;
}

/** Makes an account for someone, or corrects what it says about its owner. */
export function AccountDialog({ user, onSaved, onClose }: AccountDialogProps) {
  const t = useMessages(messages);
  const save = useSaveAccount();
  const faults = useFaults(save.error, ['username', 'email', 'display_name']);
  const [given, setGiven] = useState({
    username: '',
    email: user?.email ?? '',
    display_name: user?.display_name ?? '',
    role: 'learner' as Role,
  });

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (save.isPending) return;
    const { display_name, username, email, role } = given;
    const named = display_name.trim() === '' ? {} : { display_name: display_name.trim() };
    save.mutate(
      user
        ? // An address that stays keeps its confirmation.
          { id: user.id, details: { ...named, ...(email !== user.email && { email }) } }
        : { username, email, role, ...named },
      { onSuccess: onSaved },
    );
  };

  return (
    <Dialog
      title={user ? t('editNamed', { username: user.username }) : t('newUser')}
      onClose={onClose}
    >
      {!user && <p>{t('createdText')}</p>}
      <Form noValidate error={save.error} faulty={faults.summary} onSubmit={submit}>
        {!user && (
          <TextField
            label={t('username')}
            error={faults.of('username')}
            value={given.username}
            required
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            onChange={({ target }) => setGiven({ ...given, username: target.value })}
          />
        )}
        <TextField
          label={t('email')}
          hint={user ? t('newEmail') : undefined}
          error={faults.of('email')}
          type="email"
          value={given.email}
          required
          autoComplete="off"
          onChange={({ target }) => setGiven({ ...given, email: target.value })}
        />
        <TextField
          label={t('displayName')}
          error={faults.of('display_name')}
          value={given.display_name}
          maxLength={80}
          required={user !== null}
          autoComplete="off"
          onChange={({ target }) => setGiven({ ...given, display_name: target.value })}
        />
        {!user && (
          <SelectField
            label={t('role')}
            value={given.role}
            onChange={({ target }) => {
              const role = roles.find((candidate) => candidate === target.value);
              if (role) setGiven({ ...given, role });
            }}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {t(role)}
              </option>
            ))}
          </SelectField>
        )}
        <DialogActions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="primary" pending={save.isPending}>
            {t(user ? 'save' : 'create')}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
