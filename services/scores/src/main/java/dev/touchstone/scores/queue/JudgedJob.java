package dev.touchstone.scores.queue;

import dev.touchstone.judgeprotocol.Phase;
import dev.touchstone.judgeprotocol.ResultReport;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.scores.judging.Job;
import dev.touchstone.scores.judging.JudgedTest;
import dev.touchstone.scores.judging.ProgramOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job's result as it is stored. What takes time is done here, in the thread of the judge's call,
 * and not in the transaction that many judges share.
 *
 * @param share the share of the exercise's points that was won, from 0 to 1
 * @param compileOutput what the compiler printed
 * @param message what the learner reads beside the verdict
 * @param output what a run printed, as JSON; null without own input
 * @param phases how long the parts of judging took
 */
record JudgedJob(
    Job job,
    long fencingToken,
    Verdict verdict,
    double share,
    long timeMs,
    long memoryKib,
    @Nullable String compileOutput,
    @Nullable String message,
    @Nullable String output,
    List<Test> tests,
    List<Phase> phases) {
  /** A test by its place in the package, and its result as JSON. */
  record Test(int place, String result) {}

  static JudgedJob of(Job job, ResultReport report) {
    return new JudgedJob(
        job,
        report.fencingToken(),
        report.verdict(),
        share(report),
        report.cpuMs(),
        report.memoryKib(),
        StorableText.of(report.compileOutput()),
        StorableText.of(report.feedbackMessage()),
        report.output() == null
            ? null
            : Json.MAPPER.writeValueAsString(ProgramOutput.of(report.output())),
        report.tests().stream()
            .map(
                test -> new Test(test.index(), Json.MAPPER.writeValueAsString(JudgedTest.of(test))))
            .toList(),
        report.phases());
  }

  /** About how many characters it has. */
  long size() {
    return length(compileOutput)
        + length(message)
        + length(output)
        + tests.stream().mapToLong(test -> test.result().length()).sum();
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static double share(ResultReport report) {
    return report.maxPoints() > 0
        ? Math.clamp(report.points() / report.maxPoints(), 0, 1)
        : (report.verdict().isAccepted() ? 1 : 0);
  }
}
