package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.telemetry.Logging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}: runs the platform until the process is asked to stop. */
@Command(
    name = "up",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = "Starts all of Touchstone and prints its address. Ctrl-C stops it.",
    footer = {
      "",
      "Other settings are environment variables; docs/running.md lists them.",
      "Exit status: 2 if the settings prevent a start, 1 if it failed later; the line printed says",
      "what to do."
    })
final class UpCommand implements Callable<Integer> {
  /** The databases of all services. */
  static final List<String> DATABASES = List.of("auth", "exercises", "scores");

  private static final String DATABASE_LOST =
      "The embedded PostgreSQL stopped and could not be restarted.";
  private static final String JUDGE_LOST =
      "The process that starts the judge as root has ended, so nothing can be judged. Start Touchstone again.";
  private static final String FIRST_PASSWORD = "first-administrator-password";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on; 0 picks any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen on; 0.0.0.0 accepts other machines. Default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      defaultValue = "${sys:touchstone.home:-.}/data",
      description = "Folder for everything that must survive a restart. Default: ${DEFAULT-VALUE}.")
  private Path dataFolder;

  @Option(
      names = "--accept-weak-sandbox",
      description =
          "Let other machines hand in programs although some may harm this one; see doctor.")
  private boolean acceptsWeakSandbox;

  @Override
  public Integer call() {
    PublicAddress address = new PublicAddress(host, port);
    address.requireFree();
    requireBubblewrap();
    try (DataFolder data = DataFolder.open(dataFolder);
        FreePorts ports = new FreePorts()) {
      LogFile.begin(data.folder("logs"));
      Logging.start();
      return run(address.chosen(ports), data, ports, acceptsWeakSandbox);
    }
  }

  private static int run(
      PublicAddress address, DataFolder data, FreePorts ports, boolean acceptsWeakSandbox) {
    JudgeProcess judge = JudgeProcess.start(); // its virtual machine starts meanwhile
    EmbeddedDatabase.Settings database =
        EmbeddedDatabase.Settings.in(data, ports.next(), DATABASES);
    Optional<String> firstPassword = firstPassword(database);
    CompletableFuture<String> lost = new CompletableFuture<>();
    Platform platform =
        Platform.start(
            database,
            judge,
            () ->
                Wiring.wire(
                    System.getenv(),
                    Path.of(System.getProperty("touchstone.home", ".")),
                    data,
                    database,
                    address,
                    ports,
                    firstPassword,
                    acceptsWeakSandbox),
            UpCommand::say,
            new Platform.Lost(() -> lost.complete(DATABASE_LOST), () -> lost.complete(JUDGE_LOST)));
    AtomicBoolean stopping = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, stopping), "shutdown"));
    try {
      platform.awaitStart();
    } catch (RuntimeException e) {
      if (stopping.compareAndSet(false, true)) {
        platform.close();
      }
      throw e;
    }
    if (!stopping.get()) {
      say("");
      String url = address.url(platform.port());
      say("Touchstone is ready: " + url);
      firstPassword.ifPresent(password -> show(password, database.secrets()));
      platform
          .configurations()
          .userManagement()
          .mail()
          .developmentKey()
          .ifPresent(key -> say("Mails: " + url + "/dev/mails?key=" + key.reveal()));
      say("Ctrl-C stops it. The log is " + LogFile.path() + ".");
    }
    String reason = lost.join(); // forever, unless a part is lost
    System.err.println("touchstone: %s See %s.".formatted(reason, LogFile.path()));
    stop(platform, stopping);
    return 1;
  }

  /** Kept from before the account is created until it has been shown, so that no crash loses it. */
  private static Optional<String> firstPassword(EmbeddedDatabase.Settings database) {
    return database.isNew()
        ? Optional.of(database.secrets().obtainReadable(FIRST_PASSWORD))
        : database.secrets().find(FIRST_PASSWORD);
  }

  private static void show(String password, Secrets secrets) {
    say("");
    say("  The administrator's account, shown only once:");
    say("    user name  admin");
    say("    password   " + password);
    say("");
    if (!System.out.checkError()) {
      secrets.forget(FIRST_PASSWORD);
    }
  }

  private static void stop(Platform platform, AtomicBoolean stopping) {
    if (stopping.compareAndSet(false, true)) {
      say("Stopping …");
      platform.close();
      say("Stopped.");
    }
  }

  private static void requireBubblewrap() {
    boolean found =
        List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "bwrap")));
    if (!found) {
      throw new ConfigurationException(
          "bubblewrap is missing. Submissions cannot be judged safely without it. Install it: sudo apt-get install bubblewrap");
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
