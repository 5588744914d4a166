package dev.touchstone.judge.worker;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import java.util.HashMap;
import java.util.Map;

/** Starts a judge with and without consent to a weak sandbox; see {@link WeakSandboxTest}. */
final class WeakSandboxMain {
  private WeakSandboxMain() {}

  /** Prints for each whether it started, and if not, why. */
  public static void main(String[] arguments) {
    for (boolean accept : new boolean[] {false, true}) {
      Map<String, String> variables =
          new HashMap<>(
              Map.of(
                  "TOUCHSTONE_HOST", "127.0.0.1",
                  "TOUCHSTONE_PORT", "0",
                  "TOUCHSTONE_ADMIN_PORT", "0",
                  "TOUCHSTONE_SCORES_URL", "http://127.0.0.1:1",
                  "TOUCHSTONE_EXERCISES_URL", "http://127.0.0.1:1",
                  "TOUCHSTONE_JUDGE_TOKEN", "x".repeat(40),
                  "TOUCHSTONE_JUDGE_WORKERS", "1",
                  "TOUCHSTONE_DATA_DIR", System.getProperty("java.io.tmpdir") + "/data"));
      variables.put(JudgeConfiguration.ACCEPT_WEAK_SANDBOX, Boolean.toString(accept));
      try (JudgeService _ =
          JudgeService.start(JudgeConfiguration.from(Environment.of(variables)))) {
        System.out.println(accept + ": started");
      } catch (ConfigurationException e) {
        System.out.println(accept + ": " + e.getMessage());
      }
    }
  }
}
