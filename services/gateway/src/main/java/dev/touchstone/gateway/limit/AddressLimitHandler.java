package dev.touchstone.gateway.limit;

import dev.touchstone.gateway.edge.Visit;
import dev.touchstone.gateway.problem.Problems;
import dev.touchstone.platform.http.ProblemException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Limits what comes from one address: everything together, and sign-ins and registrations more. */
public final class AddressLimitHandler extends Handler.Wrapper {
  private final Buckets all;
  private final Buckets logins;
  private final Buckets registrations;

  /** Applies the given limits. */
  public AddressLimitHandler(Limits limits, Handler next) {
    super(next);
    this.all = new Buckets(limits.address());
    this.logins = new Buckets(limits.login());
    this.registrations = new Buckets(limits.register());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    try {
      take(request);
    } catch (ProblemException e) {
      Problems.write(request, response, callback, e);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private void take(Request request) {
    String subject = network(Visit.required(request).address());
    all.take(subject);
    switch (request.getHttpURI().getCanonicalPath()) {
      case "/api/v1/auth/login" -> logins.take(subject);
      case "/api/v1/auth/register" -> registrations.take(subject);
      default -> {
        // Counted among all.
      }
    }
  }

  /** One customer of a provider has a whole /64 of IPv6 addresses. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    byte[] bytes = java.net.InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).getAddress();
    return bytes.length == 4 ? address : java.util.HexFormat.of().formatHex(bytes, 0, 8);
  }
}
