package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.edge.ClientNetwork;
import dev.touchstone.gateway.edge.RequestContext;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.gateway.routing.RateClass;
import dev.touchstone.gateway.routing.Route;
import dev.touchstone.gateway.routing.Upstream;
import dev.touchstone.platform.http.ProblemException;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Limits the requests of one address to services: all of them, and sign-ins and registrations
 * further.
 */
public final class AddressLimitHandler extends Handler.Wrapper {
  private final Buckets all;
  private final RateClassBuckets classes;

  /** Applies the given limits. */
  public AddressLimitHandler(RateLimits limits, Handler next) {
    super(next);
    this.all = new Buckets("address", limits.address());
    this.classes =
        new RateClassBuckets(
            Map.of(RateClass.LOGIN, limits.login(), RateClass.REGISTRATION, limits.register()));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!(Route.of(request).destination() instanceof Upstream)) {
      return super.handle(request, response, callback);
    }
    try {
      String subject = ClientNetwork.of(RequestContext.required(request).address());
      all.take(subject, response.getHeaders());
      classes.take(request, subject, response.getHeaders());
    } catch (ProblemException e) {
      Problems.write(request, response, callback, e);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
