package dev.touchstone.standalone;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.telemetry.Logging;
import dev.touchstone.standalone.apibench.ApiServices;
import dev.touchstone.standalone.bench.Accounts;
import dev.touchstone.standalone.bench.ServiceProcess;
import dev.touchstone.standalone.classbench.ClassBenchmark;
import dev.touchstone.standalone.classbench.ClassLoad;
import dev.touchstone.standalone.classbench.ClassLoad.Solution;
import dev.touchstone.standalone.classbench.ClassReport;
import dev.touchstone.standalone.classbench.Solutions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The training run of the images ({@code ./touchstone images}): starts each program with the
 * runtime and the options of its image, lets three learners work, and keeps what each JVM has
 * recorded (JEP 514). An image with this AOT cache starts in half the time.
 */
@Command(
    name = "train",
    hidden = true,
    sortOptions = false,
    mixinStandardHelpOptions = true,
    description = {
      "Writes the AOT caches of the images: NAME.aot in the folder TO for each program, by a",
      "training run of what lies in FOLDER/NAME."
    })
final class TrainCommand implements Callable<Integer> {
  private static final int LEARNERS = 3;
  private static final Duration TIME = Duration.ofSeconds(6);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** At its end a JVM starts another one, which writes the cache. */
  private static final Duration WRITING = Duration.ofMinutes(5);

  @Option(
      names = "--images",
      paramLabel = "FOLDER",
      required = true,
      description = "Contains for each program what its image contains: runtime/ and app/.")
  private Path images;

  @Option(names = "--to", paramLabel = "TO", required = true, description = "For the caches.")
  private Path to;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, SQLException {
    new OptionCheck(spec).requireWritable("--to", to);
    ProgressLine progress = new ProgressLine(System.err);
    try (BenchFolder own =
        BenchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "touchstone-train")) {
      train(own, progress);
      return 0;
    } finally {
      progress.clear();
    }
  }

  private void train(BenchFolder own, ProgressLine progress)
      throws IOException, InterruptedException, SQLException {
    DataFolder data = own.keep(DataFolder.open(own.path().resolve("data")));
    FreePorts ports = own.keep(new FreePorts());
    LogFile.begin(data.folder("logs"));
    Logging.start();
    EmbeddedDatabase.Settings settings =
        EmbeddedDatabase.Settings.in(data, ports.next(), UpCommand.DATABASES);
    progress.show("Starting PostgreSQL and the programs");
    own.keep(EmbeddedDatabase.start(settings));
    Path home = Path.of(System.getProperty("touchstone.home", "."));
    ApiServices services =
        new ApiServices(
            ports,
            home,
            this::command,
            data.root(),
            settings::url,
            settings.secrets().obtain("internal-token"));
    List<ServiceProcess> running = new ArrayList<>();
    List<Supplier<ServiceProcess>> programs =
        List.of(
            services::users,
            services::exercises,
            services::scores,
            services::gateway,
            services::judge);
    for (Supplier<ServiceProcess> program : programs) {
      ServiceProcess started = own.keep(program.get());
      running.add(started);
      started.awaitReady(services.port(started.name()), "/ready");
    }
    try (Connection auth = connect(settings)) {
      Accounts.make(gateway(services), auth, LEARNERS);
    }
    work(gateway(services), home, progress);
    progress.show("Writing the caches");
    for (ServiceProcess each : running.reversed()) {
      each.stop(WRITING);
      require(Files.isRegularFile(cache(each.name())), each.name() + " wrote no cache.");
    }
  }

  /** In Python, which every judge has. */
  private static void work(URI gateway, Path home, ProgressLine progress)
      throws InterruptedException {
    List<Solution> programs =
        Solutions.in(home.resolve("exercises/starter")).stream()
            .filter(solution -> solution.language().equals("python3"))
            .toList();
    ClassReport report =
        new ClassBenchmark(
                new ClassLoad(gateway, LEARNERS, TIME, PAUSE, programs, false),
                new ClassLoad.Account(Accounts::username, Accounts.PASSWORD),
                progress::show)
            .run();
    require(report.isCorrect(), "The training run failed: " + report.errors());
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new ConfigurationException(fault);
    }
  }

  private Path cache(String name) {
    return to.resolve(name + ".aot");
  }

  private List<String> command(String name) {
    Path image = images.resolve(name);
    List<String> command = new ArrayList<>();
    command.add(image.resolve("runtime/bin/java").toString());
    command.add("@" + image.resolve("app/options"));
    command.add("-XX:AOTCacheOutput=" + cache(name));
    command.add("-jar");
    command.add(image.resolve("app/program.jar").toString());
    if (name.equals("judge")) {
      command.add("serve");
    }
    return command;
  }

  private static URI gateway(ApiServices services) {
    return URI.create("http://127.0.0.1:" + services.port("gateway"));
  }

  private static Connection connect(EmbeddedDatabase.Settings settings) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%d/auth".formatted(settings.port()),
        "auth",
        settings.secrets().obtain("database-auth"));
  }
}
