import { useId, useLayoutEffect, useRef, useState, type ClipboardEvent } from 'react';
import { ProblemAlert } from '@/components/alert';
import { announce } from '@/components/announcer';
import { Button } from '@/components/button';
import { useMessages } from '@/lib/i18n/messages';
import { writeFile } from '../api/files';
import { pictureName, prefixed, surrounded, withPicture, type Edited } from '../api/markdown-edits';
import { useWorkOnFiles } from '../use-work-on-files';
import { useEditing } from '../work';
import { writingMessages } from '../writing-messages';
import styles from './statement.module.css';
import { StatementPreview } from './statement-preview';
import { UploadButton } from './upload-button';

interface StatementEditorProps {
  readonly locale: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The statement in Markdown, and beside it how learners see it. */
export function StatementEditor({ locale, text, onChange }: StatementEditorProps) {
  const t = useMessages(writingMessages);
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  /** Set once the changed text is there. */
  const [selection, setSelection] = useState<Edited | null>(null);
  const picture = usePictures();

  useLayoutEffect(() => {
    if (!selection || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(selection.start, selection.end);
  }, [selection]);

  const edit = (change: (before: Edited) => Edited) => {
    const { value = text, selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    const changed = change({ text: value, start: selectionStart, end: selectionEnd });
    onChange(changed.text);
    setSelection(changed);
  };
  const add = (files: readonly File[]) =>
    void picture.add(files, (name) => {
      edit((before) => withPicture(before, name, t('describe')));
      announce(t('pictureAdded', { name }));
    });
  const paste = (event: ClipboardEvent) => {
    const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'));
    if (pictures.length === 0) return;
    event.preventDefault();
    add(pictures);
  };

  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <div className={styles.tools} role="group" aria-label={t('text')}>
          {(
            [
              ['heading', (before) => prefixed(before, '## ')],
              ['bold', (before) => surrounded(before, '**')],
              ['code', (before) => surrounded(before, '`')],
              ['formula', (before) => surrounded(before, '$')],
              ['list', (before) => prefixed(before, '- ')],
            ] as const satisfies readonly (readonly [string, (before: Edited) => Edited])[]
          ).map(([name, change]) => (
            <Button key={name} size="small" variant="quiet" onClick={() => edit(change)}>
              {t(name)}
            </Button>
          ))}
          <UploadButton
            size="small"
            variant="quiet"
            accept="image/*"
            pending={picture.isPending}
            onChoose={add}
          >
            {t('picture')}
          </UploadButton>
        </div>
        {picture.error && <ProblemAlert error={picture.error} />}
        <label htmlFor={id} className="visually-hidden">
          {t('text')}
        </label>
        <textarea
          id={id}
          ref={area}
          lang={locale}
          className={styles.text}
          value={text}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
          onPaste={paste}
          rows={18}
        />
        <p id={`${id}-hint`} className={styles.hint}>
          {t('textHint', { place: '{{nextsample}}' })}
        </p>
      </div>
      <StatementPreview locale={locale} text={text} />
    </div>
  );
}

/** Stores pictures beside the statement. */
function usePictures() {
  const { draft } = useEditing();
  const work = useWorkOnFiles();
  const folder = draft.files.some(({ path }) => path.startsWith('problem_statement/'))
    ? 'problem_statement/'
    : 'statement/';
  const add = async (files: readonly File[], onAdded: (name: string) => void) => {
    const taken = draft.files
      .filter(({ path }) => path.startsWith(folder))
      .map(({ path }) => path.slice(folder.length));
    for (const file of files) {
      const name = pictureName(file, taken);
      taken.push(name);
      try {
        await work.mutateAsync((id) => writeFile(id, folder + name, file));
      } catch {
        return; // shown as the error
      }
      onAdded(name);
    }
  };
  return { add, error: work.error, isPending: work.isPending };
}
