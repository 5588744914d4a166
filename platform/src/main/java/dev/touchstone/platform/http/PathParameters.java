package dev.touchstone.platform.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.function.Supplier;

/** Reads what the path of a request names. */
public final class PathParameters {
  private PathParameters() {}

  /** The {@code id} in the path; other texts than numbers identify nothing. */
  public static long id(ServerRequest request, Supplier<ProblemException> notFound) {
    try {
      return Long.parseLong(request.path().pathParameters().get("id"));
    } catch (NumberFormatException e) {
      throw notFound.get();
    }
  }
}
