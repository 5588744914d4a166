package dev.touchstone.exercises.catalogue;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;

/**
 * Tags responses with the digest of their contents, and sends 304 to callers that already have
 * them.
 */
final class EntityTag {
  private static final int LENGTH = 24;

  private EntityTag() {}

  /**
   * Sets the headers of caching; answers with 304 to a caller that has the contents.
   *
   * @param personal whether only this caller may keep the response
   * @return whether the 304 was sent, so that nothing is left to send
   */
  static boolean answers(
      ServerRequest request, ServerResponse response, String digest, boolean personal) {
    String tag = "\"" + digest.substring(0, LENGTH) + "\"";
    response
        .header(HeaderNames.ETAG, tag)
        .header(HeaderNames.VARY, "Authorization")
        // Cached, but revalidated each time: an edit must be visible at once.
        .header(HeaderNames.CACHE_CONTROL, personal ? "private, no-cache" : "no-cache");
    if (!matches(request, tag)) {
      return false;
    }
    response.status(Status.NOT_MODIFIED_304).send();
    return true;
  }

  /** Compared weakly, as RFC 9110 asks: a proxy that compressed the response weakened the tag. */
  private static boolean matches(ServerRequest request, String tag) {
    return request
        .headers()
        .first(HeaderNames.IF_NONE_MATCH)
        .map(tags ->
            Arrays.stream(tags.split(","))
                .map(String::strip)
                .map(candidate -> candidate.startsWith("W/") ? candidate.substring(2) : candidate)
                .anyMatch(candidate -> candidate.equals("*") || candidate.equals(tag)))
        .orElse(false);
  }
}
