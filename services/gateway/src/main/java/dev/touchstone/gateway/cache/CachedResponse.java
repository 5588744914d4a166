package dev.touchstone.gateway.cache;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpFields;

/** A response that may be sent again. Immutable. */
final class CachedResponse {
  /** What an entry takes beside its body: its fields, and its place in the cache. */
  private static final int OVERHEAD = 2048;

  private final HttpFields fields;
  private final byte[] body;
  private final String tag;
  private final long checkedNanos;

  /**
   * A response that has just arrived.
   *
   * @param fields what clients get, without what differs from answer to answer
   * @param tag its {@code ETag}
   */
  CachedResponse(HttpFields fields, byte[] body, String tag) {
    this(fields, body, tag, System.nanoTime());
  }

  private CachedResponse(HttpFields fields, byte[] body, String tag, long checkedNanos) {
    this.fields = fields;
    this.body = body;
    this.tag = tag;
    this.checkedNanos = checkedNanos;
  }

  /** The same, after its service said that it has not changed. */
  CachedResponse checkedNow() {
    return new CachedResponse(fields, body, tag, System.nanoTime());
  }

  HttpFields fields() {
    return fields;
  }

  ByteBuffer body() {
    return ByteBuffer.wrap(body).asReadOnlyBuffer();
  }

  int length() {
    return body.length;
  }

  String tag() {
    return tag;
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - checkedNanos);
  }

  int weight() {
    return body.length + OVERHEAD;
  }
}
