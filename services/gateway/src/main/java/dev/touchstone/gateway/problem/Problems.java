package dev.touchstone.gateway.problem;

import dev.touchstone.gateway.edge.EdgeHeaders;
import dev.touchstone.gateway.edge.Visit;
import dev.touchstone.platform.http.Json;
import dev.touchstone.platform.http.Problem;
import dev.touchstone.platform.http.ProblemException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers with problem documents. Thread-safe. */
public final class Problems {
  private Problems() {}

  /**
   * Answers; if an answer has already begun, breaks the connection, so that nobody takes it for
   * whole.
   */
  public static void write(
      Request request, Response response, Callback callback, ProblemException problem) {
    if (response.isCommitted()) {
      callback.failed(problem);
      return;
    }
    Visit visit = Visit.of(request);
    response.reset();
    EdgeHeaders.add(visit, response.getHeaders());
    response.setStatus(problem.status());
    problem.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    // A body that has not come yet is not waited for. The server then ends the connection, and
    // without a word of that the client's next request would be lost on it.
    if (!request.consumeAvailable()) {
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    byte[] document =
        Json.MAPPER.writeValueAsBytes(
            new Problem(
                "about:blank",
                HttpStatus.getMessage(problem.status()),
                problem.status(),
                problem.detail(),
                problem.code(),
                visit == null ? null : visit.requestId(),
                problem.errors()));
    response.write(true, ByteBuffer.wrap(document), callback);
  }

  /** The problem of an address that leads nowhere. */
  public static ProblemException notFound() {
    return ProblemException.notFound("not_found", "There is nothing at this address.");
  }
}
