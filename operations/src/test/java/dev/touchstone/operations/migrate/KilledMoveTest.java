package dev.touchstone.operations.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.operations.migrate.Move.Step;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command ends before each step, as if it were killed: nothing of it runs on, and its
 * connections close. PostgreSQL 15 is the source.
 */
class KilledMoveTest {
  private static final Duration DEADLINE = Duration.ofSeconds(8);

  /**
   * Before and after the step that decides, and at the end; {@code -Dmigration.steps=all} for all.
   */
  private static final Set<Step> STEPS =
      System.getProperty("migration.steps", "").equals("all")
          ? EnumSet.allOf(Step.class)
          : EnumSet.of(Step.TURN, Step.CLOSE, Step.RESUME);

  @Test
  void eitherSideIsWholeAndTheNextRunGoesOn(@TempDir Path folder) throws Exception {
    try (RunningInstallation running = RunningInstallation.start(folder, true)) {
      running.migrate("start");
      for (Step step : STEPS) {
        endBefore(step, running);
        moveScores(running, true);
        assertThat(running.scores().failures()).as("ended before " + step).isEmpty();
        moveScores(running, false);
      }
      running.migrate("verify");
      running.requireAllRows(false);
    }
  }

  /** Whoever moved before the kill goes on writing there, and all others where they were. */
  @Test
  void withoutASecondRunTheServiceReturnsByItself(@TempDir Path folder) throws Exception {
    try (RunningInstallation running = RunningInstallation.start(folder, false)) {
      running.migrate("start");
      RunningService scores = running.scores();
      endBefore(Step.CLOSE, running);
      int written = scores.written();
      Await.until("the service to write again", () -> scores.written() > written + 10);
      assertThat(scores.failures()).isEmpty();
      assertThat(running.migrate("finish", "--abandon").out()).contains("the source is in use");
      running.requireAllRows(false);
    }
  }

  private static void moveScores(RunningInstallation running, boolean forward) {
    try (MigrationSettings settings = MigrationSettings.from(Environment.of(running.settings()))) {
      Pair scores = settings.pairs().getLast();
      (forward
              ? Move.forward(scores, DEADLINE, System.out::println)
              : Move.back(scores, DEADLINE, System.out::println))
          .run();
    }
  }

  private static void endBefore(Step end, RunningInstallation running) {
    try (MigrationSettings settings = MigrationSettings.from(Environment.of(running.settings()))) {
      Pair scores = settings.pairs().getLast();
      Move move = new EndingMove(scores, end);
      assertThatThrownBy(move::run).isInstanceOf(Killed.class);
    }
  }

  private static final class EndingMove extends Move {
    private final Step end;

    EndingMove(Pair pair, Step end) {
      super(pair, pair.forward(), pair.back(), DEADLINE, System.out::println);
      this.end = end;
    }

    @Override
    void before(Step step) {
      if (step == end) {
        throw new Killed();
      }
    }
  }

  /** Not an exception that the command handles. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
