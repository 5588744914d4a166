package dev.touchstone.gateway.door;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reports to the door which connections have a request under way, and how its body arrives. */
public final class DoorHandler extends Handler.Wrapper {
  /** Reports what goes to the given handler. */
  public DoorHandler(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!(request.getConnectionMetaData().getConnection().getEndPoint()
        instanceof DoorEndPoint endPoint)) {
      return super.handle(request, response, callback);
    }
    DoorConnection connection = endPoint.connection();
    connection.requestBegan();
    Request.addCompletionListener(request, failure -> connection.requestEnded());
    return super.handle(
        hasBody(request) ? new WatchedBody(request, connection) : request, response, callback);
  }

  private static boolean hasBody(Request request) {
    return request.getLength() > 0
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        || (request.getLength() < 0
            && request.getConnectionMetaData().getHttpVersion().getVersion() >= 20);
  }

  /** A body whose reader reports when it waits and what it gets. */
  private static final class WatchedBody extends Request.Wrapper {
    private final DoorConnection connection;

    WatchedBody(Request request, DoorConnection connection) {
      super(request);
      this.connection = connection;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null) {
        connection.bodyRead(chunk.remaining());
      }
      return chunk;
    }

    @Override
    public void demand(Runnable demandCallback) {
      connection.bodyAwaited();
      super.demand(() -> {
        connection.bodyArrived();
        demandCallback.run();
      });
    }
  }
}
