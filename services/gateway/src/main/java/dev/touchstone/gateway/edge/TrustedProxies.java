package dev.touchstone.gateway.edge;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * The load balancers in front of the gateway. {@code X-Forwarded-For} and {@code X-Forwarded-Proto}
 * count only from them, since anybody else could write anything there. Thread-safe.
 */
public final class TrustedProxies {
  /** An address literal; a name would be looked up. */
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F.:]{2,45}");

  private final InetAddressSet addresses = new InetAddressSet();

  /**
   * Trusts the given addresses.
   *
   * @param patterns addresses or ranges such as {@code 10.0.0.0/16}
   * @throws IllegalArgumentException if a pattern is neither
   */
  public TrustedProxies(List<String> patterns) {
    addresses.addAll(patterns);
  }

  boolean trusts(String address) {
    return !addresses.isEmpty() && parse(address).filter(addresses).isPresent();
  }

  /** Whether an address is one of a trusted proxy. */
  public boolean trusts(InetAddress address) {
    return !addresses.isEmpty() && addresses.test(address);
  }

  /**
   * Finds the client: the last address in the chain that is not a trusted proxy.
   *
   * @param peer the other end of the connection
   * @param forwardedFor what the proxies added, the client first
   */
  String client(String peer, List<String> forwardedFor) {
    String client = peer;
    for (int i = forwardedFor.size() - 1; i >= 0 && trusts(client); i--) {
      Optional<InetAddress> next = parse(forwardedFor.get(i));
      if (next.isEmpty()) {
        break;
      }
      client = next.get().getHostAddress();
    }
    return client;
  }

  private static Optional<InetAddress> parse(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
