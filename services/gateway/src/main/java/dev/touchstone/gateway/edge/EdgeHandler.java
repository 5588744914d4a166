package dev.touchstone.gateway.edge;

import dev.touchstone.platform.http.RequestId;
import dev.touchstone.platform.tracing.RequestSpan;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Makes the {@link RequestContext} of a request, and adds the standard headers to the answer. */
public final class EdgeHandler extends Handler.Wrapper {
  private final TrustedProxies proxies;

  /** Trusts the given proxies. */
  public EdgeHandler(TrustedProxies proxies, Handler next) {
    super(next);
    this.proxies = proxies;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    RequestContext context = context(request);
    context.attach(request);
    EdgeHeaders.add(context, response.getHeaders());
    RequestSpan span = RequestTrace.span(request);
    span.requestId(context.requestId());
    // For as long as this thread serves it: our own calls belong to the request.
    try (Scope _ = span.context().makeCurrent();
        RequestTrace.LogScope _ = RequestTrace.inLog(request)) {
      return super.handle(request, response, callback);
    }
  }

  private RequestContext context(Request request) {
    HttpFields headers = request.getHeaders();
    String peer = Request.getRemoteAddr(request);
    boolean trusted = proxies.trusts(peer);
    List<String> forwardedFor = headers.getCSV(HttpHeader.X_FORWARDED_FOR, false);
    List<String> forwardedProto = headers.getCSV(HttpHeader.X_FORWARDED_PROTO, false);
    boolean secure =
        trusted && !forwardedProto.isEmpty() && forwardedProto.getLast().equals("https");
    return new RequestContext(
        RequestId.acceptOrCreate(Optional.ofNullable(headers.get(EdgeHeaders.REQUEST_ID))),
        trusted ? proxies.client(peer, forwardedFor) : peer,
        secure,
        request.getHttpURI().getAuthority() == null ? "" : request.getHttpURI().getAuthority());
  }
}
