import { QRCodeSVG } from 'qrcode.react';
import type { SyntheticEvent } from 'react';
import { Button } from '@/components/button';
import { CopyButton } from '@/components/copy-button';
import { Form } from '@/components/form';
import { useMessages } from '@/lib/i18n/messages';
import { useConfirmApp, useMakeSecret, type Secret } from '../api/second-factor';
import { fieldText } from '@/components/faults/field-text';
import { messages } from '../messages';
import { useFaults } from '@/components/faults/use-faults';
import { CodeField } from './code-field';
import styles from './form.module.css';
import { PasswordField } from './password-field';

interface SetUpAppProps {
  readonly onCodes: (codes: readonly string[]) => void;
}

/** Password first, then the secret as a picture and as text, then a first code of the app. */
export function SetUpApp({ onCodes }: SetUpAppProps) {
  const t = useMessages(messages);
  const make = useMakeSecret();
  const faults = useFaults(make.error, ['current_password']);
  if (make.data) return <Confirmation secret={make.data} onCodes={onCodes} />;

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (make.isPending) return;
    make.mutate({ password: fieldText(new FormData(event.currentTarget), 'current_password') });
  };

  return (
    <Form error={make.error} faulty={faults.summary} onSubmit={submit}>
      <PasswordField
        label={t('currentPassword')}
        error={faults.of('current_password')}
        name="current_password"
        autoComplete="current-password"
      />
      <Button type="submit" variant="primary" pending={make.isPending}>
        {t('setUpApp')}
      </Button>
    </Form>
  );
}

interface ConfirmationProps {
  readonly secret: Secret;
  readonly onCodes: (codes: readonly string[]) => void;
}

function Confirmation({ secret, onCodes }: ConfirmationProps) {
  const t = useMessages(messages);
  const confirm = useConfirmApp();
  const faults = useFaults(confirm.error, ['code']);

  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (confirm.isPending) return;
    const code = fieldText(new FormData(event.currentTarget), 'code').trim();
    confirm.mutate(code, { onSuccess: onCodes });
  };

  return (
    <Form error={confirm.error} faulty={faults.summary} onSubmit={submit}>
      <p>{t('scan')}</p>
      {/* Black on white in either theme, as cameras need it. */}
      <QRCodeSVG
        value={secret.uri}
        size={192}
        marginSize={4}
        title={t('qrCode')}
        className={styles.picture}
      />
      <div>
        <p className={styles.text}>{t('secretText')}</p>
        <p className={styles.secret}>
          <code>{secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          <CopyButton text={secret.secret} name={t('secret')} />
        </p>
      </div>
      <CodeField first error={faults.of('code')} />
      <Button type="submit" variant="primary" pending={confirm.isPending}>
        {t('confirmApp')}
      </Button>
    </Form>
  );
}
