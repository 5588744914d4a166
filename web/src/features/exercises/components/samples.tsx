import { Button } from '@/components/button';
import { CodeBlock } from '@/components/code-block';
import { useMessages } from '@/lib/i18n/messages';
import type { Exercise } from '../api/exercises';
import { passesOf, type Turn } from '../interaction';
import { messages } from '../messages';
import styles from './statement.module.css';

export type Sample = Exercise['samples'][number];

interface SampleViewProps {
  readonly sample: Sample;
  /** From one. */
  readonly number: number;
  /** Runs the reader's code with this input. */
  readonly onRun?: ((input: string) => void) | undefined;
}

export function SampleView({ sample, number, onRun }: SampleViewProps) {
  const t = useMessages(messages);
  if (sample.interaction !== undefined) {
    const passes = passesOf(sample.interaction);
    return (
      <div className={styles.sample}>
        {passes.map((pass, index) => (
          <Conversation
            key={index}
            label={
              passes.length > 1
                ? t('sampleInteractionPass', { number, pass: index + 1 })
                : t('sampleInteraction', { number })
            }
            pass={pass}
          />
        ))}
      </div>
    );
  }
  return (
    <div className={styles.sample}>
      <CodeBlock
        label={t('sampleInput', { number })}
        text={sample.input}
        actions={
          onRun && (
            <Button variant="quiet" size="small" icon="play" onClick={() => onRun(sample.input)}>
              {t('runThis')}
              <span className="visually-hidden">: {t('sampleInput', { number })}</span>
            </Button>
          )
        }
      />
      <CodeBlock label={t('sampleOutput', { number })} text={sample.output} />
    </div>
  );
}

function Conversation({ label, pass }: { readonly label: string; readonly pass: readonly Turn[] }) {
  const t = useMessages(messages);
  return (
    <figure className={styles.conversation}>
      <figcaption>{label}</figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('fromJudge')}</th>
            <th scope="col">{t('fromProgram')}</th>
          </tr>
        </thead>
        <tbody>
          {pass.map((turn, index) => (
            <tr key={index}>
              <td>{!turn.fromProgram && <code>{turn.text}</code>}</td>
              <td>{turn.fromProgram && <code>{turn.text}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
