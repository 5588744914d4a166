package dev.touchstone.usermanagement.audit;

import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Violations;
import dev.touchstone.platform.security.InternalAuthentication;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.platformdata.database.StorableTime;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes what our other services report to the audit log. */
public final class AuditReportEndpoints implements HttpService {
  private static final int MOST_EVENTS = 200;
  private static final Pattern KIND = Pattern.compile("[a-z_]{1,40}[.][a-z_]{1,40}");

  private final AuditLog log;
  private final InternalAuthentication services;

  /** Admits callers with the internal token. */
  public AuditReportEndpoints(AuditLog log, InternalAuthentication services) {
    this.log = log;
    this.services = services;
  }

  /** An event, on the wire. */
  private record Reported(
      @Nullable String event,
      @Nullable String at,
      @Nullable String kind,
      @Nullable Long actorId,
      @Nullable String target,
      @Nullable Map<String, @Nullable String> details) {
    boolean isValid() {
      return event != null
          && at != null
          && kind != null
          && KIND.matcher(kind).matches()
          && actorId != null
          && (target == null || StorableText.isStorable(target))
          && details().entrySet().stream()
              .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
              .allMatch(text -> text != null && StorableText.isStorable(text));
    }

    @Override
    public Map<String, @Nullable String> details() {
      return Objects.requireNonNullElse(details, Map.of());
    }

    AuditLog.Report toReport() {
      AuditEvent happened =
          new AuditEvent(
              Objects.requireNonNull(kind), actorId, null, target, null, Map.copyOf(details()));
      return new AuditLog.Report(
          UUID.fromString(event), StorableTime.parse(Objects.requireNonNull(at)), happened);
    }
  }

  private record Body(@Nullable List<@Nullable Reported> events) {}

  @Override
  public void routing(HttpRules rules) {
    rules.post("/internal/v1/audit-log", this::add);
  }

  private void add(ServerRequest request, ServerResponse response) {
    services.require(request);
    List<Reported> events = complete(Json.read(request, Body.class).events());
    new Violations()
        .check(
            !events.isEmpty() && events.size() <= MOST_EVENTS,
            "events",
            "invalid_value",
            "Send 1 to " + MOST_EVENTS + " complete events.")
        .finish();
    log.add(reports(events));
    response.status(Status.NO_CONTENT_204).send();
  }

  /** The events, or none of them if one is not complete. */
  private static List<Reported> complete(@Nullable List<@Nullable Reported> given) {
    List<Reported> events = new ArrayList<>();
    if (given != null) {
      for (Reported each : given) {
        if (each == null || !each.isValid()) {
          return List.of();
        }
        events.add(each);
      }
    }
    return events;
  }

  private static List<AuditLog.Report> reports(List<Reported> events) {
    try {
      return events.stream().map(Reported::toReport).toList();
    } catch (IllegalArgumentException | DateTimeException e) {
      new Violations().check(false, "events", "invalid_value", "Use UUIDs and times.").finish();
      throw e;
    }
  }
}
