package dev.touchstone.operations.migrate;

import dev.touchstone.operations.databases.Databases;
import dev.touchstone.operations.migrate.Pair.Stage;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Moves the databases of a running installation to another PostgreSQL server. */
@Command(
    name = "migrate",
    description = {
      "Moves the databases of a running installation to another PostgreSQL server, such as RDS.",
      "Every step may be repeated, after a kill too, and goes on where it was.",
      "docs/operations.md describes the way."
    },
    footerHeading = "%nSettings, as environment variables:%n",
    footer = {
      "  DATABASE_URL         the target, as for the command databases; its user may also",
      "                       replicate. DATABASE_PASSWORD(_FILE), DATABASE_SECRET likewise",
      "  AUTH_SOURCE_URL      the source, postgresql://USER@HOST:PORT/DATABASE, of a superuser",
      "  SOURCE_PASSWORD(_FILE)  its password, if the URL has none",
      "  AUTH_SOURCE_FROM_TARGET, TARGET_FROM_SOURCE  host:port at which one server reaches",
      "                       the other, where these differ from the URLs (a tunnel)",
      "  AUTH_ADMIN           http://HOST:PORT of the admin port of each process, with commas",
      "  AUTH_SOURCE_SETTINGS(_FILE), AUTH_TARGET_SETTINGS(_FILE)  the settings of the service",
      "                       for each side: lines such as DATABASE_URL=…",
      "  TUNNEL_BASTION, TUNNEL_KEY, TUNNEL_KNOWN_HOSTS, TUNNEL_TARGET  for tunnel only:",
      "                       USER@HOST[:PORT], two files, and the target as the bastion sees it",
      "  TOUCHSTONE_OPERATOR_TOKEN(_FILE)  the token for the admin ports",
      "The same with EXERCISES_ and SCORES_ in place of AUTH_."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class MigrateSubcommand implements Runnable {
  private static final String SECONDS = "SECONDS";

  /** An advisory lock of the server: "migrate" in ASCII. */
  private static final long LOCK = 0x6d696772617465L;

  private static final Duration SHOWN = Duration.ofSeconds(5);

  /** What both directions of a move take. */
  static final class HoldOptions {
    @Option(
        names = "--deadline",
        paramLabel = SECONDS,
        defaultValue = "10",
        description = "The longest hold of a service. Default: ${DEFAULT-VALUE}.")
    private int deadline;

    @Option(names = "--dry-run", description = "Checks everything, but holds no service.")
    private boolean dryRun;
  }

  private final Environment environment;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when a command runs. */
  public MigrateSubcommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a step, such as plan.");
  }

  @Command(
      description =
          "Looks at both servers; says what will be done, how long it takes, and what is in the way.",
      mixinStandardHelpOptions = true)
  int plan() {
    try (MigrationSettings settings = MigrationSettings.from(environment)) {
      return new Plan(this::say).show(settings).isEmpty() ? 0 : 1;
    }
  }

  @Command(
      description = {
        "Keeps the way between the servers open through a bastion, with the system's ssh, until it is",
        "ended. Let it run from start to finish."
      },
      mixinStandardHelpOptions = true)
  int tunnel() {
    try (Tunnel tunnel = Tunnel.from(environment, this::say)) {
      Runtime.getRuntime().addShutdownHook(new Thread(tunnel::close));
      tunnel.keep();
      return 0;
    }
  }

  @Command(
      description =
          "Makes the databases and tables of the target, copies the rows, and lets the target follow.",
      mixinStandardHelpOptions = true)
  int start(
      @Option(names = "--no-wait", description = "Does not wait for the end of the copy.")
          boolean goOn) {
    try (MigrationSettings settings = MigrationSettings.from(environment)) {
      List<String> obstacles = new Plan(_ -> {}).show(settings);
      if (!obstacles.isEmpty()) {
        throw new OperationFailed(String.join(" ", obstacles));
      }
      new Databases(Jdbi.create(settings.master()::connect), this::say).make();
      become(settings);
      requireAlone(settings);
      settings.pairs().forEach(pair -> Start.run(pair, this::say));
      if (!goOn) {
        settings.pairs().forEach(this::awaitCopy);
      }
      return 0;
    }
  }

  @Command(
      description = "Shows how far the copy is, and how far each side is behind the other.",
      mixinStandardHelpOptions = true)
  int status() {
    try (MigrationSettings settings = ready()) {
      settings.pairs().forEach(pair -> Status.show(pair, this::say));
      return 0;
    }
  }

  @Command(
      description = "Compares the rows of both sides in chunks, while the services go on.",
      mixinStandardHelpOptions = true)
  int verify(
      @Option(
              names = "--patience",
              paramLabel = SECONDS,
              defaultValue = "30",
              description = "How long rows may differ that change. Default: ${DEFAULT-VALUE}.")
          int patience) {
    try (MigrationSettings settings = ready()) {
      int different = settings.pairs().stream().mapToInt(pair -> verify(pair, patience)).sum();
      say(different == 0 ? "All tables are equal." : different + " tables differ.");
      return different == 0 ? 0 : 1;
    }
  }

  private int verify(Pair pair, int patience) {
    boolean moved = pair.stage() == Stage.MOVED;
    if (!moved && pair.stage() != Stage.FOLLOWING) {
      throw new OperationFailed(
          "The database %s is not replicated. `migrate status` shows how far it is."
              .formatted(pair.database()));
    }
    Consumer<String> progress = line -> say(pair.database() + ": " + line);
    return new Verification(
            moved ? pair.back() : pair.forward(), Duration.ofSeconds(patience), progress)
        .run(pair.tables());
  }

  @Command(
      description = {
        "Moves one service after the other to the target: holds it for a moment, lets the last rows",
        "arrive, compares every table, and resumes it there. The source then follows the target."
      },
      mixinStandardHelpOptions = true)
  int cutover(@CommandLine.Mixin HoldOptions options) {
    return move(options, true);
  }

  @Command(
      description =
          "Moves the services back to the source in the same way, until finish was called.",
      mixinStandardHelpOptions = true)
  int rollback(@CommandLine.Mixin HoldOptions options) {
    return move(options, false);
  }

  @Command(
      description = "Ends the replication. There is no way back afterwards.",
      mixinStandardHelpOptions = true)
  int finish(
      @Option(
              names = "--abandon",
              description = "Gives a migration up that was not completed; the source stays in use.")
          boolean abandon) {
    try (MigrationSettings settings = ready()) {
      requireAlone(settings);
      settings.pairs().forEach(pair -> Finish.run(pair, abandon, this::say));
      leave(settings);
      return 0;
    }
  }

  private int move(HoldOptions options, boolean forward) {
    if (options.deadline < 3 || options.deadline > 120) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--deadline must be 3 to 120 seconds.");
    }
    Duration deadline = Duration.ofSeconds(options.deadline);
    try (MigrationSettings settings = ready()) {
      requireAlone(settings);
      settings.pairs().forEach(pair -> move(pair, deadline, options.dryRun, forward));
      return 0;
    }
  }

  private void move(Pair pair, Duration deadline, boolean dryRun, boolean forward) {
    if (pair.service().processes().isEmpty()) {
      throw new OperationFailed(
          "The admin ports of the service of %s are not set.".formatted(pair.database()));
    }
    Move move =
        forward ? Move.forward(pair, deadline, this::say) : Move.back(pair, deadline, this::say);
    if (dryRun) {
      move.prepare();
      say(pair.database() + ": ready");
    } else {
      move.run();
    }
  }

  private MigrationSettings ready() {
    MigrationSettings settings = MigrationSettings.from(environment);
    become(settings);
    return settings;
  }

  /** Only a member of a role may change what it owns. */
  private static void become(MigrationSettings settings) {
    settings
        .master()
        .use(handle -> {
          if (!isSuperuser(handle)) {
            handle.execute("GRANT %s TO CURRENT_USER".formatted(Databases.ALL));
          }
        });
  }

  /** Holds a lock of the target's server until the settings are closed or this process ends. */
  private static void requireAlone(MigrationSettings settings) {
    if (!settings.master().value(Boolean.class, "SELECT pg_try_advisory_lock(?)", LOCK)) {
      throw new OperationFailed(
          "Another migrate command is changing something. Wait for its end; after a kill, for a few seconds.");
    }
  }

  private static void leave(MigrationSettings settings) {
    settings
        .master()
        .use(handle -> {
          if (!isSuperuser(handle)) {
            handle.execute("REVOKE %s FROM CURRENT_USER".formatted(Databases.ALL));
          }
        });
  }

  private static boolean isSuperuser(Handle handle) {
    return handle
        .select("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
        .mapTo(Boolean.class)
        .one();
  }

  private void awaitCopy(Pair pair) {
    while (!Waiting.until(SHOWN, () -> pair.forward().missingTables() == 0)) {
      say(pair.database() + ": " + Status.copied(pair));
    }
    Status.show(pair, this::say);
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
