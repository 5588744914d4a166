import { useState } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { Card } from '@/components/page';
import { useMessages } from '@/lib/i18n/messages';
import type { DraftTest } from '../api/drafts';
import { removeTest } from '../api/files';
import { grouped, nextGroup } from '../api/tests';
import { useWorkOnFiles } from '../use-work-on-files';
import { useGroupTitle } from '../use-group-title';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import { DeleteDialog } from './delete-dialog';
import { GroupSettings } from './group-settings';
import { PartView } from './part-view';
import styles from './part.module.css';
import { TestDialog } from './test-dialog';
import { TestTable } from './test-table';
import { TestUpload } from './test-upload';

export default function TestsPart() {
  const t = useMessages(writingMessages);
  const groupTitle = useGroupTitle();
  const { draft, editing } = useEditing();
  const { scoring = false } = draft.settings;
  const [added, setAdded] = useState<string[]>([]);
  const [opened, setOpened] = useState<{ folder: string; test: DraftTest | null }>();
  const [deleted, setDeleted] = useState<DraftTest>();
  const work = useWorkOnFiles();
  const stored = grouped(draft.tests);
  const groups = [
    ...stored,
    ...added
      .filter((folder) => !stored.some((group) => group.folder === folder))
      .map((folder) => ({ folder, tests: [] })),
  ];
  return (
    <PartView part="tests" lead={t('testsLead')}>
      <div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={scoring}
            aria-describedby="scoring-hint"
            onChange={({ target }) => editing.change({ scoring: target.checked })}
          />
          {t('scoring')}
        </label>
        <p id="scoring-hint" className={styles.hint}>
          {t('scoringText')}
        </p>
      </div>
      {work.error && <ProblemAlert error={work.error} />}
      {groups.map(({ folder, tests }) => (
        <section key={folder} className={styles.part} aria-label={groupTitle(folder)}>
          <div className={styles.toolbar}>
            <h3 className={styles.grow}>{groupTitle(folder)}</h3>
            {scoring && folder.startsWith('secret/') && (
              <GroupSettings folder={folder} groups={groups.map((group) => group.folder)} />
            )}
            <Button
              size="small"
              icon="plus"
              aria-label={t('addTestTo', { group: groupTitle(folder) })}
              onClick={() => setOpened({ folder, test: null })}
            >
              {t('addTest')}
            </Button>
            <TestUpload folder={folder} />
          </div>
          <Card>
            {tests.length > 0 ? (
              <TestTable
                tests={tests}
                onEdit={(test) => setOpened({ folder, test })}
                onDelete={setDeleted}
              />
            ) : (
              <p className={styles.nothing}>{t('noTests')}</p>
            )}
          </Card>
        </section>
      ))}
      {scoring && (
        <div>
          <Button icon="plus" onClick={() => setAdded([...added, nextGroup(groups)])}>
            {t('addGroup')}
          </Button>
        </div>
      )}
      {opened && <TestDialog {...opened} onClose={() => setOpened(undefined)} />}
      {deleted && (
        <DeleteDialog
          name={deleted.name}
          onCancel={() => setDeleted(undefined)}
          onConfirm={() => {
            setDeleted(undefined);
            work.mutate((id) => removeTest(id, deleted.name), {
              onSuccess: () => announce(t('deleted', { name: deleted.name })),
            });
          }}
        />
      )}
    </PartView>
  );
}
