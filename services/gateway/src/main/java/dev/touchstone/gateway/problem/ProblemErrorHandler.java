package dev.touchstone.gateway.problem;

import dev.touchstone.gateway.edge.RequestTrace;
import dev.touchstone.platform.http.ProblemException;
import java.io.EOFException;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns refusals and failures of the server itself into problem documents. */
public final class ProblemErrorHandler implements Request.Handler {
  private static final Logger log = LoggerFactory.getLogger(ProblemErrorHandler.class);

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Object failure = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
    Object status = request.getAttribute(ErrorHandler.ERROR_STATUS);
    int code = status instanceof Integer number ? number : response.getStatus();
    ProblemException problem =
        failure instanceof ProblemException own ? own : ofStatus(code == 0 ? 500 : code);
    if (problem.status() == 500
        && (failure instanceof EOFException || failure instanceof QuietException)) {
      // The client has gone, or was too slow; nobody reads this but the log of requests.
      problem = ofStatus(408);
    }
    if (problem.status() == 400) {
      // Where the next request begins is uncertain after one that is malformed.
      problem = problem.withHeader("Connection", "close");
    }
    if (problem.status() == 500) {
      try (RequestTrace.LogScope _ = RequestTrace.inLog(request)) {
        log.error("{} failed", request.getHttpURI().getPath(), (Throwable) failure);
      }
    }
    Problems.write(request, response, callback, problem);
    return true;
  }

  /** The problem that stands for a status of Jetty's. */
  public static ProblemException ofStatus(int status) {
    return switch (status) {
      case 404 -> Problems.notFound();
      case 405 ->
          ProblemException.of(405, "method_not_allowed", "The method is not supported here.");
      case 408 -> ProblemException.of(408, "request_timeout", "The request arrived too slowly.");
      case 413 -> ProblemException.tooLarge("payload_too_large", "The body is too large.");
      case 414 -> ProblemException.of(414, "uri_too_long", "The address is too long.");
      case 431 ->
          ProblemException.of(
              431, "headers_too_large", "The headers of the request are too large.");
      case 503 -> ProblemException.unavailable("The server is overloaded. Try again soon.");
      // It is the client that speaks HTTP/0.9 or none.
      case 505 -> malformed();
      default ->
          status >= 500
              ? ProblemException.of(
                  500, "internal", "An internal error occurred. Give your operator the request id.")
              : ProblemException.of(status, "bad_request", "The request is malformed.");
    };
  }

  private static ProblemException malformed() {
    return ProblemException.badRequest("bad_request", "The request is malformed.");
  }
}
