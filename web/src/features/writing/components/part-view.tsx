import { useEffect, useRef, type ReactNode } from 'react';
import { Badge } from '@/components/badge';
import { useMessages } from '@/lib/i18n/messages';
import { isFault, partOf, type Finding, type Part } from '../api/findings';
import { messages } from '../messages';
import { useWork } from '../work';
import styles from './part.module.css';

interface PartViewProps {
  readonly part: Part;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** One part of a draft: its heading, what is to be corrected there, and its fields. */
export function PartView({ part, lead, children }: PartViewProps) {
  const t = useMessages(messages);
  const { findings, cameByLink } = useWork();
  const heading = useRef<HTMLHeadingElement>(null);
  const own = findings.filter((finding) => partOf(finding) === part);

  useEffect(() => {
    if (cameByLink()) heading.current?.focus();
  }, [cameByLink]);

  return (
    <section className={styles.part} aria-labelledby="part">
      <h2 id="part" ref={heading} tabIndex={-1}>
        {t(part)}
      </h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      {own.length > 0 && part !== 'publish' && (
        <ul className={styles.findings} aria-label={t('findings')}>
          {own.map((finding, index) => (
            <FindingItem key={index} finding={finding} />
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly children?: ReactNode;
}

export function FindingItem({ finding, children }: FindingItemProps) {
  const t = useMessages(messages);
  const tone = isFault(finding) ? 'bad' : 'warn';
  return (
    <li data-tone={tone}>
      <Badge tone={tone}>{t(isFault(finding) ? 'fault' : 'warning')}</Badge>
      <span className={styles.words}>
        {finding.field && <code>{finding.field}</code>} {finding.message}
      </span>
      {children}
    </li>
  );
}
