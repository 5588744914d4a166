package dev.touchstone.gateway.cache;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request for a response that everybody can use, whatever its client has already. */
final class FillingRequest extends Request.Wrapper {
  private final HttpFields headers;

  /** Asks for the encoding of the key, and only for what differs from the known response. */
  FillingRequest(Request request, CacheKey key, @Nullable CachedResponse known) {
    super(request);
    HttpFields.Mutable asked =
        HttpFields.build(request.getHeaders())
            .remove(HttpHeader.IF_NONE_MATCH)
            .remove(HttpHeader.IF_MODIFIED_SINCE)
            .remove(HttpHeader.IF_RANGE)
            .remove(HttpHeader.ACCEPT_ENCODING);
    if (!key.encoding().isEmpty()) {
      asked.put(HttpHeader.ACCEPT_ENCODING, key.encoding());
    }
    if (known != null) {
      asked.put(HttpHeader.IF_NONE_MATCH, known.tag());
    }
    this.headers = asked.asImmutable();
  }

  @Override
  public HttpFields getHeaders() {
    return headers;
  }
}
