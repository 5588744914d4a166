package dev.touchstone.gateway.problem;

import org.eclipse.jetty.http.HttpHeader;
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

  /** Whether the rest of a body is worth reading. */
  static boolean isExpected(Request request) {
    return request.getConnectionMetaData().getHttpVersion().getVersion() < HTTP_2
        && request.getLength() <= LARGEST
        && !request.getHeaders().contains(HttpHeader.EXPECT);
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
