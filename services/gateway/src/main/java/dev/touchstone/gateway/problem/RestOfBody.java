package dev.touchstone.gateway.problem;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Reads what is left of a body that nobody wants, after its request was refused. Closing a
 * connection on which bytes are still arriving resets it, and then the client may lose the answer
 * before it has read it. Gives up on large bodies; the door ends slow ones.
 */
final class RestOfBody implements Runnable {
  /** In bytes. Who sends more on a refused request loses the answer. */
  private static final int LARGEST = 1024 * 1024;

  private static final int HTTP_2 = 20;

  private final Request request;
  private final Callback callback;
  private int count;

  /** Completes the callback when the rest has arrived, or is too large. */
  RestOfBody(Request request, Callback callback) {
    this.request = request;
    this.callback = callback;
  }

  /** Whether the rest of a body is worth reading: not one without a certain end, or a slow one. */
  static boolean isExpected(Request request, int status) {
    return status != HttpStatus.BAD_REQUEST_400
        && status != HttpStatus.REQUEST_TIMEOUT_408
        && request.getConnectionMetaData().getHttpVersion().getVersion() < HTTP_2
        && request.getLength() <= LARGEST
        && !request.getHeaders().contains(HttpHeader.EXPECT);
  }

  /** Reads what has arrived. Returns whether that was all. */
  boolean hasArrived() {
    while (count <= LARGEST) {
      Content.Chunk chunk = request.read();
      if (chunk == null || Content.Chunk.isFailure(chunk)) {
        return false;
      }
      count += chunk.remaining();
      chunk.release();
      if (chunk.isLast()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void run() {
    while (count <= LARGEST) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      count += chunk.remaining();
      chunk.release();
      if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
        break;
      }
    }
    callback.succeeded();
  }
}
