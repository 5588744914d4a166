package dev.touchstone.usermanagement.oidc;

import dev.touchstone.platform.config.Environment;
import dev.touchstone.platform.config.Secret;
import dev.touchstone.platform.security.Role;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The OpenID Connect provider.
 *
 * @param issuer its address, below which it publishes its configuration
 * @param name shown on the button
 * @param publicUrl where browsers find us, without a slash at its end
 * @param domains of the mail addresses that are admitted; empty for all
 * @param roleClaim the claim that {@code roles} maps, empty to leave roles to administrators
 */
public record OidcConfiguration(
    URI issuer,
    String clientId,
    Secret clientSecret,
    String name,
    String publicUrl,
    Set<String> domains,
    String roleClaim,
    Map<String, Role> roles) {
  /** Reads the settings that start with {@code OIDC_}; empty without {@code OIDC_ISSUER}. */
  public static Optional<OidcConfiguration> from(Environment environment) {
    Optional<URI> issuer = environment.optionalUri("OIDC_ISSUER");
    Optional<URI> publicUrl = environment.optionalUri("PUBLIC_URL");
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    if (publicUrl.isEmpty()) {
      environment.fault("PUBLIC_URL is not set; OIDC_ISSUER requires it.");
    }
    Optional<Secret> secret = environment.optionalSecret("OIDC_CLIENT_SECRET");
    if (secret.isEmpty()) {
      environment.fault("OIDC_CLIENT_SECRET is not set; OIDC_ISSUER requires it.");
    }
    String claim = environment.text("OIDC_ROLE_CLAIM", "");
    Map<String, Role> roles = roles(environment);
    if (claim.isEmpty() != roles.isEmpty()) {
      environment.fault("OIDC_ROLE_CLAIM and OIDC_ROLES need each other; set both or none.");
    }
    return Optional.of(
        new OidcConfiguration(
            issuer.get(),
            environment.text("OIDC_CLIENT_ID"),
            secret.orElseGet(() -> Secret.of("")),
            environment.text("OIDC_NAME", issuer.get().getHost()),
            publicUrl.map(URI::toString).orElse(""),
            items(environment.text("OIDC_ALLOWED_DOMAINS", "")).stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet()),
            claim,
            Map.copyOf(roles)));
  }

  /** Where the provider sends browsers back to. */
  URI redirectUri() {
    return URI.create(publicUrl + "/api/v1/auth/oidc/callback");
  }

  /** Whether a mail address is of an admitted domain. */
  boolean admits(String email) {
    return domains.isEmpty()
        || domains.contains(email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
  }

  private static Map<String, Role> roles(Environment environment) {
    Map<String, Role> roles = new HashMap<>();
    for (String pair : items(environment.text("OIDC_ROLES", ""))) {
      int sign = pair.lastIndexOf('=');
      Optional<Role> role = sign < 1 ? Optional.empty() : Role.of(pair.substring(sign + 1));
      if (role.isEmpty()) {
        environment.fault("OIDC_ROLES is not a list such as teachers=author,it=admin.");
      } else {
        roles.put(pair.substring(0, sign), role.get());
      }
    }
    return roles;
  }

  private static Set<String> items(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
