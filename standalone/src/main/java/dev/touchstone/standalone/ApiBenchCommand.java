package dev.touchstone.standalone;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.standalone.apibench.ApiBenchmark;
import dev.touchstone.standalone.apibench.ApiLoad;
import dev.touchstone.standalone.apibench.ApiParts;
import dev.touchstone.standalone.apibench.ApiReport;
import dev.touchstone.standalone.apibench.ApiServices;
import dev.touchstone.standalone.apibench.ApiTable;
import dev.touchstone.standalone.bench.ScoreRows;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench api}: what requests cost, in services and gateway, with nginx as the yardstick. */
@Command(
    name = "api",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Measures what requests cost in the services and in the gateway, and compares the",
      "gateway with nginx in the same run. Without nginx it says so and goes on. The",
      "machine should do nothing else. Everything is deleted afterwards."
    },
    footer = {"", "Exit status: 1 if a request failed."})
final class ApiBenchCommand implements Callable<Integer> {
  private static final int MOST_CONNECTIONS = 1000;
  private static final int MOST_USERS = 1_000_000;

  /** As many as the history of a learner has. */
  private static final int FEWEST_EXERCISES = 50;

  private static final int MOST_EXERCISES = 100_000;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Accounts. Default: ${DEFAULT-VALUE}.")
  private int users;

  @Option(
      names = "--exercises",
      paramLabel = "N",
      defaultValue = "500",
      description = "Exercises. Default: ${DEFAULT-VALUE}.")
  private int exercises;

  @Option(
      names = "--scores",
      paramLabel = "N",
      split = ",",
      defaultValue = "10000,1000000",
      description =
          "Judged submissions; measurements for each number, all with the last. Default: ${DEFAULT-VALUE}.")
  private List<Integer> scores;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How long each measurement takes. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "8",
      description = "Clients at the same time. Default: ${DEFAULT-VALUE}.")
  private int connections;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Measure only requests whose names contain this, such as leaderboard.")
  private String only;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      defaultValue = "${sys:java.io.tmpdir}",
      description =
          "Where to make the folder for the data, 2 GB by default. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    OptionCheck options = new OptionCheck(spec);
    options.require(
        users >= 1 && users <= MOST_USERS, "--users is not between 1 and " + MOST_USERS);
    options.require(
        exercises >= FEWEST_EXERCISES && exercises <= MOST_EXERCISES,
        "--exercises is not between " + FEWEST_EXERCISES + " and " + MOST_EXERCISES);
    options.require(scores.stream().allMatch(number -> number >= 0), "--scores is less than 0");
    options.require(seconds >= 1, "--seconds is less than 1");
    options.require(
        connections >= 1 && connections <= MOST_CONNECTIONS,
        "--connections is not between 1 and " + MOST_CONNECTIONS);
    options.requireWritable("--folder", folder);
    ProgressLine progress = new ProgressLine(System.err);
    try (BenchFolder own = BenchFolder.in(folder, "touchstone-bench-api")) {
      ApiReport report = measure(own, progress);
      progress.clear();
      if (json) {
        System.out.println(Json.MAPPER.writeValueAsString(report));
      } else {
        ApiTable.print(System.out, report);
      }
      return report.isCorrect() ? 0 : 1;
    } finally {
      progress.clear();
    }
  }

  private ApiReport measure(BenchFolder own, ProgressLine progress)
      throws IOException, InterruptedException, SQLException {
    DataFolder data = own.keep(DataFolder.open(own.path().resolve("data")));
    FreePorts ports = own.keep(new FreePorts());
    LogFile.begin(data.folder("logs"));
    Logging.start();
    EmbeddedDatabase.Settings settings =
        EmbeddedDatabase.Settings.in(data, ports.next(), UpCommand.DATABASES);
    progress.show("Starting PostgreSQL and the services");
    EmbeddedDatabase database = own.keep(EmbeddedDatabase.start(settings));
    Path home = Path.of(System.getProperty("touchstone.home", "."));
    ApiServices services =
        new ApiServices(
            ports,
            home,
            ApiServices.ofClassPath(home),
            data.root(),
            settings::url,
            settings.secrets().obtain("internal-token"));
    ApiParts parts = own.keep(new ApiParts(services, database::processes));
    parts.start(data.root());
    progress.show("Making accounts and exercises");
    ApiLoad load =
        new ApiLoad(users, exercises, scores, Duration.ofSeconds(seconds), connections, only);
    try (Connection auth = connect(settings, "auth");
        Connection catalogue = connect(settings, "exercises")) {
      parts.fill(load, auth, catalogue);
    }
    Jdbi jdbi = Jdbi.create(() -> connect(settings, "scores"));
    ScoreRows rows = new ScoreRows(jdbi, exercises, progress::show);
    return new ApiBenchmark(load, parts, rows, progress::show).run();
  }

  private static Connection connect(EmbeddedDatabase.Settings settings, String name)
      throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(), name),
        name,
        settings.secrets().obtain("database-" + name));
  }
}
