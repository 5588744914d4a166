package dev.touchstone.gateway.door;

import dev.touchstone.gateway.edge.TrustedProxies;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A port with a door: deadlines and limits for its connections. */
public final class DoorConnector extends ServerConnector {
  /** A class that arrives together waits here to be accepted. */
  private static final int ACCEPT_QUEUE = 1024;

  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final Door door;
  private final Visitors visitors;
  private final long pauseMillis;

  /** A port whose connections speak the given protocols. */
  public DoorConnector(
      Server server,
      DoorLimits limits,
      TrustedProxies proxies,
      MeterRegistry metrics,
      ConnectionFactory... protocols) {
    super(server, protocols);
    this.door = new Door(limits, getExecutor(), metrics);
    this.visitors = new Visitors(proxies);
    this.pauseMillis = pause(limits.headers(), limits.body());
    setAcceptQueueSize(ACCEPT_QUEUE);
  }

  private static long pause(Duration headers, Duration body) {
    long shortest = Math.min(headers.toMillis(), body.toMillis());
    return Math.clamp(shortest / 4, 1, LONGEST_PAUSE_MILLIS);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    closeLate();
  }

  private void closeLate() {
    if (isRunning() || isStarting()) {
      door.closeLate();
      getScheduler().schedule(this::closeLate, pauseMillis, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    SocketChannelEndPoint endPoint =
        new DoorEndPoint(visitors, channel, selector, key, getScheduler());
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }

  /** Only now: an end that closes before would be remembered for ever. */
  @Override
  protected void onEndPointOpened(EndPoint endPoint) {
    super.onEndPointOpened(endPoint);
    if (endPoint instanceof DoorEndPoint entering && !door.admit(entering.connection())) {
      entering.connection().close("refused");
    }
  }

  @Override
  protected void onEndPointClosed(EndPoint endPoint) {
    if (endPoint instanceof DoorEndPoint leaving) {
      door.left(leaving.connection());
    }
    super.onEndPointClosed(endPoint);
  }
}
