package dev.touchstone.gateway.door;

import dev.touchstone.gateway.edge.ClientNetwork;
import dev.touchstone.gateway.edge.TrustedProxies;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.io.EndPoint;
import org.jspecify.annotations.Nullable;

/** Finds out whose a connection is. */
record Visitors(TrustedProxies proxies) {
  /** Describes a connection; one that its client has closed already has no address any more. */
  DoorConnection connection(EndPoint endPoint, @Nullable InetSocketAddress remote) {
    InetAddress address = remote == null ? null : remote.getAddress();
    return address == null
        ? new DoorConnection(endPoint, "", false)
        : new DoorConnection(endPoint, ClientNetwork.of(address), proxies.trusts(address));
  }
}
