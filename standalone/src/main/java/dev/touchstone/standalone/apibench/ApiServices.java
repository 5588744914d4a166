package dev.touchstone.standalone.apibench;

import dev.touchstone.exercises.ExercisesService;
import dev.touchstone.gateway.GatewayService;
import dev.touchstone.scores.ScoresService;
import dev.touchstone.standalone.FreePorts;
import dev.touchstone.standalone.bench.ServiceProcess;
import dev.touchstone.usermanagement.UserManagementService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The services and a judge, each alone in a process as in a pod, so that what each costs can be
 * seen. Whoever uses this chooses which to start.
 */
public final class ApiServices {
  private static final String LOOPBACK = "127.0.0.1";

  /** Limits that clients of one address don't reach, but which are counted. */
  private static final String NO_LIMIT = "1000000";

  private static final String USERS_URL = "TOUCHSTONE_USER_MANAGEMENT_URL";
  private static final String EXERCISES_URL = "TOUCHSTONE_EXERCISES_URL";
  private static final String SCORES_URL = "TOUCHSTONE_SCORES_URL";

  private final FreePorts ports;
  private final Path home;
  private final Function<String, List<String>> commands;
  private final Path folder;
  private final UnaryOperator<String> databases;
  private final String token;
  private final Map<String, Integer> where = new LinkedHashMap<>();

  /**
   * Describes them.
   *
   * @param home where Touchstone itself is
   * @param commands the command that starts a program, by its name
   * @param folder for their data and output
   * @param databases the {@code DATABASE_URL} of a database by its name
   * @param token of 32 characters or more, with which they know each other
   */
  public ApiServices(
      FreePorts ports,
      Path home,
      Function<String, List<String>> commands,
      Path folder,
      UnaryOperator<String> databases,
      String token) {
    this.ports = ports;
    this.home = home;
    this.commands = commands;
    this.folder = folder;
    this.databases = databases;
    this.token = token;
    for (String part :
        new String[] {"user-management", "exercises", "scores", "gateway", "judge"}) {
      where.put(part, ports.next());
    }
  }

  /** The services of our own class path, with the options that they are shipped with. */
  public static Function<String, List<String>> ofClassPath(Path home) {
    Map<String, Class<?>> mains =
        Map.of(
            "user-management", UserManagementService.class,
            "exercises", ExercisesService.class,
            "scores", ScoresService.class,
            "gateway", GatewayService.class);
    return name ->
        ServiceProcess.command(
            Objects.requireNonNull(mains.get(name)),
            home.resolve("deploy/memory/" + name + ".options"));
  }

  /** Where a part listens or would. */
  public int port(String part) {
    return where.getOrDefault(part, 0);
  }

  private String url(String part) {
    return "http://" + LOOPBACK + ":" + port(part);
  }

  /** A free port for something else. */
  int another() {
    return ports.next();
  }

  /** The built web application; it may be missing. */
  Path web() {
    return home.resolve("web/dist");
  }

  /** Starts user management. */
  public ServiceProcess users() {
    return start(
        "user-management",
        Map.of("DATABASE_URL", databases.apply("auth"), "TOUCHSTONE_SIGNING_SECRET", token));
  }

  /** Starts exercises. */
  public ServiceProcess exercises() {
    return start(
        "exercises",
        Map.of(
            "DATABASE_URL",
            databases.apply("exercises"),
            USERS_URL,
            url("user-management"),
            SCORES_URL,
            url("scores"),
            "TOUCHSTONE_JUDGE_TOKEN",
            token,
            "TOUCHSTONE_DATA_DIR",
            folder.resolve("objects").toString(),
            "TOUCHSTONE_STARTER_EXERCISES",
            home.resolve("exercises/starter").toString()));
  }

  /** Starts scores. */
  public ServiceProcess scores() {
    return start(
        "scores",
        Map.of(
            "DATABASE_URL",
            databases.apply("scores"),
            USERS_URL,
            url("user-management"),
            EXERCISES_URL,
            url("exercises"),
            "TOUCHSTONE_JUDGE_TOKEN",
            token,
            "TOUCHSTONE_LONGEST_QUEUE",
            "10000000",
            "TOUCHSTONE_MOST_QUEUED",
            "100000"));
  }

  /** Starts the gateway. */
  public ServiceProcess gateway() {
    Map<String, String> settings = new HashMap<>();
    settings.put(USERS_URL, url("user-management"));
    settings.put(EXERCISES_URL, url("exercises"));
    settings.put(SCORES_URL, url("scores"));
    for (String rate : new String[] {"ADDRESS", "LOGIN", "REGISTER", "USER", "SUBMIT", "RUN"}) {
      settings.put("TOUCHSTONE_RATE_" + rate, NO_LIMIT);
    }
    if (Files.isRegularFile(web().resolve("index.html"))) {
      settings.put("TOUCHSTONE_WEB_ROOT", web().toString());
    }
    return start("gateway", settings);
  }

  /** Starts a judge; it needs bubblewrap. */
  public ServiceProcess judge() {
    return start(
        "judge",
        Map.of(
            EXERCISES_URL,
            url("exercises"),
            SCORES_URL,
            url("scores"),
            "TOUCHSTONE_JUDGE_TOKEN",
            token,
            "TOUCHSTONE_DATA_DIR",
            folder.resolve("judge").toString()));
  }

  private ServiceProcess start(String name, Map<String, String> own) {
    Map<String, String> variables = new HashMap<>(own);
    variables.put("TOUCHSTONE_HOST", LOOPBACK);
    variables.put("TOUCHSTONE_PORT", Integer.toString(port(name)));
    variables.put("TOUCHSTONE_ADMIN_PORT", Integer.toString(ports.next()));
    if (!name.equals("judge")) {
      variables.put("TOUCHSTONE_INTERNAL_TOKEN", token);
    }
    variables.put("TOUCHSTONE_LOG_FORMAT", "json");
    return ServiceProcess.start(name, commands.apply(name), variables, folder);
  }
}
