package dev.touchstone.gateway.door;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/** The end of a connection, which reports to the door what arrives and what leaves. */
final class DoorEndPoint extends SocketChannelEndPoint {
  private final DoorConnection connection;

  DoorEndPoint(
      Visitors visitors,
      SocketChannel channel,
      ManagedSelector selector,
      SelectionKey key,
      Scheduler scheduler) {
    super(channel, selector, key, scheduler);
    this.connection = visitors.connection(this, (InetSocketAddress) getRemoteSocketAddress());
  }

  DoorConnection connection() {
    return connection;
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    int filled = super.fill(buffer);
    if (filled > 0) {
      connection.received();
    }
    return filled;
  }

  @Override
  public boolean flush(ByteBuffer... buffers) throws IOException {
    long before = BufferUtil.remaining(buffers);
    boolean flushed = super.flush(buffers);
    if (flushed || BufferUtil.remaining(buffers) < before) {
      connection.sent();
    }
    return flushed;
  }
}
