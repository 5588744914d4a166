package dev.touchstone.operations.secrets;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Creates and rotates the secrets that the platform's programs share. */
@Command(
    name = "secrets",
    description = {
      "Creates and rotates the secrets that the platform's programs share. No value is",
      "ever printed."
    },
    footerHeading = "%nSettings, as environment variables:%n",
    footer = {
      "  TOUCHSTONE_SECRETS_STORE  secretsmanager:PREFIX, whose entries are PREFIX/NAME,",
      "                            in AWS_REGION; or a folder with a file for each secret"
    },
    mixinStandardHelpOptions = true)
public final class SecretsSubcommand implements Runnable {
  private static final String SECRETS_MANAGER = "secretsmanager:";

  /** A program reads a file again within a second, and encrypts anew within two more. */
  private static final Duration FOLDER_SETTLES = Duration.ofMinutes(1);

  /** External Secrets reads entries every hour, a node its copies every one or two minutes. */
  private static final Duration CLUSTER_SETTLES = Duration.ofMinutes(90);

  private final Environment environment;
  private final Clock clock;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when a command runs. */
  public SecretsSubcommand(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  SecretsSubcommand(Environment environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing required subcommand: init or rotate");
  }

  @Command(
      name = "init",
      description = "Generates the secrets that have no value yet; changes none that has one.",
      mixinStandardHelpOptions = true)
  int init(
      @Option(names = "--dry-run", description = "Says what it would do and changes nothing.")
          boolean dryRun) {
    SecretStore store = store();
    for (PlatformSecret secret : PlatformSecret.values()) {
      String name = secret.toString();
      if (store.find(name).isPresent()) {
        say(name + ": kept");
      } else if (dryRun) {
        say(name + ": would be generated");
      } else {
        boolean created = store.create(name, PlatformSecret.generate());
        say(name + (created ? ": generated" : ": kept; another process has generated it"));
      }
    }
    return 0;
  }

  @Command(
      name = "rotate",
      description = {
        "Does the next step of a rotation if it is due: a new value is accepted, then used,",
        "then the old one removed. Run it again until it says that it has ended, or let it",
        "wait with --wait."
      },
      mixinStandardHelpOptions = true)
  int rotate(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "internal-token, judge-token, signing-secret; all three by default.")
          List<String> names,
      @Option(
              names = "--settle",
              paramLabel = "DURATION",
              description =
                  "How long until every program has read a change, such as 90m; 1m in a folder, 90m in Secrets Manager.")
          Optional<String> settle,
      @Option(names = "--wait", description = "Wait between the steps, and end with the rotation.")
          boolean wait,
      @Option(names = "--resume", description = "Go on with rotations, but begin none.")
          boolean resume,
      @Option(names = "--dry-run", description = "Says what it would do and changes nothing.")
          boolean dryRun) {
    List<PlatformSecret> secrets = secrets(names == null ? List.of() : names);
    Optional<Duration> given = settle.map(this::duration);
    SecretStore store = store();
    Duration settles =
        given.orElse(store instanceof FolderSecrets ? FOLDER_SETTLES : CLUSTER_SETTLES);
    if (dryRun) {
      secrets.forEach(secret -> say(describe(store, secret, resume)));
      return 0;
    }
    SecretRotation rotation = new SecretRotation(store, settles, clock, this::say);
    Map<PlatformSecret, Instant> open = new LinkedHashMap<>();
    secrets.forEach(
        secret -> rotation.step(secret, !resume).ifPresent(due -> open.put(secret, due)));
    while (wait && !open.isEmpty()) {
      sleepUntil(open.values().stream().min(Instant::compareTo).orElseThrow());
      for (PlatformSecret secret : List.copyOf(open.keySet())) {
        rotation
            .step(secret, false)
            .ifPresentOrElse(due -> open.put(secret, due), () -> open.remove(secret));
      }
    }
    open.forEach((secret, due) -> say("%s: the next step is due at %s".formatted(secret, due)));
    if (open.isEmpty()) {
      say("No rotation goes on.");
    }
    return 0;
  }

  private static String describe(SecretStore store, PlatformSecret secret, boolean resume) {
    SecretText text =
        store
            .find(secret.toString())
            .map(entry -> SecretText.parse(secret.toString(), entry.text()))
            .orElseThrow(() -> new OperationFailed(secret + " has no value: \"secrets init\""));
    if (text.phase() == null) {
      return secret + (resume ? ": no rotation goes on" : ": would begin a rotation");
    }
    return "%s: would go on; the last step was at %s".formatted(secret, text.since());
  }

  private List<PlatformSecret> secrets(List<String> names) {
    if (names.isEmpty()) {
      return Arrays.stream(PlatformSecret.values()).filter(PlatformSecret::isRotated).toList();
    }
    return names.stream().distinct().map(this::rotated).toList();
  }

  private PlatformSecret rotated(String name) {
    return PlatformSecret.find(name)
        .filter(PlatformSecret::isRotated)
        .orElseThrow(() ->
            new CommandLine.ParameterException(
                spec.commandLine(),
                name + " can't be rotated; internal-token, judge-token and signing-secret can."));
  }

  private Duration duration(String text) {
    try {
      Duration duration = Duration.parse("PT" + text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException _) {
      // reported below
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(), "--settle is not a duration such as 90s or 90m");
  }

  private SecretStore store() {
    String name = environment.text("TOUCHSTONE_SECRETS_STORE");
    boolean aws = name.startsWith(SECRETS_MANAGER);
    String region = aws ? environment.text("AWS_REGION") : "";
    environment.finish();
    return aws
        ? new SecretsManagerSecrets(
            SecretsManagerClient.builder()
                .region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build(),
            name.substring(SECRETS_MANAGER.length()))
        : new FolderSecrets(Path.of(name));
  }

  private void sleepUntil(Instant time) {
    try {
      Thread.sleep(Duration.between(clock.instant(), time).plusMillis(1).abs());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationFailed("Interrupted; run it again to go on.", e);
    }
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
