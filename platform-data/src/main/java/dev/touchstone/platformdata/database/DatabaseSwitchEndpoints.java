package dev.touchstone.platformdata.database;

import dev.touchstone.platform.config.ConfigurationException;
import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.InternalAuthentication;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operator's calls about the database, on the admin port; docs/operations.md shows them. */
final class DatabaseSwitchEndpoints implements HttpService {
  /** Longer, and clients give up: the gateway and the services wait for each other no longer. */
  private static final int LONGEST_SECONDS = 120;

  private final DatabaseSwitch database;
  private final InternalAuthentication operator;

  DatabaseSwitchEndpoints(DatabaseSwitch database, InternalAuthentication operator) {
    this.database = database;
    this.operator = operator;
  }

  /** The body of a hold. */
  record HoldRequest(@Nullable Integer deadlineSeconds) {}

  /** The body of a switch: settings as a process has them in its environment. */
  record SwitchRequest(@Nullable Map<String, String> settings) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get(
            "/internal/v1/database",
            (request, response) -> send(request, response, database::status))
        .post("/internal/v1/database/hold", this::hold)
        .post("/internal/v1/database/switch", this::prepare)
        .post(
            "/internal/v1/database/resume",
            (request, response) -> send(request, response, database::resume))
        .post(
            "/internal/v1/database/cancel",
            (request, response) -> send(request, response, database::cancel));
  }

  private void hold(ServerRequest request, ServerResponse response) {
    send(
        request,
        response,
        () -> {
          Integer seconds = Json.read(request, HoldRequest.class).deadlineSeconds();
          if (seconds == null || seconds < 1 || seconds > LONGEST_SECONDS) {
            throw invalid("deadline_seconds", "A whole number from 1 to " + LONGEST_SECONDS + ".");
          }
          return database.hold(Duration.ofSeconds(seconds));
        });
  }

  private void prepare(ServerRequest request, ServerResponse response) {
    send(
        request,
        response,
        () -> {
          Map<String, String> settings = Json.read(request, SwitchRequest.class).settings();
          if (settings == null) {
            throw invalid("settings", "The settings of the other database, such as DATABASE_URL.");
          }
          return database.prepare(configuration(settings));
        });
  }

  private void send(
      ServerRequest request, ServerResponse response, Supplier<DatabaseSwitch.Status> action) {
    operator.require(request);
    Json.send(response, action.get());
  }

  private static DatabaseConfiguration configuration(Map<String, String> settings) {
    try {
      Environment environment = Environment.of(settings);
      DatabaseConfiguration configuration = DatabaseConfiguration.from(environment);
      environment.finish();
      return configuration;
    } catch (ConfigurationException e) {
      throw DatabaseSwitch.unsuitable(e);
    }
  }

  private static ProblemException invalid(String field, String detail) {
    return ProblemException.invalidRequest(List.of(new FieldError(field, detail, "invalid")));
  }
}
