package dev.touchstone.gateway.proxy;

import dev.touchstone.gateway.problem.ProblemErrorHandler;
import dev.touchstone.platform.http.ProblemException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;

/** What a failure on the way to a service means for the client. */
final class UpstreamFailure {
  private UpstreamFailure() {}

  /**
   * The answer to the client.
   *
   * @param bodyBroke whether the body that the client sent broke off
   * @param bodyAwaited whether the client was to send more of it: nobody else was late then
   */
  static ProblemException problem(Throwable failure, boolean bodyBroke, boolean bodyAwaited) {
    ProblemException problem = problem(failure);
    boolean ofClient = bodyBroke || (bodyAwaited && problem.status() == 504);
    return ofClient && problem.status() >= 500
        ? ProblemErrorHandler.ofStatus(408).withHeader("Connection", "close")
        : problem;
  }

  private static ProblemException problem(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      switch (t) {
        case ProblemException own -> {
          return own;
        }
        case HttpException malformed when malformed.getCode() < 500 -> {
          // Of the client: its body is not what its headers announced.
          return ProblemErrorHandler.ofStatus(malformed.getCode())
              .withHeader("Connection", "close");
        }
        case TimeoutException timeout -> {
          return ProblemException.of(
              504, "gateway_timeout", "A service did not answer in time. Try again.");
        }
        case ConnectException refused -> {
          return unavailable();
        }
        case UnresolvedAddressException unknown -> {
          return unavailable();
        }
        case RejectedExecutionException overloaded -> {
          return unavailable();
        }
        default -> {
          // Its cause may be one of these.
        }
      }
    }
    return ProblemException.of(502, "bad_gateway", "A service broke off its answer. Try again.");
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable(
        "A service that this request needs is unavailable. Try again soon.");
  }
}
