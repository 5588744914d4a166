package dev.touchstone.judge.worker;

import dev.touchstone.judge.language.Languages;
import dev.touchstone.judgeprotocol.JobKind;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.http.ServiceServer;
import dev.touchstone.problempackage.LimitSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of a judge.
 *
 * @param dataFolder contains the cache of test data
 * @param workers how many submissions are judged at once
 * @param kinds of the work that it takes
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
    List<JobKind> kinds,
    LimitSettings limits,
    boolean acceptsWeakSandbox) {
  /** Set to {@code false} to refuse. */
  public static final String ACCEPT_WEAK_SANDBOX = "TOUCHSTONE_ACCEPT_WEAK_SANDBOX";

  private static final String KINDS = "TOUCHSTONE_JUDGE_KINDS";

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
        kinds(environment),
        LimitSettings.from(environment::integer),
        environment.flag(ACCEPT_WEAK_SANDBOX, true));
  }

  /** All kinds, unless it is set to some. */
  private static List<JobKind> kinds(Environment environment) {
    String text = environment.text(KINDS, String.join(",", JobKind.codes()));
    List<String> codes = Stream.of(text.split(",", -1)).map(String::strip).distinct().toList();
    if (!JobKind.codes().containsAll(codes)) {
      environment.fault(
          "%s is not a list of %s: %s.".formatted(KINDS, String.join(", ", JobKind.codes()), text));
    }
    return codes.stream().flatMap(code -> JobKind.of(code).stream()).toList();
  }
}
