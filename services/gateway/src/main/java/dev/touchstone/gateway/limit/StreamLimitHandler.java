package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Limits how many event streams one user has open. Each holds a connection to the scores service
 * for as long as judging takes, so that without a limit one user could leave none for the others.
 */
public final class StreamLimitHandler extends Handler.Wrapper {
  private static final Pattern EVENTS =
      Pattern.compile("/api/v1/(?:submissions|runs)/[^/]+/events/*");

  private final int most;
  private final Map<Long, Integer> open = new ConcurrentHashMap<>();

  /** Applies the given limits. */
  public StreamLimitHandler(Limits limits, Handler next) {
    super(next);
    this.most = limits.streams();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Principal> principal = TokenCheckHandler.principal(request);
    if (most > 0
        && principal.isPresent()
        && EVENTS.matcher(request.getHttpURI().getCanonicalPath()).matches()) {
      long user = principal.get().userId();
      if (!begin(user)) {
        Problems.write(request, response, callback, tooMany());
        return true;
      }
      // Comes whatever ended the stream: the service, the client, or the connection to either.
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

  /** One less; users without a stream are not remembered. */
  private static @Nullable Integer less(int count) {
    return count == 1 ? null : (Integer) (count - 1);
  }

  private ProblemException tooMany() {
    return ProblemException.of(
        429,
        "too_many_streams",
        "You follow " + most + " already; close one, or ask now and then.");
  }
}
