import { Link } from '@tanstack/react-router';
import { Alert } from '@/components/alert';
import { Badge } from '@/components/badge';
import { Button, buttonClass } from '@/components/button';
import { Card } from '@/components/page';
import { useMessages } from '@/lib/i18n/messages';
import { checkList } from '../api/check-list';
import type { Published } from '../api/drafts';
import { partOf } from '../api/findings';
import { messages } from '../messages';
import { publishMessages } from '../publish-messages';
import { useEditing, useWork } from '../work';
import { FindingItem, PartView } from './part-view';
import styles from './part.module.css';
import { PublishSteps } from './publish-steps';

interface PublishPartProps {
  readonly administrator: boolean;
  readonly onPublished: (published: Published) => void;
}

export default function PublishPart({ administrator, onPublished }: PublishPartProps) {
  const t = useMessages(publishMessages);
  return (
    <PartView part="publish" lead={t('lead')}>
      <CheckList />
      <Findings />
      <PublishSteps administrator={administrator} onPublished={onPublished} />
    </PartView>
  );
}

function CheckList() {
  const t = useMessages(publishMessages);
  const common = useMessages(messages);
  const { goTo } = useWork();
  const { draft } = useEditing();
  return (
    <section className={styles.part} aria-labelledby="check-list">
      <h3 id="check-list">{t('list')}</h3>
      <Card>
        <ul className={styles.list}>
          {checkList(draft).map(({ item, done, optional, part }) => (
            <li key={item}>
              <span className={styles.words}>{t(item)}</span>
              <Badge
                tone={done ? 'good' : optional ? 'plain' : 'warn'}
                icon={done ? 'check' : undefined}
              >
                {t(done ? 'done' : optional ? 'advised' : 'open')}
              </Badge>
              {!done && (
                <Button
                  size="small"
                  aria-label={t('goToNamed', { part: common(part) })}
                  onClick={() => goTo(part)}
                >
                  {t('goTo')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Findings() {
  const t = useMessages(publishMessages);
  const common = useMessages(messages);
  const { findings, read, goTo } = useWork();
  return (
    <section className={styles.part} aria-labelledby="findings">
      <h3 id="findings">{t('findings')}</h3>
      {!read ? (
        <p className={styles.hint}>{t('reading')}</p>
      ) : findings.length === 0 ? (
        <Alert tone="good" live={false}>
          {t('noFindings')}
        </Alert>
      ) : (
        <ul className={styles.findings}>
          {findings.map((finding, index) => (
            <FindingItem key={index} finding={finding}>
              <Button
                size="small"
                aria-label={t('goToNamed', { part: common(partOf(finding)) })}
                onClick={() => goTo(partOf(finding))}
              >
                {t('goTo')}
              </Button>
            </FindingItem>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Stands in the place of a draft that was published, and no longer exists. */
export function PublishedView({ published }: { readonly published: Published }) {
  const t = useMessages(publishMessages);
  const { id, slug, revision, warnings } = published;
  return (
    <div className={styles.part}>
      <Alert tone="good">{t('published', { slug, revision })}</Alert>
      {warnings.length > 0 && (
        <ul className={styles.findings}>
          {warnings.map((warning, index) => (
            <FindingItem key={index} finding={warning} />
          ))}
        </ul>
      )}
      <div className={styles.toolbar}>
        <Link to="/exercises/$slug" params={{ slug }} className={buttonClass('primary')}>
          {t('toExercise')}
        </Link>
        <Link to="/author/exercises/$id" params={{ id: String(id) }} className={buttonClass()}>
          {t('toResults')}
        </Link>
      </div>
    </div>
  );
}
