package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The judge under supervision, in a process of its own: heavy code there stops nothing else. If it
 * ends it is started again, for as long as that takes; what it was judging is judged again when its
 * lease has expired. Thread-safe.
 */
final class KeptJudge implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeptJudge.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A judge that ran for this long has not failed at its start. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  /** The status after SIGTERM, which a service manager sends to all processes. */
  private static final int TERMINATED = 143;

  /** Of scripts/judge_proxy.sh: what may start a judge as root has ended. */
  private static final int STARTER_LOST = 121;

  private final JudgeProcess.Settings settings;
  private final Runnable lost;
  private final Thread watch;
  private volatile JudgeProcess judge;

  private KeptJudge(JudgeProcess.Settings settings, JudgeProcess judge, Runnable lost) {
    this.settings = settings;
    this.lost = lost;
    this.judge = judge;
    this.watch = Thread.ofPlatform().name("judge-watch").daemon().unstarted(this::watch);
  }

  /**
   * Gives a judge that was started its settings and waits until it is ready.
   *
   * @param lost called once, if no judge can be started any more
   * @throws ConfigurationException if it does not start for the first time
   */
  static KeptJudge start(JudgeProcess judge, JudgeProcess.Settings settings, Runnable lost) {
    judge.configure(settings);
    try {
      judge.awaitReady(settings.address());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConfigurationException("The start was interrupted.");
    }
    KeptJudge kept = new KeptJudge(settings, judge, lost);
    kept.watch.start();
    return kept;
  }

  @Override
  public void close() {
    watch.interrupt();
    try {
      watch.join();
      judge.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      Duration pause = FIRST_PAUSE;
      while (true) {
        long started = System.nanoTime();
        int status = judge.awaitEnd();
        if (status == STARTER_LOST) {
          log.error("The process that starts the judge as root has ended");
          lost.run();
          return;
        }
        if (System.nanoTime() - started > STEADY.toNanos()) {
          pause = FIRST_PAUSE;
        }
        report(status);
        Thread.sleep(pause);
        Duration next = pause.multipliedBy(2);
        pause = next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
        restart();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  /** An error, so that the terminal shows it too; unless someone stops all processes at once. */
  private static void report(int status) {
    if (status == TERMINATED) {
      log.info("The judge was terminated");
    } else {
      log.error("The judge ended unexpectedly (status {}); restarting it, nothing is lost", status);
    }
  }

  private void restart() {
    try {
      JudgeProcess next = JudgeProcess.start();
      next.configure(settings);
      judge = next;
    } catch (UncheckedIOException e) { // the next attempt may succeed
      log.error("The restart failed: {}", e.getMessage());
    }
  }
}
