package dev.touchstone.usermanagement.passkey;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who asks devices for passkeys: browsers tie a passkey to the name of the host.
 *
 * @param origin of the pages that may ask, such as {@code https://code.school.example}
 * @param id the name of the host
 */
public record RelyingParty(String origin, String id) {
  private static final Pattern LOOPBACK = Pattern.compile("127\\.[0-9.]+|\\[::1]");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

  /**
   * The one behind a public address. Hosts without a name have none, for browsers refuse them; this
   * machine is called localhost.
   */
  public static Optional<RelyingParty> of(String publicUrl) {
    String host = publicUrl.isEmpty() ? null : URI.create(publicUrl).getHost();
    if (host == null) {
      return Optional.empty();
    }
    String name = LOOPBACK.matcher(host).matches() ? "localhost" : host.toLowerCase(Locale.ROOT);
    if (ADDRESS.matcher(name).matches()) {
      return Optional.empty();
    }
    URI url = URI.create(publicUrl);
    // As browsers write origins: in lower case, and without the usual port.
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
    return Optional.of(new RelyingParty(scheme + "://" + name + port, name));
  }
}
