import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { buttonClass } from '@/components/button';
import { Icon } from '@/components/icon';
import { Splitter, useShare } from '@/components/splitter';
import { DraftEditor } from '@/features/editor/components/draft-editor';
import { useDraft } from '@/features/editor/use-draft';
import { exerciseQuery, type Exercise } from '@/features/exercises/api/exercises';
import { lastSearch } from '@/features/exercises/list-search';
import { Statement } from '@/features/exercises/components/statement';
import { messages as exerciseMessages } from '@/features/exercises/messages';
import { suggested } from '@/features/exercises/suggest';
import { progressQuery, statisticsQuery } from '@/features/progress/api/progress';
import { Workbench } from '@/features/submissions/components/workbench';
import { messages as submissionMessages } from '@/features/submissions/messages';
import { useSession, useUser } from '@/lib/api/session';
import { useLocale } from '@/lib/i18n/locale';
import { useMessages } from '@/lib/i18n/messages';
import { ofLanguage } from '@/lib/languages';
import { storage } from '@/lib/storage';
import { messages } from '../messages';
import styles from './exercise-page.module.css';
import { useExercises } from './use-exercise-titles';
import { useStandings } from './use-standings';

const GuidancePanel = lazy(() => import('@/features/guidance/components/guidance-panel'));
const EarlierCode = lazy(() => import('./earlier-code'));

const route = getRouteApi('/exercises/$slug');
const preferredLanguage = 'language';

type Pane = 'statement' | 'code';

export default function ExercisePage() {
  const { slug } = route.useParams();
  const exercise = useSuspenseQuery(exerciseQuery(slug, useLocale())).data;
  const t = useMessages(messages);
  const { from } = route.useSearch();
  const [share, setShare] = useShare('statement', 45);
  const runWith = useRef<(input: string) => void>(undefined);
  const [pane, setPane] = useState<Pane>(from === undefined ? 'statement' : 'code');
  return (
    <div
      className={styles.page}
      data-pane={pane}
      style={{ '--left': `${share}%` } as CSSProperties}
    >
      <div className={styles.switch} role="group" aria-label={t('panes')}>
        {(['statement', 'code'] as const).map((id) => (
          <button key={id} type="button" aria-pressed={pane === id} onClick={() => setPane(id)}>
            <Icon name={id === 'statement' ? 'lines' : 'brackets'} size={16} />
            {t(id)}
          </button>
        ))}
      </div>
      <StatementPane exercise={exercise} onRunSample={(input) => runWith.current?.(input)} />
      <Splitter label={t('statementWidth')} line="vertical" share={share} onShare={setShare} />
      <CodePane
        key={exercise.id}
        exercise={exercise}
        onResults={() => setPane('code')}
        onReady={(run) => {
          runWith.current = run;
        }}
      />
    </div>
  );
}

interface StatementPaneProps {
  readonly exercise: Exercise;
  readonly onRunSample: (input: string) => void;
}

function StatementPane({ exercise, onRunSample }: StatementPaneProps) {
  const t = useMessages(exerciseMessages);
  const submissionsT = useMessages(submissionMessages);
  const user = useUser();
  const standing = useStandings().get(exercise.id);
  const statistics = useQuery(statisticsQuery(exercise.id)).data;
  return (
    <div className={styles.statement}>
      <button type="button" className={styles.toEditor} onClick={focusEditor}>
        {t('toEditor')}
      </button>
      <Link to="/exercises" search={lastSearch.value} className={styles.back}>
        <Icon name="left" size={16} />
        {t('backToList')}
      </Link>
      <Statement
        exercise={exercise}
        standing={standing}
        onRunSample={user ? onRunSample : undefined}
      />
      {(exercise.hint_count > 0 || exercise.has_editorial) &&
        (user ? (
          <Suspense fallback={null}>
            <GuidancePanel exerciseId={exercise.id} hidden={!exercise.is_active} />
          </Suspense>
        ) : (
          <p className={styles.after}>{t('signInForHints')}</p>
        ))}
      <p className={styles.after}>
        {statistics && statistics.learners > 0 && (
          <span>{t('solvedBy', { solved: statistics.solved, count: statistics.learners })}</span>
        )}
        {exercise.access && (
          <Link to="/author/exercises/$id" params={{ id: String(exercise.id) }}>
            {submissionsT('allResults')}
          </Link>
        )}
        {user && (
          <Link to="/submissions" search={{ exercise: exercise.id }}>
            {submissionsT('earlier')}
          </Link>
        )}
      </p>
    </div>
  );
}

