import { useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Card, EmptyState } from '@/components/page';
import { useMessages } from '@/lib/i18n/messages';
import { removeFile } from '../api/files';
import { judgedSolutions, useFollowedCheck } from '../api/verification';
import { useWorkOnFiles } from '../use-work-on-files';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import { DeleteDialog } from './delete-dialog';
import { PartView } from './part-view';
import styles from './part.module.css';
import { SolutionDialog } from './solution-dialog';
import { SolutionTable } from './solution-table';

export default function SolutionsPart() {
  const t = useMessages(writingMessages);
  const { draft } = useEditing();
  const { check } = useFollowedCheck(draft.check_id);
  const [opened, setOpened] = useState<string | null>();
  const [deleted, setDeleted] = useState<string>();
  const work = useWorkOnFiles();
  return (
    <PartView part="solutions" lead={t('solutionsLead')}>
      <div>
        <Button icon="plus" onClick={() => setOpened(null)}>
          {t('addSolution')}
        </Button>
      </div>
      {work.error && <ProblemAlert error={work.error} />}
      <Card>
        {draft.solutions.length > 0 ? (
          <SolutionTable
            solutions={draft.solutions}
            judged={check ? judgedSolutions(check) : []}
            actions={({ name }) => (
              <td className={styles.actions}>
                <Button
                  size="small"
                  aria-label={t('editNamed', { name })}
                  onClick={() => setOpened(name)}
                >
                  {t('edit')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('deleteNamed', { name })}
                  onClick={() => setDeleted(name)}
                >
                  {t('delete')}
                </Button>
              </td>
            )}
          />
        ) : (
          <EmptyState icon="brackets">{t('noSolutions')}</EmptyState>
        )}
      </Card>
      {opened !== undefined && (
        <SolutionDialog name={opened} onClose={() => setOpened(undefined)} />
      )}
      {deleted !== undefined && (
        <DeleteDialog
          name={deleted}
          onCancel={() => setDeleted(undefined)}
          onConfirm={() => {
            setDeleted(undefined);
            const paths = draft.files.map(({ path }) => path).filter((path) => isOf(path, deleted));
            work.mutate(
              async (id) => {
                for (const path of paths) await removeFile(id, path);
              },
              { onSuccess: () => announce(t('deleted', { name: deleted })) },
            );
          }}
        />
      )}
    </PartView>
  );
}

/** A solution is a file, or a folder with some. */
function isOf(path: string, solution: string): boolean {
  const place = `submissions/${solution}`;
  return path === place || path.startsWith(`${place}/`);
}
