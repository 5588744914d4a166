import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Alert } from '@/components/alert';
import { Badge } from '@/components/badge';
import { Button } from '@/components/button';
import { formatDate } from '@/lib/i18n/format';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { secondFactorQuery, useRefreshSecondFactor, type SecondFactor } from '../api/second-factor';
import { messages } from '../messages';
import styles from './form.module.css';
import { NewCodesForm } from './new-codes-form';
import { RecoveryCodes } from './recovery-codes';
import { RemoveFactorForm } from './remove-factor-form';
import { SetUpApp } from './set-up-app';
import { Spoken } from './spoken';

/** The authenticator app of the account: set up, recovery codes, removal. */
export function SecondFactorSection() {
  const factor = useSuspenseQuery(secondFactorQuery()).data;
  const refresh = useRefreshSecondFactor();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) {
    return (
      <Spoken>
        <RecoveryCodes
          codes={codes}
          onDone={() => {
            setCodes(undefined);
            refresh();
          }}
        />
      </Spoken>
    );
  }
  return factor.totp_since === null ? (
    <Absent required={factor.required} onCodes={setCodes} />
  ) : (
    <Present factor={factor} since={factor.totp_since} onCodes={setCodes} />
  );
}

interface AbsentProps {
  readonly required: boolean;
  readonly onCodes: (codes: readonly string[]) => void;
}

function Absent({ required, onCodes }: AbsentProps) {
  const t = useMessages(messages);
  return (
    <>
      {required && <Alert tone="warn">{t('factorRequired')}</Alert>}
      <p className={styles.text}>{t('factorText')}</p>
      <SetUpApp onCodes={onCodes} />
    </>
  );
}

interface PresentProps {
  readonly factor: SecondFactor;
  readonly since: string;
  readonly onCodes: (codes: readonly string[]) => void;
}

function Present({ factor, since, onCodes }: PresentProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const [open, setOpen] = useState<'codes' | 'removal'>();
  const { recovery_codes_left: left } = factor;
  return (
    <div className={styles.stack}>
      <p>
        <Badge tone="good" icon="check">
          {t('factorOn')}
        </Badge>{' '}
        {t('factorSince', { date: formatDate(since, locale) })}
      </p>
      {left < 4 ? (
        <Alert tone="warn" live={false}>
          {t('codesLeft', { count: left })}
        </Alert>
      ) : (
        <p>{t('codesLeft', { count: left })}</p>
      )}
      {open === 'codes' && <NewCodesForm onCodes={onCodes} onCancel={() => setOpen(undefined)} />}
      {open === 'removal' && <RemoveFactorForm onCancel={() => setOpen(undefined)} />}
      {open === undefined && (
        <div className={styles.buttons}>
          <Button onClick={() => setOpen('codes')}>{t('newCodes')}</Button>
          <Button variant="danger" onClick={() => setOpen('removal')}>
            {t('removeFactor')}
          </Button>
        </div>
      )}
    </div>
  );
}
