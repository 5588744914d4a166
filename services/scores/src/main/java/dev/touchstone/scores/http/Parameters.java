package dev.touchstone.scores.http;

import dev.touchstone.platform.http.FieldError;
import dev.touchstone.platform.http.ProblemException;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads parameters of requests. */
public final class Parameters {
  private static final int DEFAULT_LIMIT = 50;
  private static final int LARGEST_LIMIT = 200;

  private Parameters() {}

  /** The {@code id} in the path; other texts than numbers identify nothing. */
  public static long id(ServerRequest request, Supplier<ProblemException> notFound) {
    try {
      return Long.parseLong(request.path().pathParameters().get("id"));
    } catch (NumberFormatException e) {
      throw notFound.get();
    }
  }

  /** A whole number in the query. */
  public static Optional<Long> number(ServerRequest request, String name) {
    Optional<String> text = text(request, name);
    try {
      return text.map(Long::parseLong);
    } catch (NumberFormatException e) {
      throw invalid(name, "wrong_type", "Use a whole number.");
    }
  }

  /** A text in the query. */
  public static Optional<String> text(ServerRequest request, String name) {
    return request.query().first(name).asOptional();
  }

  /** The page size asked for. */
  public static int limit(ServerRequest request) {
    long limit = number(request, "limit").orElse((long) DEFAULT_LIMIT);
    if (limit < 1 || limit > LARGEST_LIMIT) {
      throw invalid("limit", "out_of_range", "Use a number from 1 to " + LARGEST_LIMIT + ".");
    }
    return (int) limit;
  }

  /** 400 for one faulty parameter. */
  public static ProblemException invalid(String name, String code, String message) {
    return ProblemException.invalidRequest(List.of(new FieldError(name, message, code)));
  }
}
