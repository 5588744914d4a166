import { useState, type MouseEvent, type ReactNode } from 'react';
import { sendSignedIn } from '@/lib/api/client';
import { useMessages } from '@/lib/i18n/messages';
import { saveFile } from '@/lib/save-file';
import { messages } from '../messages';
import { fileName, liesBelow } from './addresses';
import styles from './markdown.module.css';

interface FileLinkProps {
  readonly address: string | undefined;
  /** Where the files of the text lie. */
  readonly base: string;
  /** Only signed-in authors may fetch these files. */
  readonly hidden: boolean;
  readonly children: ReactNode;
}

export function FileLink({ address, base, hidden, children }: FileLinkProps) {
  return address !== undefined && hidden && liesBelow(address, base) ? (
    <HiddenFileLink address={address}>{children}</HiddenFileLink>
  ) : (
    <a href={address}>{children}</a>
  );
}

interface HiddenFileLinkProps {
  readonly address: string;
  readonly children: ReactNode;
}

/** Browsers follow links without a token, so the page reads the file when it is asked for. */
function HiddenFileLink({ address, children }: HiddenFileLinkProps) {
  const t = useMessages(messages);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    try {
      const response = await sendSignedIn(address, {});
      saveFile(await response.blob(), fileName(address));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <>
      <a href={address} onClick={follow}>
        {children}
      </a>
      {failed && (
        <span className={styles.failed} role="alert">
          {t('fileFailed')}
        </span>
      )}
    </>
  );
}
