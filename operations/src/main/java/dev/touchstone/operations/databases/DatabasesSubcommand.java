package dev.touchstone.operations.databases;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platformdata.database.DatabaseAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Creates the services' databases and roles. A job in the cluster runs it before they start. */
@Command(
    name = "databases",
    description = {
      "Creates the databases and roles of the services on a PostgreSQL server.",
      "Keeps what exists, so it may run again at any time."
    },
    footerHeading = "%nSettings, as environment variables:%n",
    footer = {
      "  DATABASE_URL       postgresql://USER@HOST:PORT/postgres, of a user that may",
      "                     create roles and databases",
      "  DATABASE_PASSWORD  its password; or DATABASE_PASSWORD_FILE, a file with it;",
      "  DATABASE_SECRET    or the secret in AWS Secrets Manager where RDS keeps it,",
      "                     in AWS_REGION",
      "  AUTH_PASSWORD, EXERCISES_PASSWORD, SCORES_PASSWORD",
      "                     optional: the passwords that the services' roles are to",
      "                     have, or files with them in AUTH_PASSWORD_FILE and so on"
    },
    mixinStandardHelpOptions = true)
public final class DatabasesSubcommand implements Runnable {
  private final Environment environment;
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** The settings are read when the command runs. */
  public DatabasesSubcommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    DatabaseAddress address = MasterSecret.address(environment);
    Map<String, Secret> passwords = passwords(environment);
    environment.finish();
    new Databases(Jdbi.create(() -> Databases.connect(address)), passwords, this::say).make();
  }

  /** The passwords of the services' roles that are to be set, by the name of the role. */
  private static Map<String, Secret> passwords(Environment environment) {
    Map<String, Secret> passwords = new HashMap<>();
    for (String role : Databases.SERVICES) {
      environment
          .optionalLongSecret(role.toUpperCase(Locale.ROOT) + "_PASSWORD")
          .ifPresent(password -> passwords.put(role, password));
    }
    return passwords;
  }

  private void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}
