import { useState } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Dialog, DialogActions } from '@/components/dialog';
import { useMessages } from '@/lib/i18n/messages';
import { writeFile } from '../api/files';
import { paired } from '../api/tests';
import { messages } from '../messages';
import { useGroupTitle } from '../use-group-title';
import { useWorkOnFiles } from '../use-work-on-files';
import { writingMessages } from '../writing-messages';
import styles from './part.module.css';
import { UploadButton } from './upload-button';

/** Puts many tests into a folder at once, from files. */
export function TestUpload({ folder }: { readonly folder: string }) {
  const t = useMessages(writingMessages);
  const groupTitle = useGroupTitle();
  const [open, setOpen] = useState(false);
  const name = t('uploadTo', { group: groupTitle(folder) });
  return (
    <>
      <Button size="small" icon="upload" aria-label={name} onClick={() => setOpen(true)}>
        {t('upload')}
      </Button>
      {open && <UploadDialog folder={folder} title={name} onClose={() => setOpen(false)} />}
    </>
  );
}

interface UploadDialogProps {
  readonly folder: string;
  readonly title: string;
  readonly onClose: () => void;
}

function UploadDialog({ folder, title, onClose }: UploadDialogProps) {
  const t = useMessages(writingMessages);
  const common = useMessages(messages);
  const work = useWorkOnFiles();
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);

  const upload = (files: readonly File[]) => {
    const chosen = paired(files);
    const total = chosen.pairs.length;
    setLeft(chosen.left);
    setProgress({ done: 0, total });
    work.mutate(
      async (id) => {
        for (const [index, { name, input, answer }] of chosen.pairs.entries()) {
          await writeFile(id, `data/${folder}/${name}.in`, input);
          await writeFile(id, `data/${folder}/${name}.ans`, answer);
          setProgress({ done: index + 1, total });
        }
      },
      { onSuccess: () => announce(t('uploaded', { count: total })) },
    );
  };

  return (
    <Dialog title={title} onClose={onClose}>
      <p>{t('uploadText')}</p>
      {work.error && <ProblemAlert error={work.error} />}
      {progress && (work.isPending || work.error !== null) && <p>{t('uploading', progress)}</p>}
      {progress && work.isPending && (
        <progress
          className={styles.bar}
          aria-label={t('uploading', progress)}
          value={progress.done}
          max={progress.total}
        />
      )}
      {progress && work.isSuccess && progress.total > 0 && (
        <Alert tone="good">{t('uploaded', { count: progress.total })}</Alert>
      )}
      {left.length > 0 && <Alert tone="warn">{t('left', { names: left.join(', ') })}</Alert>}
      <DialogActions>
        <Button onClick={onClose}>{common('close')}</Button>
        <UploadButton multiple pending={work.isPending} onChoose={upload}>
          {t('uploadFiles')}
        </UploadButton>
      </DialogActions>
    </Dialog>
  );
}
