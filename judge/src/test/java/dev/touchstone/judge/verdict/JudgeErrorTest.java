package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.PackageException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JudgeErrorTest {
  @Test
  void saysThatTheAuthorMustAct() {
    assertThat(JudgeError.explain(new PackageFaultException("The validator exited with 1.")))
        .isEqualTo("The package is faulty. The validator exited with 1.");
    assertThat(
            JudgeError.explain(
                new PackageException(List.of(new Fault("problem.yaml", "is missing")))))
        .isEqualTo("The package is faulty. problem.yaml: is missing");
  }

  @Test
  void saysThatTheOperatorMustAct() {
    assertThat(JudgeError.explain(new SandboxException("No box could be made.")))
        .isEqualTo("The judge failed. No box could be made.");
    // Its message is a name and nothing else.
    assertThat(JudgeError.explain(new NoSuchFileException("/data/1.in")))
        .startsWith("The judge failed. ")
        .contains("NoSuchFileException", "/data/1.in");
  }

  /** Each loss of a lease would look like a failure of the judge. */
  @Test
  void onlyRealFailuresAreLoggedAsErrors() {
    Logger logger = (Logger) LoggerFactory.getLogger(JudgeError.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      SandboxException failure = new SandboxException("Interrupted while a program ran.");
      Thread.currentThread().interrupt();
      JudgeError.log("sum", failure);
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
      assertThat(lines.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.INFO));
      JudgeError.log("sum", failure);
      assertThat(lines.list.getLast().getLevel()).isEqualTo(Level.ERROR);
    } finally {
      logger.detachAppender(lines);
    }
  }
}
