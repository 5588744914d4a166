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
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The services, each alone in a process as in a pod, so that what each costs can be seen. No judge
 * takes part.
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
  private final Path folder;
  private final UnaryOperator<String> databases;
  private final String token;
  private final Map<String, Integer> where = new LinkedHashMap<>();

  /**
   * Describes them.
   *
   * @param home where Touchstone itself is
   * @param folder for their data and output
   * @param databases the {@code DATABASE_URL} of a database by its name
   * @param token of 32 characters or more, with which they know each other
   */
  public ApiServices(
      FreePorts ports, Path home, Path folder, UnaryOperator<String> databases, String token) {
    this.ports = ports;
    this.home = home;
    this.folder = folder;
    this.databases = databases;
    this.token = token;
    for (String part : new String[] {"user-management", "exercises", "scores", "gateway"}) {
      where.put(part, ports.next());
    }
  }

  int port(String part) {
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

  ServiceProcess users() {
    return start(
        "user-management",
        UserManagementService.class,
        Map.of("DATABASE_URL", databases.apply("auth"), "TOUCHSTONE_SIGNING_SECRET", token));
  }

  ServiceProcess exercises() {
    return start(
        "exercises",
        ExercisesService.class,
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

  ServiceProcess scores() {
    return start(
        "scores",
        ScoresService.class,
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

  ServiceProcess gateway() {
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
    return start("gateway", GatewayService.class, settings);
  }

  private ServiceProcess start(String name, Class<?> main, Map<String, String> own) {
    Map<String, String> variables = new HashMap<>(own);
    variables.put("TOUCHSTONE_HOST", LOOPBACK);
    variables.put("TOUCHSTONE_PORT", Integer.toString(port(name)));
    variables.put("TOUCHSTONE_ADMIN_PORT", Integer.toString(ports.next()));
    variables.put("TOUCHSTONE_INTERNAL_TOKEN", token);
    variables.put("TOUCHSTONE_LOG_FORMAT", "json");
    return ServiceProcess.ofJava(name, main, home, variables, folder);
  }
}
