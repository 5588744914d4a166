package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.access.TokenCheckHandler;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.platform.http.ProblemException;
import dev.touchstone.platform.security.Principal;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Limits what one user asks: everything together, and what has to be judged more. */
public final class UserLimitHandler extends Handler.Wrapper {
  private final Buckets all;
  private final Buckets submissions;
  private final Buckets runs;

  /** Applies the given limits. */
  public UserLimitHandler(Limits limits, Handler next) {
    super(next);
    this.all = new Buckets(limits.user());
    this.submissions = new Buckets(limits.submit());
    this.runs = new Buckets(limits.run());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Principal> principal = TokenCheckHandler.principal(request);
    if (principal.isPresent()) {
      try {
        take(request, Long.toString(principal.get().userId()));
      } catch (ProblemException e) {
        Problems.write(request, response, callback, e);
        return true;
      }
    }
    return super.handle(request, response, callback);
  }

  private void take(Request request, String user) {
    all.take(user);
    if (!request.getMethod().equals("POST")) {
      return;
    }
    switch (request.getHttpURI().getCanonicalPath()) {
      case "/api/v1/submissions" -> submissions.take(user);
      case "/api/v1/runs" -> runs.take(user);
      default -> {
        // Counted among all.
      }
    }
  }
}
