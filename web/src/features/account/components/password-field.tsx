import { useState } from 'react';
import { TextField } from '@/components/field';
import { useMessages } from '@/lib/i18n/messages';
import { messages } from '../messages';
import styles from './form.module.css';

interface PasswordFieldProps {
  readonly label: string;
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A password that can be shown, as accents and switched keyboards make blind typing hard. */
export function PasswordField(properties: PasswordFieldProps) {
  const t = useMessages(messages);
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField {...properties} type={shown ? 'text' : 'password'} maxLength={256} required />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        {t('showPassword')}
      </label>
    </div>
  );
}
