package dev.touchstone.gateway.edge;

import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses bodies whose end two programs could see at different places, beyond what the server
 * itself refuses: {@code Transfer-Encoding} in HTTP/1.0, which knows none, and any but a single
 * {@code chunked}.
 */
public final class FramingHandler extends Handler.Wrapper {
  private static final String CHUNKED = "chunked";

  /** Passes what is clear to the given handler. */
  public FramingHandler(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    List<String> encodings = request.getHeaders().getValuesList(HttpHeader.TRANSFER_ENCODING);
    boolean clear =
        encodings.isEmpty()
            || (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
                && encodings.size() == 1
                && encodings.getFirst().strip().equalsIgnoreCase(CHUNKED));
    if (clear) {
      return super.handle(request, response, callback);
    }
    Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
    return true;
  }
}
