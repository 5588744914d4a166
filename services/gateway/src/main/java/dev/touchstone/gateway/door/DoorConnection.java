package dev.touchstone.gateway.door;

import java.time.Duration;
import org.eclipse.jetty.io.EndPoint;

/**
 * What the door knows of a connection: what it waits for, and when it last got on. A few bytes are
 * no progress, else a client could stay for ever by sending one now and then. Thread-safe.
 */
final class DoorConnection {
  /** A new connection is not worth less than an idle one before its request can have come. */
  private static final long GRACE_NANOS = Duration.ofSeconds(1).toNanos();

  /** Fewer bytes of a body are no progress. */
  private static final long PROGRESS_BYTES = 4096;

  /** A reader that asked for nothing for so long was slow itself. */
  private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();

  /** What a connection does; when the door is full, the first kinds leave first. */
  enum Kind {
    /** Its client is to send the rest of a request. */
    UNFINISHED,
    /** No request is under way. */
    IDLE,
    /** A request is being answered. */
    BUSY
  }

  private final EndPoint endPoint;
  private final String network;
  private final boolean trusted;
  private int requests;
  private int bodies;
  private boolean headers = true;
  private long progress = System.nanoTime();
  private long lastRead = progress;
  private long bodyBytes;

  /**
   * A connection that has just been opened.
   *
   * @param trusted whether it is of a proxy, which speaks for many clients
   */
  DoorConnection(EndPoint endPoint, String network, boolean trusted) {
    this.endPoint = endPoint;
    this.network = network;
    this.trusted = trusted;
  }

  String network() {
    return network;
  }

  boolean trusted() {
    return trusted;
  }

  void close(String reason) {
    endPoint.close(new DoorException(reason));
  }

  /** Bytes arrived; between requests they begin the next one. */
  synchronized void received() {
    if (requests == 0 && !headers) {
      headers = true;
      progress = System.nanoTime();
    }
  }

  synchronized void sent() {
    if (!headers) {
      progress = System.nanoTime();
    }
  }

  synchronized void requestBegan() {
    requests++;
    headers = false;
    progress = System.nanoTime();
    lastRead = progress;
    bodyBytes = 0;
  }

  synchronized void requestEnded() {
    requests--;
    if (requests == 0) {
      bodies = 0;
    }
    progress = System.nanoTime();
  }

  /** Somebody waits for more of a body. */
  synchronized void bodyAwaited() {
    long now = System.nanoTime();
    if (bodies++ == 0 && now - lastRead > PAUSE_NANOS) {
      progress = now;
    }
  }

  synchronized void bodyArrived() {
    bodies = Math.max(0, bodies - 1);
  }

  synchronized void bodyRead(long bytes) {
    lastRead = System.nanoTime();
    bodyBytes += bytes;
    if (bodyBytes >= PROGRESS_BYTES) {
      bodyBytes = 0;
      progress = lastRead;
    }
  }

  synchronized Kind kind(long now) {
    boolean unfinished = requests == 0 ? headers : bodies > 0;
    if (unfinished && now - progress > GRACE_NANOS) {
      return Kind.UNFINISHED;
    }
    return requests == 0 ? Kind.IDLE : Kind.BUSY;
  }

  synchronized long progress() {
    return progress;
  }

  /** Whether the client took too long to send the headers of a request. */
  synchronized boolean headersLate(long now, Duration longest) {
    return requests == 0 && headers && now - progress > longest.toNanos();
  }

  /** Whether the client took too long to send the next part of a body. */
  synchronized boolean bodyLate(long now, Duration longest) {
    return bodies > 0 && now - progress > longest.toNanos();
  }
}
