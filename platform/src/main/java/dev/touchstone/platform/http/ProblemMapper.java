package dev.touchstone.platform.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HttpException;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes a response. Thread-safe. */
final class ProblemMapper {
  private static final Logger log = LoggerFactory.getLogger(ProblemMapper.class);

  private ProblemMapper() {}

  static void handle(ServerRequest request, ServerResponse response, Throwable failure) {
    ProblemException problem = problemOf(failure);
    if (problem.status() == 503) { // temporary: overload, a stop, or an unavailable service
      log.warn("{} {} failed", request.prologue().method(), request.path().rawPath(), failure);
    } else if (problem.status() >= 500) {
      log.error("{} {} failed", request.prologue().method(), request.path().rawPath(), failure);
    }
    if (response.isSent()) {
      return;
    }
    response.status(Status.create(problem.status()));
    problem.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
    response
        .header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .header(HeaderNames.CACHE_CONTROL, "no-store")
        .send(document(problem));
  }

  /** Writes the document; the request id is that of the thread. */
  static byte[] document(ProblemException problem) {
    return Json.MAPPER.writeValueAsBytes(
        new Problem(
            "about:blank",
            Status.create(problem.status()).reasonPhrase(),
            problem.status(),
            problem.detail(),
            problem.code(),
            RequestId.current().orElse(null),
            problem.errors(),
            problem.members()));
  }

  private static ProblemException problemOf(Throwable failure) {
    return switch (failure) {
      case ProblemException problem -> problem;
      case ServiceClient.Unavailable unavailable ->
          ProblemException.unavailable(
              "A service that this request needs is unavailable. Try again soon.");
      case HttpException http -> ofStatus(http.status());
      case RequestException bad -> ofStatus(bad.status());
      default -> isConnectionLoss(failure) ? databaseAway() : internal();
    };
  }

  private static boolean isConnectionLoss(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLTransientConnectionException) {
        return true;
      }
      // Class 08 of the SQL standard is "connection exception"; 57P is PostgreSQL's shutdown. Only
      // a closed pool gives no state.
      if (t instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("57P");
      }
    }
    return false;
  }

  private static ProblemException databaseAway() {
    return ProblemException.unavailable("The database is unavailable. Try again soon.");
  }

  private static ProblemException internal() {
    return ProblemException.of(
        500, "internal", "An internal error occurred. Give your operator the request id.");
  }

  private static ProblemException ofStatus(Status status) {
    return switch (status.code()) {
      case 404 -> notFound();
      case 405 ->
          ProblemException.of(405, "method_not_allowed", "The method is not supported here.");
      case 413 -> ProblemException.tooLarge("payload_too_large", "The body is too large.");
      case 503 -> ProblemException.unavailable("The server is overloaded. Try again soon.");
      default ->
          status.code() >= 500
              ? internal()
              : ProblemException.of(
                  status.code(),
                  status.reasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '_'),
                  "The request is malformed.");
    };
  }

  static ProblemException notFound() {
    return ProblemException.notFound("not_found", "There is nothing at this address.");
  }
}
