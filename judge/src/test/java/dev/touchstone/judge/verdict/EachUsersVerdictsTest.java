package dev.touchstone.judge.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.sandbox.OrdinaryUser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts the judge, a program gets the same verdict, with control groups and without. */
class EachUsersVerdictsTest {
  private static final int USER = 62018;
  private static final int PROGRAMS = 5 * 6;

  @TempDir Path folder;

  @Test
  void areRightForThisUser() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    VerdictMain.judgeAll(new PrintStream(said, true, StandardCharsets.UTF_8));
    check(said.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void areRightForAnOrdinaryUser() throws Exception {
    assumeTrue(OrdinaryUser.possible(), "only root can become another user");
    check(new OrdinaryUser(USER, folder).run(VerdictMain.class, List.of(), 300));
  }

  private static void check(List<String> said) {
    assertThat(said).contains("done").noneMatch(line -> line.startsWith("WRONG"));
    assertThat(said.stream().filter(line -> line.matches("(right|skipped) .*"))).hasSize(PROGRAMS);
  }
}
