package dev.touchstone.judge.worker;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.problempackage.LimitSettings;
import java.net.URI;
import java.nio.file.Path;

/**
 * The settings of a judge.
 *
 * @param dataFolder contains the cache of test data
 * @param workers how many submissions are judged at once
 * @param limits what packages that set no limits get
 * @param acceptsWeakSandbox whether it judges where a hostile program may harm the machine
 */
public record JudgeConfiguration(
    ServiceServer.Address address,
    URI scores,
    URI exercises,
    Secret judgeToken,
    Path dataFolder,
    int workers,
    LimitSettings limits,
    boolean acceptsWeakSandbox) {
  /** Set to {@code false} to refuse. */
  public static final String ACCEPT_WEAK_SANDBOX = "TOUCHSTONE_ACCEPT_WEAK_SANDBOX";

  private static final int PORT = 5004;
  private static final int ADMIN_PORT = 9004;
  private static final int MOST_WORKERS = 64;

  /** Reads the settings that {@code judge/README.md} lists. */
  public static JudgeConfiguration from(Environment environment) {
    environment.knownElsewhere(Languages.FOLDER_VARIABLE);
    int cores = Runtime.getRuntime().availableProcessors();
    return new JudgeConfiguration(
        new ServiceServer.Address(
            environment.text("TOUCHSTONE_HOST", "0.0.0.0"),
            environment.integer("TOUCHSTONE_PORT", PORT, 0, 65_535),
            environment.integer("TOUCHSTONE_ADMIN_PORT", ADMIN_PORT, 0, 65_535)),
        environment.uri("TOUCHSTONE_SCORES_URL"),
        environment.uri("TOUCHSTONE_EXERCISES_URL"),
        environment.secret("TOUCHSTONE_JUDGE_TOKEN"),
        environment.path("TOUCHSTONE_DATA_DIR"),
        environment.integer(
            "TOUCHSTONE_JUDGE_WORKERS", Math.min(cores, MOST_WORKERS), 1, MOST_WORKERS),
        LimitSettings.from(environment::integer),
        environment.flag(ACCEPT_WEAK_SANDBOX, true));
  }
}
