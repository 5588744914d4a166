package dev.touchstone.gateway.edge;

import java.net.InetAddress;
import java.util.HexFormat;

/** The network of a client, which limits count: one customer of a provider. */
public final class ClientNetwork {
  private ClientNetwork() {}

  /**
   * An IPv4 address itself; of an IPv6 address its /64, which a provider gives a customer whole.
   */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    return of(InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")));
  }

  /** The same for an address that is parsed already. */
  public static String of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? address.getHostAddress() : HexFormat.of().formatHex(bytes, 0, 8);
  }
}
