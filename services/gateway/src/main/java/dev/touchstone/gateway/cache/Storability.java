package dev.touchstone.gateway.cache;

import dev.touchstone.gateway.edge.EdgeHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;

/** Decides which responses may be kept. */
final class Storability {
  private static final int TAG_LENGTH = 24;

  /** What a kept response may depend on: the first is in its key, the others are absent. */
  private static final Set<String> KNOWN_VARIATIONS =
      Set.of("accept-encoding", "authorization", "cookie");

  /** What differs from answer to answer. */
  private static final Set<HttpHeader> OF_ONE_ANSWER =
      Set.of(
          HttpHeader.AGE,
          HttpHeader.CONNECTION,
          HttpHeader.CONTENT_LENGTH,
          HttpHeader.DATE,
          HttpHeader.STRICT_TRANSPORT_SECURITY,
          HttpHeader.TRANSFER_ENCODING);

  private Storability() {}

  /**
   * The response as it is kept; empty if it must not be. A service agrees by {@code Cache-Control}:
   * with {@code no-cache} as well, since it announces every change, which is better than asking.
   */
  static Optional<CachedResponse> keep(RecordedResponse response) {
    HttpFields headers = response.getHeaders();
    List<String> control = lower(headers.getCSV(HttpHeader.CACHE_CONTROL, false));
    boolean keeps =
        response.getStatus() == HttpStatus.OK_200
            && !control.isEmpty()
            && !control.contains("no-store")
            && control.stream().noneMatch(directive -> directive.startsWith("private"))
            && !headers.contains(HttpHeader.SET_COOKIE)
            && KNOWN_VARIATIONS.containsAll(lower(headers.getCSV(HttpHeader.VARY, false)));
    if (!keeps) {
      return Optional.empty();
    }
    byte[] body = response.body();
    String given = headers.get(HttpHeader.ETAG);
    String tag = given == null ? tag(body) : given;
    HttpFields.Mutable kept = HttpFields.build();
    headers.stream().filter(Storability::isOfEveryAnswer).forEach(kept::add);
    kept.put(HttpHeader.ETAG, tag);
    return Optional.of(new CachedResponse(kept.asImmutable(), body, tag));
  }

  private static boolean isOfEveryAnswer(HttpField field) {
    return (field.getHeader() == null || !OF_ONE_ANSWER.contains(field.getHeader()))
        && !field.is(EdgeHeaders.REQUEST_ID)
        && !field.getLowerCaseName().startsWith("ratelimit");
  }

  private static List<String> lower(List<String> values) {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }

  private static String tag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "\"" + HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
