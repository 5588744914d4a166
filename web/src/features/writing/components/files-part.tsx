import { useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { TextField } from '@/components/field';
import { Card } from '@/components/page';
import { formatBytes } from '@/lib/i18n/format-bytes';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { useDownloadDraft, type DraftFile } from '../api/drafts';
import { downloadFile, removeFile, writeFile } from '../api/files';
import { messages } from '../messages';
import { useWorkOnFiles } from '../use-work-on-files';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import { DeleteDialog } from './delete-dialog';
import { FileDialog } from './file-dialog';
import { PartView } from './part-view';
import styles from './part.module.css';
import { UploadButton } from './upload-button';

export default function FilesPart() {
  const t = useMessages(writingMessages);
  const common = useMessages(messages);
  const locale = useLocale();
  const { draft } = useEditing();
  const work = useWorkOnFiles();
  const download = useDownloadDraft();
  const [folder, setFolder] = useState('');
  const [opened, setOpened] = useState<DraftFile | null>();
  const [deleted, setDeleted] = useState<DraftFile>();
  const prefix = folder.replace(/^\/+|\/+$/g, '');

  const upload = (files: readonly File[]) =>
    work.mutate(
      async (id) => {
        for (const file of files) {
          await writeFile(id, prefix === '' ? file.name : `${prefix}/${file.name}`, file);
        }
      },
      { onSuccess: () => announce(t('filesUploaded', { count: files.length })) },
    );

  return (
    <PartView part="files" lead={t('filesLead')}>
      <div className={styles.toolbar}>
        <Button icon="plus" onClick={() => setOpened(null)}>
          {t('addFile')}
        </Button>
        <Button icon="download" pending={download.isPending} onClick={() => download.mutate(draft)}>
          {common('download')}
        </Button>
      </div>
      <div className={styles.uploads}>
        <TextField
          label={t('folder')}
          hint={t('folderHint')}
          value={folder}
          spellCheck={false}
          autoCapitalize="off"
          onChange={({ target }) => setFolder(target.value)}
        />
        <div>
          <UploadButton multiple pending={work.isPending} onChoose={upload}>
            {t('uploadFiles')}
          </UploadButton>
        </div>
      </div>
      {work.error && <ProblemAlert error={work.error} />}
      {download.error && <ProblemAlert error={download.error} />}
      <Card>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t('path')}</th>
              <th scope="col" className="number">
                {t('size')}
              </th>
              <th scope="col">{t('actions')}</th>
            </tr>
          </thead>
          <tbody>
            {draft.files.map((file) => (
              <tr key={file.path}>
                <th scope="row" className={styles.mono}>
                  {file.path}
                </th>
                <td className="number" data-label={t('size')}>
                  {formatBytes(file.size, locale)}
                </td>
                <td className={styles.actions}>
                  <Button
                    size="small"
                    aria-label={t('editNamed', { name: file.path })}
                    onClick={() => setOpened(file)}
                  >
                    {t('edit')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('downloadNamed', { name: file.path })}
                    onClick={() => work.mutate((id) => downloadFile(id, file.path))}
                  >
                    {t('download')}
                  </Button>
                  <Button
                    size="small"
                    aria-label={t('deleteNamed', { name: file.path })}
                    onClick={() => setDeleted(file)}
                  >
                    {t('delete')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      {opened !== undefined && <FileDialog file={opened} onClose={() => setOpened(undefined)} />}
      {deleted && (
        <DeleteDialog
          name={deleted.path}
          onCancel={() => setDeleted(undefined)}
          onConfirm={() => {
            setDeleted(undefined);
            work.mutate((id) => removeFile(id, deleted.path), {
              onSuccess: () => announce(t('deleted', { name: deleted.path })),
            });
          }}
        />
      )}
    </PartView>
  );
}
