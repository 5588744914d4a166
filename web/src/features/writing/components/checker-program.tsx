import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { useMessages } from '@/lib/i18n/messages';
import { removeFile, writeFile } from '../api/files';
import { settingsMessages } from '../settings-messages';
import { useWorkOnFiles } from '../use-work-on-files';
import { useEditing } from '../work';
import styles from './part.module.css';
import { UploadButton } from './upload-button';

/** The author's own program that decides about outputs. */
export function CheckerProgram() {
  const t = useMessages(settingsMessages);
  const { draft } = useEditing();
  const work = useWorkOnFiles();
  const files = draft.files.filter(({ path }) => /^output_validators?\//.test(path));
  return (
    <div className={styles.fields}>
      {work.error && <ProblemAlert error={work.error} />}
      {files.length > 0 ? (
        <ul className={styles.plain} aria-label={t('programFiles')}>
          {files.map(({ path }) => {
            const name = path.slice(path.indexOf('/') + 1);
            return (
              <li key={path} className={styles.toolbar}>
                <span className={styles.mono}>{name}</span>
                <Button
                  size="small"
                  aria-label={t('programRemove', { name })}
                  onClick={() =>
                    work.mutate((id) => removeFile(id, path), {
                      onSuccess: () => announce(t('programRemoved', { name })),
                    })
                  }
                >
                  {t('remove')}
                </Button>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className={styles.hint}>{t('programNone')}</p>
      )}
      <div>
        <UploadButton
          pending={work.isPending}
          multiple
          onChoose={(chosen) =>
            work.mutate(async (id) => {
              for (const file of chosen) await writeFile(id, `output_validator/${file.name}`, file);
            })
          }
        >
          {t('programUpload')}
        </UploadButton>
      </div>
    </div>
  );
}
