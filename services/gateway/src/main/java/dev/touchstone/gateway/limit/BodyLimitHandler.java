package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.platform.http.ProblemException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses bodies that are larger than their route accepts: at once if the request declares its
 * length, otherwise when the limit is passed. (Jetty's own handler has one limit for all routes.)
 */
public final class BodyLimitHandler extends Handler.Wrapper {
  /** Limits what goes to the given handler. */
  public BodyLimitHandler(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long largest = Route.of(request).largestBody();
    if (request.getLength() > largest) {
      Problems.write(request, response, callback, tooLarge(largest));
      return true;
    }
    return super.handle(
        request.getLength() >= 0 ? request : new Counted(request, largest), response, callback);
  }

  private static ProblemException tooLarge(long largest) {
    return ProblemException.tooLarge(
        "payload_too_large", "The body is larger than " + largest + " bytes.");
  }

  /** A body of unknown length that fails when it gets too long. */
  private static final class Counted extends Request.Wrapper {
    private final long largest;
    private long count;

    Counted(Request request, long largest) {
      super(request);
      this.largest = largest;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) {
        return chunk;
      }
      count += chunk.remaining();
      if (count <= largest) {
        return chunk;
      }
      chunk.release();
      ProblemException failure = tooLarge(largest);
      fail(failure);
      return Content.Chunk.from(failure, true);
    }
  }
}
