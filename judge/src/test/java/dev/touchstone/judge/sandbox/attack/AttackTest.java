package dev.touchstone.judge.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.judge.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No hostile program gets more than its verdict, leaves anything, or disturbs the next one. */
class AttackTest {
  private static AttackedJudge judge;

  @BeforeAll
  static void start() throws Exception {
    judge = new AttackedJudge();
  }

  @AfterAll
  static void stop() {
    judge.close();
  }

  static List<Attack> attacks() {
    return Attack.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void fails(Attack attack) throws Exception {
    Optional<Language> language = judge.language(attack);
    assumeTrue(language.isPresent(), "the language of " + attack + " is not installed");
    assertThat(judge.complaints(attack, language.get())).isEmpty();
  }

  @Test
  void areManyAndInSeveralLanguages() {
    assertThat(Attack.all()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Attack.all().stream().map(attack -> attack.mainFile().replaceAll(".*\\.", "")))
        .contains("c", "cpp", "py", "java", "js", "sh");
  }
}
