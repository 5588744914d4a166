package dev.touchstone.gateway.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Holds a response back until it is whole, so that it can be kept, or another be sent in its place;
 * one that gets too large goes out as it comes.
 */
final class RecordedResponse extends Response.Wrapper {
  private final int largest;
  private final Runnable tooLarge;
  private final HttpFields.Mutable headers;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;
  private boolean begun;
  private boolean complete;
  private boolean passing;

  /**
   * Records a response.
   *
   * @param largest in bytes
   * @param tooLarge runs when the response turns out to be larger
   */
  RecordedResponse(Request request, Response response, int largest, Runnable tooLarge) {
    super(request, response);
    this.largest = largest;
    this.tooLarge = tooLarge;
    this.headers = HttpFields.build(response.getHeaders());
  }

  /** Whether the response went out already. */
  boolean isPassing() {
    return passing;
  }

  byte[] body() {
    return body.toByteArray();
  }

  /** Sends what was recorded. */
  void send(Callback callback) {
    begin();
    super.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
  }

  private void begin() {
    super.setStatus(status);
    super.getHeaders().clear().add(headers);
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int code) {
    status = code;
  }

  @Override
  public HttpFields.Mutable getHeaders() {
    return passing ? super.getHeaders() : headers;
  }

  @Override
  public boolean isCommitted() {
    return passing ? super.isCommitted() : begun;
  }

  @Override
  public boolean hasLastWrite() {
    return passing ? super.hasLastWrite() : complete;
  }

  @Override
  public boolean isCompletedSuccessfully() {
    return passing ? super.isCompletedSuccessfully() : complete;
  }

  @Override
  public void reset() {
    status = 0;
    headers.clear();
  }

  @Override
  public void write(boolean last, ByteBuffer content, Callback callback) {
    begun = true;
    if (passing) {
      super.write(last, content, callback);
      return;
    }
    byte[] bytes = BufferUtil.toArray(content);
    BufferUtil.clear(content);
    body.writeBytes(bytes);
    complete = last;
    if (body.size() <= largest) {
      callback.succeeded();
      return;
    }
    begin();
    passing = true;
    tooLarge.run();
    super.write(last, ByteBuffer.wrap(body.toByteArray()), callback);
    body.reset();
  }
}
