package dev.touchstone.usermanagement.settings;

import dev.touchstone.platform.http.Json;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A setting that administrators change at run time. */
public enum Setting {
  /**
   * Who may register: {@code open}, {@code code}, {@code domain}, {@code invitation}, {@code
   * closed}.
   */
  REGISTRATION_POLICY("registration.policy", "\"open\""),
  /** The code that registering requires under the policy {@code code}. */
  REGISTRATION_CODE("registration.code", "\"\""),
  /** The domains of addresses that may register under the policy {@code domain}. */
  REGISTRATION_DOMAINS("registration.domains", "[]"),
  /** After this many days entries of the audit log are deleted. */
  AUDIT_RETENTION_DAYS("audit.retention_days", "400");

  private static final Set<String> POLICIES =
      Set.of("open", "code", "domain", "invitation", "closed");
  private static final Pattern CODE = Pattern.compile("[!-~]{6,64}");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9-]{1,63}(?:[.][a-z0-9-]{1,63}){1,8}");
  private static final int MOST_DOMAINS = 50;
  private static final int SHORTEST_RETENTION = 30;
  private static final int LONGEST_RETENTION = 3650;

  private final String storedName;
  private final String defaultJson;

  Setting(String storedName, String defaultJson) {
    this.storedName = storedName;
    this.defaultJson = defaultJson;
  }

  /** The setting of a name. */
  public static Optional<Setting> of(String name) {
    return Arrays.stream(values()).filter(setting -> setting.storedName.equals(name)).findFirst();
  }

  /** The name in the database and on the wire. */
  public String storedName() {
    return storedName;
  }

  JsonNode defaultValue() {
    return Json.MAPPER.readTree(defaultJson);
  }

  boolean accepts(JsonNode value) {
    return switch (this) {
      case REGISTRATION_POLICY -> isPolicy(value);
      case REGISTRATION_CODE -> isCode(value);
      case REGISTRATION_DOMAINS -> areDomains(value);
      case AUDIT_RETENTION_DAYS -> isRetention(value);
    };
  }

  private static boolean isPolicy(JsonNode value) {
    return value.isString() && POLICIES.contains(value.asString());
  }

  private static boolean isCode(JsonNode value) {
    return value.isString()
        && (value.asString().isEmpty() || CODE.matcher(value.asString()).matches());
  }

  private static boolean areDomains(JsonNode value) {
    return value.isArray()
        && value.size() <= MOST_DOMAINS
        && value
            .valueStream()
            .allMatch(item -> item.isString() && DOMAIN.matcher(item.asString()).matches());
  }

  private static boolean isRetention(JsonNode value) {
    return value.isInt()
        && value.asInt() >= SHORTEST_RETENTION
        && value.asInt() <= LONGEST_RETENTION;
  }
}
