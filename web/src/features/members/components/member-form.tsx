import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/button';
import { SelectField, TextField } from '@/components/field';
import { useMessages } from '@/lib/i18n/messages';
import type { MemberRole, Membership } from '../api/members';
import { messages } from '../messages';
import styles from './members.module.css';

interface MemberFormProps {
  readonly pending: boolean;
  readonly onAdd: (added: Membership, done: () => void) => void;
}

/** Adds an author, or all of them. */
export function MemberForm({ pending, onAdd }: MemberFormProps) {
  const t = useMessages(messages);
  const [username, setUsername] = useState('');
  const [role, setRole] = useState<MemberRole>('viewer');
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const name = username.trim();
    onAdd({ role, ...(name && { username: name }) }, () => setUsername(''));
  };
  return (
    <form className={styles.form} onSubmit={add}>
      <TextField
        label={t('username')}
        hint={t('usernameHint')}
        value={username}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setUsername(event.target.value)}
      />
      <SelectField
        label={t('role')}
        value={role}
        onChange={(event) => setRole(event.target.value as MemberRole)}
      >
        <option value="viewer">{t('viewer')}</option>
        <option value="editor">{t('editor')}</option>
      </SelectField>
      <Button type="submit" pending={pending}>
        {t('add')}
      </Button>
    </form>
  );
}
