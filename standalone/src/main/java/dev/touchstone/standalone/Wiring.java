package dev.touchstone.standalone;

import dev.touchstone.exercises.ExercisesConfiguration;
import dev.touchstone.gateway.GatewayConfiguration;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.worker.JudgeConfiguration;
import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.scores.ScoresConfiguration;
import dev.touchstone.usermanagement.UserManagementConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Gives every part its addresses, those of the others, and the secrets. Operators set everything
 * else with the same variables as in a cluster.
 */
final class Wiring {
  private static final List<String> FIRST_LANGUAGES =
      List.of("python3", "cpp", "c", "java", "javascript");

  private static final String LOOPBACK = "127.0.0.1";
  private static final String PREFIX = "TOUCHSTONE_";
  private static final String DATA_FOLDER = "TOUCHSTONE_DATA_DIR";
  private static final String OPERATOR_TOKEN = "TOUCHSTONE_OPERATOR_TOKEN";

  /** Set here for each part, so they cannot be set from outside. */
  private static final Set<String> OURS =
      Set.of(
          "TOUCHSTONE_HOST",
          "TOUCHSTONE_PORT",
          "TOUCHSTONE_ADMIN_HOST",
          "TOUCHSTONE_ADMIN_PORT",
          DATA_FOLDER,
          "TOUCHSTONE_USER_MANAGEMENT_URL",
          "TOUCHSTONE_EXERCISES_URL",
          "TOUCHSTONE_SCORES_URL",
          "TOUCHSTONE_INTERNAL_TOKEN",
          "TOUCHSTONE_JUDGE_TOKEN",
          OPERATOR_TOKEN,
          "TOUCHSTONE_SIGNING_SECRET",
          "TOUCHSTONE_DEVELOPMENT_MAIL_KEY",
          "TOUCHSTONE_FIRST_ADMINISTRATOR_PASSWORD");

  private final Map<String, String> outside;
  private final Map<String, String> shared;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> unknown;

  private Wiring(Map<String, String> outside, Map<String, String> shared) {
    this.outside = outside;
    this.shared = shared;
    this.unknown = new TreeSet<>(Environment.of(outside).unknown());
  }

  /** The configuration of every part. */
  record Configurations(
      UserManagementConfiguration userManagement,
      ExercisesConfiguration exercises,
      ScoresConfiguration scores,
      GatewayConfiguration gateway,
      JudgeProcess.Settings judge) {}

  /**
   * Wires all parts.
   *
   * @param variables the operator's environment
   * @param home where Touchstone itself is: the web application and the starter exercises
   * @param firstPassword the administrator's, until it has been shown
   * @param acceptsWeakSandbox whether other machines may hand in programs all the same
   * @throws ConfigurationException that names every wrong setting
   */
  static Configurations wire(
      Map<String, String> variables,
      Path home,
      DataFolder data,
      EmbeddedDatabase.Settings database,
      PublicAddress address,
      FreePorts ports,
      Optional<String> firstPassword,
      boolean acceptsWeakSandbox) {
    int userManagement = ports.next();
    int exercises = ports.next();
    int scores = ports.next();
    Languages languages = Languages.detect();
    Secrets secrets = database.secrets();
    Wiring wiring =
        new Wiring(
            outside(variables),
            Map.of(
                "TOUCHSTONE_USER_MANAGEMENT_URL", url(userManagement),
                "TOUCHSTONE_EXERCISES_URL", url(exercises),
                "TOUCHSTONE_SCORES_URL", url(scores),
                "TOUCHSTONE_INTERNAL_TOKEN", secrets.obtain("internal-token"),
                "TOUCHSTONE_JUDGE_TOKEN", secrets.obtain("judge-token")));
    String operatorToken = secrets.obtain("operator-token");
    Map<String, String> users = new HashMap<>();
    users.put("DATABASE_URL", database.url("auth"));
    users.put(OPERATOR_TOKEN, operatorToken);
    users.put("TOUCHSTONE_SIGNING_SECRET", secrets.obtain("signing-secret"));
    if (address.isLoopback()) {
      users.put("TOUCHSTONE_DEVELOPMENT_MAIL_KEY", secrets.obtain("development-mail-key"));
    }
    if (address.port() > 0) { // else nobody knows it yet, and links are relative
      users.put("PUBLIC_URL", address.url(address.port()));
    }
    firstPassword.ifPresent(text -> users.put("TOUCHSTONE_FIRST_ADMINISTRATOR_PASSWORD", text));
    Configurations configurations =
        new Configurations(
            wiring.read(UserManagementConfiguration::from, userManagement, ports.next(), users),
            wiring.read(
                ExercisesConfiguration::from,
                exercises,
                ports.next(),
                Map.of(
                    "DATABASE_URL",
                    database.url("exercises"),
                    OPERATOR_TOKEN,
                    operatorToken,
                    DATA_FOLDER,
                    data.folder("exercises").toString(),
                    "TOUCHSTONE_LANGUAGES",
                    list(languages),
                    "TOUCHSTONE_STARTER_EXERCISES",
                    home.resolve("exercises/starter").toString())),
            wiring.read(
                ScoresConfiguration::from,
                scores,
                ports.next(),
                Map.of("DATABASE_URL", database.url("scores"), OPERATOR_TOKEN, operatorToken)),
            wiring.read(
                GatewayConfiguration::from,
                address.port(),
                ports.next(),
                gateway(address, home.resolve("web/dist"))),
            wiring.judge(ports, data, acceptsWeakSandbox || address.isLoopback()));
    wiring.finish();
    return configurations;
  }

