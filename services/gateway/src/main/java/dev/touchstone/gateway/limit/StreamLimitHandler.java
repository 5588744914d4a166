package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many event streams one user has open. Each holds a connection to the scores service
 * while its submission is judged; without a limit one user could take all connections.
 */
public final class StreamLimitHandler extends Handler.Wrapper {
  private final int most;
  private final Map<Long, Integer> open = new ConcurrentHashMap<>();

  /** Applies the given limits. */
  public StreamLimitHandler(RateLimits limits, Handler next) {
    super(next);
    this.most = limits.streams();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Principal> principal = TokenCheckHandler.principal(request);
    if (most > 0 && principal.isPresent() && Route.of(request).streams()) {
      long user = principal.get().userId();
      if (!begin(user)) {
        Problems.write(request, response, callback, tooMany());
        return true;
      }
      // Called however the stream ends: by the service, by the client or by a lost connection.
      Request.addCompletionListener(request, failure -> end(user));
    }
    return super.handle(request, response, callback);
  }

  private boolean begin(long user) {
    boolean[] begun = {false};
    open.compute(
        user,
        (id, count) -> {
          int before = count == null ? 0 : count;
          begun[0] = before < most;
          return begun[0] ? (Integer) (before + 1) : count;
        });
    return begun[0];
  }

  private void end(long user) {
    open.computeIfPresent(user, (id, count) -> less(count));
  }

  /** One less; users without a stream have no entry. */
  private static @Nullable Integer less(int count) {
    return count == 1 ? null : (Integer) (count - 1);
  }

  private ProblemException tooMany() {
    return ProblemException.of(
        429,
        "too_many_streams",
        "You have " + most + " event streams open. Close one, or poll instead.");
  }
}
