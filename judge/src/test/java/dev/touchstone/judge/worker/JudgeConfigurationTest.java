package dev.touchstone.judge.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeConfigurationTest {
  private static final Map<String, String> REQUIRED =
      Map.of(
          "TOUCHSTONE_SCORES_URL", "http://127.0.0.1:1",
          "TOUCHSTONE_EXERCISES_URL", "http://127.0.0.1:1",
          "TOUCHSTONE_JUDGE_TOKEN", "x".repeat(40),
          "TOUCHSTONE_DATA_DIR", "/data");

  @Test
  void takesAllWorkUnlessItIsTold() {
    assertThat(with(" ").kinds()).containsExactly(JobKind.values());
    assertThat(with("submission").kinds()).containsExactly(JobKind.SUBMISSION);
    assertThat(with("submission, run,run").kinds())
        .containsExactly(JobKind.SUBMISSION, JobKind.RUN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submissions", "run,", "run;submission", ","})
  void namesAKindThatItDoesNotKnow(String kinds) {
    assertThatThrownBy(() -> with(kinds))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("TOUCHSTONE_JUDGE_KINDS is not a list of run, submission, check: ");
  }

  private static JudgeConfiguration with(String kinds) {
    Map<String, String> variables = new HashMap<>(REQUIRED);
    variables.put("TOUCHSTONE_JUDGE_KINDS", kinds);
    Environment environment = Environment.of(variables);
    JudgeConfiguration configuration = JudgeConfiguration.from(environment);
    environment.finish();
    return configuration;
  }
}
