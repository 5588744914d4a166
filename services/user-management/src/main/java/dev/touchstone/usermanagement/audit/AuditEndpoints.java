package dev.touchstone.usermanagement.audit;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Authentication;
import dev.touchstone.platform.security.Role;
import dev.touchstone.platformdata.database.StorableText;
import dev.touchstone.platformdata.database.StorableTime;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The audit log, for administrators. */
public final class AuditEndpoints implements HttpService {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST_LIMIT = 200;

  private final AuditService audit;
  private final Authentication authentication;

  public AuditEndpoints(AuditService audit, Authentication authentication) {
    this.audit = audit;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/api/v1/audit-log", this::list).get("/api/v1/audit-log/export", this::export);
  }

  private void list(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    int limit = number(request, "limit").orElse((long) DEFAULT_LIMIT).intValue();
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw invalid("limit", "Use a number from 1 to " + LARGEST_LIMIT + ".");
    }
    Optional<String> cursor = request.query().first("cursor").asOptional();
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    Json.send(response, audit.find(search(request), cursor, limit));
  }

  private void export(ServerRequest request, ServerResponse response) {
    authentication.atLeast(request, Role.ADMIN);
    byte[] table = audit.export(search(request));
    response
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
        .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"")
        .send(table);
  }

  private static AuditStore.Search search(ServerRequest request) {
    return new AuditStore.Search(
        time(request, "from"),
        time(request, "until"),
        number(request, "actor_id"),
        text(request, "kind"),
        text(request, "target"));
  }

  private static Optional<String> text(ServerRequest request, String name) {
    Optional<String> text =
        request.query().first(name).asOptional().filter(value -> !value.isBlank());
    if (!text.map(StorableText::isStorable).orElse(true)) {
      throw invalid(name, "Use valid text without NUL characters.");
    }
    return text;
  }

  private static Optional<Instant> time(ServerRequest request, String name) {
    try {
      return text(request, name).map(StorableTime::parse);
    } catch (DateTimeParseException e) {
      throw invalid(name, "Use a time such as 2026-11-28T20:00:00Z.");
    }
  }

  private static Optional<Long> number(ServerRequest request, String name) {
    try {
      return text(request, name).map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw invalid(name, "Use a number.");
    }
  }

  private static ProblemException invalid(String field, String message) {
    return ProblemException.invalidRequest(
        List.of(new FieldError(field, message, "invalid_value")));
  }
}
