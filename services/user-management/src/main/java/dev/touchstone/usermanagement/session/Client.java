package dev.touchstone.usermanagement.session;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a sign-in comes from.
 *
 * @param network of the client's address, such as {@code 203.0.113.0/24}
 * @param userAgent browser and system in two words
 * @param device the token of a browser that signed in before to whatever account
 */
public record Client(String network, String userAgent, Optional<String> device) {
  private static final String UNKNOWN = "unknown";

  /** Bytes that are kept of an address: homes have a /64 of IPv6 and one address of IPv4. */
  private static final int IPV4_BYTES = 3;

  private static final int IPV6_BYTES = 8;
  private static final int LONGEST_NAME = 40;

  /**
   * What names a browser; the first that occurs counts, since each names those it descends from.
   */
  private static final Map<String, String> BROWSERS =
      inOrder(
          "Edg/",
          "Edge",
          "OPR/",
          "Opera",
          "Firefox/",
          "Firefox",
          "Chrome/",
          "Chrome",
          "Safari/",
          "Safari");

  private static final Map<String, String> SYSTEMS =
      inOrder(
          "Android",
          "Android",
          "iPhone",
          "iOS",
          "iPad",
          "iOS",
          "Windows",
          "Windows",
          "CrOS",
          "ChromeOS",
          "Mac OS X",
          "macOS",
          "Linux",
          "Linux");

  /** The client of a request. */
  static Client of(String address, String userAgent, Optional<String> device) {
    return new Client(network(address), shortened(userAgent), device);
  }

  /** The same with no device to remember. */
  Client withoutDevice() {
    return new Client(network, userAgent, Optional.empty());
  }

  static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      byte[] bytes = parsed.getAddress();
      int kept = parsed instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
      for (int i = kept; i < bytes.length; i++) {
        bytes[i] = 0;
      }
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + kept * Byte.SIZE;
    } catch (IllegalArgumentException | java.net.UnknownHostException e) {
      return UNKNOWN;
    }
  }

  static String shortened(String userAgent) {
    Optional<String> browser = first(BROWSERS, userAgent);
    Optional<String> system = first(SYSTEMS, userAgent);
    if (browser.isPresent()) {
      return browser.get() + system.map(name -> ", " + name).orElse("");
    }
    String product =
        userAgent
            .split("[/ ]", 2)[0]
            .codePoints()
            .filter(c -> c > ' ' && c < 0x7f)
            .limit(LONGEST_NAME)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return product.isEmpty() ? UNKNOWN : product;
  }

  private static Optional<String> first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<String, String> inOrder(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  @Override
  public String toString() {
    return userAgent + " in " + network;
  }
}