  /** The operator's variables without those that would point the parts to another database. */
  private static Map<String, String> outside(Map<String, String> variables) {
    Map<String, String> outside = new HashMap<>(variables);
    outside.keySet().removeIf(name -> name.startsWith("DATABASE_"));
    List<String> ours = outside.keySet().stream().filter(OURS::contains).sorted().toList();
    if (!ours.isEmpty()) {
      throw new ConfigurationException(
          "%s is set, but `up` chooses it itself. Unset it, and use --port, --host or --data-dir."
              .formatted(String.join(", ", ours)));
    }
    return outside;
  }

  /** The installed languages; those that most courses begin with come first. */
  private static String list(Languages languages) {
    Set<String> ids = new LinkedHashSet<>(FIRST_LANGUAGES);
    List<String> installed = languages.installed();
    ids.addAll(installed);
    ids.retainAll(installed);
    return String.join(",", ids);
  }

  private static Map<String, String> gateway(PublicAddress address, Path web) {
    Map<String, String> gateway = new HashMap<>();
    gateway.put("TOUCHSTONE_HOST", address.host());
    gateway.put("TOUCHSTONE_ADMIN_HOST", LOOPBACK);
    if (Files.isRegularFile(web.resolve("index.html"))) {
      gateway.put("TOUCHSTONE_WEB_ROOT", web.toString());
    }
    return gateway;
  }

  /** Its settings are read here only to report their faults with those of the others. */
  private JudgeProcess.Settings judge(
      FreePorts ports, DataFolder data, boolean acceptsWeakSandbox) {
    Map<String, String> variables = new HashMap<>();
    JudgeConfiguration judge =
        read(
            environment -> {
              JudgeConfiguration read = JudgeConfiguration.from(environment);
              variables.putAll(environment.known());
              return read;
            },
            ports.next(),
            ports.next(),
            Map.of(
                DATA_FOLDER,
                data.root().resolve("judge").toString(),
                JudgeConfiguration.ACCEPT_WEAK_SANDBOX,
                Boolean.toString(acceptsWeakSandbox)));
    variables.remove(DATA_FOLDER); // the start script's choice
    return new JudgeProcess.Settings(Map.copyOf(variables), judge.address());
  }

  /** Whether a variable is one of ours, which a part gets only if it reads it. */
  static boolean isSetting(String name) {
    return name.startsWith(PREFIX) || name.startsWith("DATABASE_");
  }

  private <T> T read(
      Function<Environment, T> reader, int port, int adminPort, Map<String, String> own) {
    Map<String, String> variables = new HashMap<>(shared);
    variables.put("TOUCHSTONE_HOST", LOOPBACK);
    variables.put("TOUCHSTONE_PORT", Integer.toString(port));
    variables.put("TOUCHSTONE_ADMIN_PORT", Integer.toString(adminPort));
    variables.putAll(own);
    variables.putAll(outside);
    Environment environment = Environment.of(variables);
    T configuration = reader.apply(environment);
    // A misspelt name is one that no part has read, which is known only after all parts have been
    // wired.
    unknown.retainAll(environment.unknown());
    environment.knownElsewhere(
        variables.keySet().stream().filter(name -> name.startsWith(PREFIX)).toArray(String[]::new));
    try {
      environment.finish();
    } catch (ConfigurationException e) {
      faults.addAll(e.faults());
    }
    return configuration;
  }

  private void finish() {
    unknown.stream()
        .map(name -> name + " is set, but is not a known setting. Unset it or correct its name.")
        .forEach(faults::add);
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults.stream().distinct().toList());
    }
  }

  private static String url(int port) {
    return "http://" + LOOPBACK + ":" + port;
  }
}
