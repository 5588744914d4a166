package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judge.sandbox.OrdinaryUser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program gets the right verdict from an ordinary user's judge, too, without control groups. */
class EachUsersVerdictsTest {
  private static final int USER = 62018;
  private static final int PROGRAMS = 5 * 6;

  @TempDir Path folder;

  /** Root's verdicts are what every other test of verdicts looks at. */
  @Test
  void areRightForAnOrdinaryUser() throws Exception {
    check(
        OrdinaryUser.possible()
            ? new OrdinaryUser(USER, folder).run(VerdictMain.class, List.of())
            : asThisUser());
  }

  private static List<String> asThisUser() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    VerdictMain.judgeAll(new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static void check(List<String> said) {
    assertThat(said).contains("done").noneMatch(line -> line.startsWith("WRONG"));
    assertThat(said.stream().filter(line -> line.matches("(right|skipped) .*"))).hasSize(PROGRAMS);
  }
}
