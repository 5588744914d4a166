package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ProblemPackage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A judging whose lease is lost: its thread is interrupted. */
class InterruptionTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void killsTheProgramThatRunsAndLeavesTheJudgeUsable() throws Exception {
    ProblemPackage problem =
        PackageBuilder.in(folder.resolve("package")).limits("time_limit: 60, memory: 128").open();
    try (RealJudge judge = new RealJudge()) {
      assertThat(judge.python(problem, "print(int(input()) + 1)").verdict()).isEqualTo(Verdict.AC);
      CompletableFuture<Judgement> endless = new CompletableFuture<>();
      Thread judging =
          Thread.ofVirtual()
              .start(() -> endless.complete(judge.python(problem, "while True:\n  pass")));
      Thread.sleep(Duration.ofSeconds(2)); // it runs, or is about to
      long start = System.nanoTime();
      judging.interrupt();
      Judgement judgement = endless.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(judgement.verdict()).isEqualTo(Verdict.JE);
      assertThat(judge.python(problem, "print(int(input()) + 1)").verdict()).isEqualTo(Verdict.AC);
    }
  }
}
