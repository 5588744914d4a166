package dev.touchstone.gateway.problem;

import dev.touchstone.gateway.edge.EdgeHeaders;
import dev.touchstone.gateway.edge.RequestContext;
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
   * Answers. If an answer has already begun, breaks the connection, so that the client does not
   * take the answer for complete.
   */
  public static void write(
      Request request, Response response, Callback callback, ProblemException problem) {
    if (response.isCommitted()) {
      callback.failed(problem);
      return;
    }
    RequestContext context = RequestContext.of(request);
    response.reset();
    EdgeHeaders.add(context, response.getHeaders());
    response.setStatus(problem.status());
    problem.headers().forEach(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    // The answer does not wait for a body that has not arrived. The server then closes the
    // connection; a client that does not know would lose its next request on it.
    RestOfBody rest = new RestOfBody(request, callback);
    boolean isAwaited = RestOfBody.isExpected(request, problem.status());
    boolean isRead = isAwaited ? rest.hasArrived() : request.consumeAvailable();
    if (!isRead) {
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
                context == null ? null : context.requestId(),
                problem.errors()));
    Callback then = isAwaited && !isRead ? Callback.from(rest, callback::failed) : callback;
    response.write(true, ByteBuffer.wrap(document), then);
  }

  /** The problem of an address that does not exist. */
  public static ProblemException notFound() {
    return ProblemException.notFound("not_found", "There is nothing at this address.");
  }
}