interface CodePaneProps {
  readonly exercise: Exercise;
  readonly onResults: () => void;
  readonly onReady: (runWith: (input: string) => void) => void;
}

function CodePane({ exercise, onResults, onReady }: CodePaneProps) {
  const state = useSession();
  const owner = 'user' in state ? String(state.user.id) : null;
  const t = useMessages(messages);
  const [share, setShare] = useShare('editor', 55);
  const [language, setLanguage] = useState(() => startLanguage(exercise.languages));
  if (state.status === 'starting') return <div className={styles.code} />;
  return (
    <div className={styles.code} style={{ '--editor': share } as CSSProperties}>
      <Drafting
        // Another user, another draft.
        key={owner}
        exercise={exercise}
        owner={owner}
        language={language}
        onLanguage={(chosen) => {
          storage.write(preferredLanguage, chosen);
          setLanguage(chosen);
        }}
        onResults={onResults}
        onReady={onReady}
        splitter={
          <Splitter label={t('editorHeight')} line="horizontal" share={share} onShare={setShare} />
        }
      />
    </div>
  );
}

interface DraftingProps extends CodePaneProps {
  readonly owner: string | null;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly splitter: ReactNode;
}

function Drafting(properties: DraftingProps) {
  const { exercise, owner, language, onLanguage, onResults, onReady, splitter } = properties;
  const starterCode = ofLanguage(exercise.starter_code, language) ?? '';
  const [draft, copy] = useDraft({ owner, exerciseId: exercise.id, language }, starterCode);
  const { from } = route.useSearch();
  return (
    <Workbench
      exerciseId={exercise.id}
      language={language}
      source={() => draft.text}
      sampleCount={exercise.samples.length}
      signIn={owner === null ? <SignInFirst slug={exercise.slug} /> : null}
      onResults={onResults}
      onReady={onReady}
      memoryLimit={exercise.limits.memory_mib}
      next={owner !== null && <NextExercise after={exercise.id} />}
      splitter={splitter}
    >
      {({ run, submit, marks, onEditor }) => (
        <>
          <DraftEditor
            draft={draft}
            copy={copy}
            starterCode={starterCode}
            language={language}
            languages={exercise.languages}
            onLanguage={onLanguage}
            marks={marks}
            onShown={onEditor}
            onRun={run}
            onSubmit={submit}
          />
          {from !== undefined && owner !== null && (
            <Suspense fallback={null}>
              <EarlierCode
                key={from}
                id={from}
                exercise={exercise}
                draft={draft}
                language={language}
                onLanguage={onLanguage}
              />
            </Suspense>
          )}
        </>
      )}
    </Workbench>
  );
}

/** Where to go from a solved exercise. */
function NextExercise({ after }: { readonly after: number }) {
  const t = useMessages(submissionMessages);
  const exercises = useExercises();
  const attempted = useQuery(progressQuery()).data?.items;
  if (!exercises || !attempted) return null;
  const { next } = suggested(
    exercises.filter(({ id }) => id !== after),
    attempted,
  );
  return (
    next && (
      <Link to="/exercises/$slug" params={{ slug: next.slug }}>
        {t('nextExercise', { title: next.title })}
      </Link>
    )
  );
}

/** Spares who uses the keyboard the way through all samples. */
function focusEditor(): void {
  const host = document.querySelector('[data-editor]');
  host?.shadowRoot?.querySelector<HTMLElement>('.cm-content')?.focus();
}

function SignInFirst({ slug }: { readonly slug: string }) {
  const t = useMessages(submissionMessages);
  const search = { next: `/exercises/${slug}` };
  return (
    <p className={styles.signIn}>
      <span>{t('signInFirst')}</span>
      <Link to="/register" search={search} className={buttonClass('primary', 'small')}>
        {t('register')}
      </Link>
      <Link to="/sign-in" search={search} className={buttonClass('secondary', 'small')}>
        {t('signIn')}
      </Link>
    </p>
  );
}

function startLanguage(languages: readonly string[]): string {
  const preferred = storage.read(preferredLanguage);
  if (preferred && languages.includes(preferred)) return preferred;
  return languages[0] ?? 'python3';
}
