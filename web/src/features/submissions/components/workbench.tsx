import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Alert, ProblemAlert } from '@/components/alert';
import { Button } from '@/components/button';
import { Loading } from '@/components/spinner';
import { Tabs } from '@/components/tabs';
import { useMessages } from '@/lib/i18n/messages';
import type { CompilerMark } from '@/lib/judging/compiler-marks';
import { outbox, type Parcel } from '../api/outbox';
import { useStartRun } from '../api/submissions';
import { useParcel } from '../api/use-outbox';
import { useMarks } from '../use-marks';
import { messages } from '../messages';
import { ResultsSheet } from './results-sheet';
import styles from './workbench.module.css';

const results = () => import('./live-results');
const LiveRun = lazy(async () => ({ default: (await results()).LiveRun }));
const LiveSubmission = lazy(async () => ({ default: (await results()).LiveSubmission }));

type Pane = 'samples' | 'input' | 'submission';

export interface WorkbenchActions {
  readonly run: () => void;
  readonly submit: () => void;
  /** To be called when the editor has arrived: only then the line is free for what shows results. */
  readonly onEditor: () => void;
  /** What the compiler said about the code that was last run or submitted. */
  readonly marks: readonly CompilerMark[];
}

interface WorkbenchProps {
  readonly exerciseId: number;
  readonly language: string;
  /** The code as it is at that moment. */
  readonly source: () => string;
  readonly sampleCount: number;
  /** Of a test, in MiB. */
  readonly memoryLimit: number;
  /** Where to go after the exercise is solved. */
  readonly next: ReactNode;
  /** Hands out how to run the code with the input of one sample. */
  readonly onReady: (runWith: (input: string) => void) => void;
  /** Shown instead of the buttons to someone who is not signed in. */
  readonly signIn: ReactNode | null;
  /** Called when there is something new to look at among the results. */
  readonly onResults: () => void;
  /** Between the editor and the results. */
  readonly splitter: ReactNode;
  /** The editor, given what its keys and buttons do. */
  readonly children: (actions: WorkbenchActions) => ReactNode;
}

/** Editor above, results below: runs on the samples, runs on own input, and submissions. */
export function Workbench(properties: WorkbenchProps) {
  const { exerciseId, language, source, sampleCount, signIn, onResults, children } = properties;
  const { memoryLimit, next, onReady, splitter } = properties;
  const t = useMessages(messages);
  const parcel = useParcel(exerciseId);
  const pending = parcel?.delivery.status === 'sending' || parcel?.delivery.status === 'waiting';
  const [chosen, setPane] = useState<Pane>();
  const pane = chosen ?? (parcel ? 'submission' : 'samples');
  const [input, setInput] = useState('');
  const [raised, setRaised] = useState(false);
  const samplesRun = useStartRun();
  const inputRun = useStartRun();
  const { marks, forget, onCompiled } = useMarks(language);
  const code = () => ({ exercise_id: exerciseId, language, source: source() });
  const show = () => {
    onResults();
    setRaised(true);
  };
  const runWith = (given: string) => {
    if (signIn) return;
    show();
    forget();
    setInput(given);
    setPane('input');
    inputRun.mutate({ ...code(), input: given });
  };
  useEffect(() => onReady(runWith));
  const running = pane === 'input' ? inputRun : samplesRun;

  const actions: WorkbenchActions = {
    marks,
    // What fails to arrive now is asked for again when it is needed.
    onEditor: () => void results().catch(() => undefined),
    run: () => {
      if (signIn) return;
      show();
      forget();
      if (pane === 'input') inputRun.mutate({ ...code(), input });
      else {
        setPane('samples');
        samplesRun.mutate(code());
      }
    },
    submit: () => {
      if (signIn || pending) return;
      show();
      forget();
      setPane('submission');
      outbox.submit(code());
    },
  };

  const tabs = [
    {
      id: 'samples',
      label: t('tabSamples'),
      content: (
        <Started started={samplesRun} hint={t('samplesHint')}>
          {(id) => <LiveRun key={id} id={id} total={sampleCount} onCompiled={onCompiled} />}
        </Started>
      ),
    },
    {
      id: 'input',
      label: t('tabInput'),
      content: (
        <div className={styles.own}>
          <InputBox value={input} onChange={setInput} />
          <Started started={inputRun} hint={null}>
            {(id) => <LiveRun key={id} id={id} total={null} onCompiled={onCompiled} />}
          </Started>
        </div>
      ),
    },
    {
      id: 'submission',
      label: t('tabSubmission'),
      content: (
        <Sent parcel={parcel}>
          {(id) => (
            <LiveSubmission
              key={id}
              id={id}
              memoryLimit={memoryLimit}
              next={next}
              onCompiled={onCompiled}
            />
          )}
        </Sent>
      ),
    },
  ] as const;

  return (
    <>
      {children(actions)}
      {splitter}
      <ResultsSheet raised={raised} onLower={() => setRaised(false)}>
        <Tabs<Pane>
          label={t('results')}
          tabs={tabs}
          selected={pane}
          onSelect={setPane}
          actions={
            signIn ?? (
              <div className={styles.buttons}>
                <Button size="small" icon="play" pending={running.isPending} onClick={actions.run}>
                  {t(pane === 'input' ? 'runInput' : 'runSamples')}
                </Button>
                <Button
                  size="small"
                  variant="primary"
                  icon="send"
                  pending={pending}
                  onClick={actions.submit}
                >
                  {t(pending ? 'submitting' : 'submit')}
                </Button>
              </div>
            )
          }
        />
      </ResultsSheet>
    </>
  );
}

interface StartedProps {
  readonly started: {
    readonly data: { readonly id: number | string } | undefined;
    readonly error: Error | null;
  };
  readonly hint: string | null;
  readonly children: (id: number | string) => ReactNode;
}

function Started({ started, hint, children }: StartedProps) {
  if (started.error) return <ProblemAlert error={started.error} withFaults />;
  if (started.data) return <Suspense fallback={<Loading />}>{children(started.data.id)}</Suspense>;
  return hint && <p className={styles.hint}>{hint}</p>;
}

interface SentProps {
  readonly parcel: Parcel | undefined;
  readonly children: (id: number | string) => ReactNode;
}

function Sent({ parcel, children }: SentProps) {
  const t = useMessages(messages);
  switch (parcel?.delivery.status) {
    case undefined:
      return <p className={styles.hint}>{t('submissionHint')}</p>;
    case 'sending':
      return null;
    case 'waiting':
      return <Alert tone="warn">{t('waiting')}</Alert>;
    case 'refused':
      return <ProblemAlert error={parcel.delivery.error} withFaults />;
    case 'sent':
      return <Suspense fallback={<Loading />}>{children(parcel.delivery.id)}</Suspense>;
  }
}

interface InputBoxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function InputBox({ value, onChange }: InputBoxProps) {
  const t = useMessages(messages);
  return (
    <label className={styles.input}>
      <span>{t('inputLabel')}</span>
      <textarea
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder={t('inputHint')}
        rows={4}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
      />
    </label>
  );
}
