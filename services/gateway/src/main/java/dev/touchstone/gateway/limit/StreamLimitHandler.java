package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Limits how many event streams one user has open. Each holds a connection to the scores service
 * while its submission is judged; without a limit one user could take all connections.
 */
public final class StreamLimitHandler extends Handler.Wrapper {
  private final int most;
  private final OpenPerUser open;

  /** Applies the given limits. */
  public StreamLimitHandler(RateLimits limits, Handler next) {
    super(next);
    this.most = limits.streams();
    this.open = new OpenPerUser(most);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Principal> principal = TokenCheckHandler.principal(request);
    if (most > 0 && principal.isPresent() && Route.of(request).streams()) {
      long user = principal.get().userId();
      if (!open.begin(user)) {
        Problems.write(request, response, callback, tooMany());
        return true;
      }
      // Called however the stream ends: by the service, by the client or by a lost connection.
      Request.addCompletionListener(request, failure -> open.end(user));
    }
    return super.handle(request, response, callback);
  }

  private ProblemException tooMany() {
    return ProblemException.of(
        429,
        "too_many_streams",
        "You have " + most + " event streams open. Close one, or poll instead.");
  }
}
