package dev.touchstone.gateway.cache;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Answers with a kept response, or with 304 to a client that has it. */
final class CachedAnswer {
  private static final String WEAK = "W/";

  /** Where an answer comes from, as RFC 9211 writes it. */
  enum Source {
    /** Memory. */
    KEPT("hit"),
    /** Memory, since the service could not be asked. */
    STALE("hit; detail=stale"),
    /** The service, just now. */
    FETCHED("fwd=miss; stored"),
    /** The service, asked by another request. */
    JOINED("fwd=miss; collapsed");

    private final String status;

    Source(String status) {
      this.status = "touchstone; " + status;
    }
  }

  private CachedAnswer() {}

  static void send(
      Request request, Response response, Callback callback, CachedResponse kept, Source source) {
    HttpFields.Mutable headers = response.getHeaders();
    kept.fields().getFieldNamesCollection().forEach(headers::remove);
    headers.add(kept.fields());
    headers.put(HttpHeader.AGE, Long.toString(kept.age().toSeconds()));
    headers.put("Cache-Status", source.status);
    if (source == Source.STALE) {
      headers.put("Warning", "110 - \"Response is Stale\"");
    }
    if (has(request, kept.tag())) {
      headers.remove(HttpHeader.CONTENT_TYPE);
      headers.remove(HttpHeader.CONTENT_ENCODING);
      response.setStatus(HttpStatus.NOT_MODIFIED_304);
      response.write(true, BufferUtil.EMPTY_BUFFER, callback);
      return;
    }
    response.setStatus(HttpStatus.OK_200);
    headers.put(HttpHeader.CONTENT_LENGTH, kept.length());
    response.write(true, kept.body(), callback);
  }

  private static boolean has(Request request, String tag) {
    List<String> known = request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true);
    String strong = strong(tag);
    return known.stream().anyMatch(one -> one.equals("*") || strong(one).equals(strong));
  }

  /** {@code If-None-Match} compares weakly. */
  private static String strong(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
