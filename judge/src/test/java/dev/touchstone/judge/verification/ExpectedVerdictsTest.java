package dev.touchstone.judge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.verdict.Scope;
import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.problempackage.ExampleSubmission;
import dev.touchstone.problempackage.ExampleSubmission.TimeBound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedVerdictsTest {
  @TempDir Path folder;

  private ExpectedVerdicts expected(String word, String source) throws IOException {
    Path file = Files.writeString(folder.resolve("main.py"), source);
    return ExpectedVerdicts.of(
        new ExampleSubmission(
            word + "/main.py",
            file,
            List.of(file),
            Set.of(word),
            "",
            "",
            List.of(),
            TimeBound.NONE));
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, AC",
    "correct, AC",
    "wrong_answer, WA",
    "wrong-answer, WA",
    "no-output, WA",
    "no_output, WA",
    "time_limit_exceeded, TLE",
    "timelimit, TLE",
    "run_time_error, MLE/RTE",
    "run-error, MLE/RTE",
    "compiler_error, CE",
    "output_limit, OLE",
    "memory_limit_exceeded, MLE",
    "brute_force, TLE/MLE/RTE",
    "rejected, TLE/MLE/OLE/RTE/WA",
  })
  void readsFoldersOfTheFormatAndOfDomjudge(String word, String verdicts) throws Exception {
    assertThat(expected(word, "").text()).isEqualTo(verdicts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# @EXPECTED_RESULTS@: CORRECT | AC",
        "// @EXPECTED_RESULTS@: WRONG-ANSWER, TIMELIMIT | TLE/WA",
        "/* @EXPECTED_RESULTS@: RUN-ERROR */ | MLE/RTE",
        "# @expected_results@: run_time_error,No-Output | MLE/RTE/WA",
        "(* @EXPECTED_RESULTS@: COMPILER-ERROR,OUTPUT-LIMIT *) | CE/OLE",
      })
  void readsHeadersWithDomjudgesSpellings(String header, String verdicts) throws Exception {
    ExpectedVerdicts expected = expected("mixed", header + "\nprint()\n");
    assertThat(expected.text()).isEqualTo(verdicts);
    assertThat(expected.unknown()).isEmpty();
    assertThat(expected.scope()).isEqualTo(Scope.DECIDING);
  }

  @ParameterizedTest
  @CsvSource({
    "accepted, WRONG-ANSWER, AC, WA",
    "wrong_answer, CORRECT, WA, AC",
    "wrong_answer, 'WRONG-ANSWER,TIMELIMIT', WA, TLE/WA",
    "rejected, WRONG-ANSWER, WA, ''",
    "accepted, CHECK-MANUALLY, AC, ''",
    "mixed, 'CORRECT,TIMELIMIT', TLE/AC, ''",
  })
  void letsAHeaderNarrowItsFolderButNotContradictIt(
      String folder, String header, String verdicts, String contradiction) throws Exception {
    ExpectedVerdicts expected = expected(folder, "# @EXPECTED_RESULTS@: " + header + "\n");
    assertThat(expected.text()).isEqualTo(verdicts);
    assertThat(expected.contradiction()).isEqualTo(contradiction);
    assertThat(expected.byHand()).isFalse();
  }

  @Test
  void passesOverNoWordInSilence() throws Exception {
    assertThat(expected("accepted", "# @EXPECTED_RESULTS@: CORECT\n").unknown())
        .containsExactly("CORECT");
    assertThat(expected("mixed", "# @EXPECTED_RESULTS@: CHECK-MANUALLY\n").byHand()).isTrue();
    assertThat(expected("odd", "").saysNothing()).isTrue();
    assertThat(expected("mixed", "").saysNothing()).isTrue();
  }

  @Test
  void readsScoresAndParts() throws Exception {
    ExpectedVerdicts expected = expected("partially_accepted", "# @EXPECTED_SCORE@: 40.5\n");
    assertThat(expected.partial()).isTrue();
    assertThat(expected.score()).hasValue(40.5);
    assertThat(expected.verdicts()).doesNotContain(Verdict.AC);
  }
}
