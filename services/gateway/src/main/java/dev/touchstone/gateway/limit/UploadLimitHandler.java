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
 * Limits how many large bodies one user sends at once. Each holds a place at its service until it
 * has come, and one user with slow ones could take the places of all.
 */
public final class UploadLimitHandler extends Handler.Wrapper {
  /** More than a page or a script sends at once. */
  static final int MOST = 16;

  private final int small;
  private final OpenPerUser open = new OpenPerUser(MOST);

  /**
   * Limits what goes to the given handler.
   *
   * @param small bodies up to this size hold no place while they come
   */
  public UploadLimitHandler(int small, Handler next) {
    super(next);
    this.small = small;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Principal> principal = TokenCheckHandler.principal(request);
    if (principal.isPresent() && mayBeLarge(request)) {
      long user = principal.get().userId();
      if (!open.begin(user)) {
        Problems.write(request, response, callback, ProblemException.rateLimited(1));
        return true;
      }
      Request.addCompletionListener(request, failure -> open.end(user));
    }
    return super.handle(request, response, callback);
  }

  private boolean mayBeLarge(Request request) {
    long length = request.getLength();
    return length > small || (length < 0 && !Route.reads(request.getMethod()));
  }
}
