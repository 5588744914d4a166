import { Alert } from '@/components/alert';
import { Button } from '@/components/button';
import { CopyButton } from '@/components/copy-button';
import { useMessages } from '@/lib/i18n/messages';
import { saveFile } from '@/lib/save-file';
import { messages } from '../messages';
import formStyles from './form.module.css';
import styles from './recovery-codes.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** New recovery codes, which nobody can see again later. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const t = useMessages(messages);
  const text = `${codes.join('\n')}\n`;
  return (
    <div className={formStyles.stack}>
      <Alert tone="warn" live={false}>
        <p>
          <strong>{t('saveCodes')}</strong>
        </p>
        <p>{t('saveCodesText')}</p>
      </Alert>
      <div className={styles.paper}>
        <h3 className={styles.title}>{t('codesOf')}</h3>
        <ol className={styles.codes}>
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </div>
      <div className={formStyles.buttons}>
        <CopyButton text={text} name={t('recoveryCodes')} />
        <Button
          size="small"
          icon="download"
          onClick={() =>
            saveFile(new Blob([text], { type: 'text/plain' }), 'touchstone-recovery-codes.txt')
          }
        >
          {t('downloadCodes')}
        </Button>
        <Button size="small" icon="lines" onClick={() => window.print()}>
          {t('printCodes')}
        </Button>
      </div>
      <Button variant="primary" onClick={onDone}>
        {t('codesSaved')}
      </Button>
    </div>
  );
}
