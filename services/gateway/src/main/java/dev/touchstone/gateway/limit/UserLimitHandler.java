package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.RateClass;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Limits the requests of one user: all of them, and submissions and runs further. */
public final class UserLimitHandler extends Handler.Wrapper {
  private final Buckets all;
  private final RateClassBuckets classes;

  /** Applies the given limits. */
  public UserLimitHandler(RateLimits limits, Handler next) {
    super(next);
    this.all = new Buckets("user", limits.user());
    this.classes =
        new RateClassBuckets(
            Map.of(RateClass.SUBMISSION, limits.submit(), RateClass.RUN, limits.run()));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Principal> principal = TokenCheckHandler.principal(request);
    if (principal.isPresent()) {
      try {
        String user = Long.toString(principal.get().userId());
        all.take(user, response.getHeaders());
        classes.take(request, user, response.getHeaders());
      } catch (ProblemException e) {
        Problems.write(request, response, callback, e);
        return true;
      }
    }
    return super.handle(request, response, callback);
  }
}
