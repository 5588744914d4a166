package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Plan.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No secret in the state, if a write-only argument or a managed secret can replace it. */
final class SecretRules {
  /**
   * Attributes that would put a secret into the state. Their write-only counterparts end in {@code
   * _wo} and are never stored.
   */
  private static final Map<String, Set<String>> SECRETS =
      Map.of(
          "aws_db_instance", Set.of("password"),
          "aws_rds_cluster", Set.of("master_password"),
          "aws_elasticache_replication_group", Set.of("auth_token"),
          "aws_elasticache_user", Set.of("passwords"),
          "aws_secretsmanager_secret_version", Set.of("secret_string", "secret_binary"));

  /** Types that are a secret, whatever their values. */
  private static final Set<String> SECRET_TYPES =
      Set.of("random_password", "tls_private_key", "aws_iam_access_key");

  private static final Pattern LOOKS_SECRET =
      Pattern.compile(
          "AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY|(?i:password|secret|token)\\s*[=:]\\s*[^\\s$]{6,}");

  private SecretRules() {}

  static Stream<String> secrets(Plan plan) {
    return plan.resources().filter(SecretRules::holdsSecret).map(Resource::address);
  }

  private static boolean holdsSecret(Resource resource) {
    return SECRET_TYPES.contains(resource.type())
        || SECRETS.getOrDefault(resource.type(), Set.of()).stream()
            .anyMatch(attribute ->
                !resource.values().path(attribute).isEmpty() || !resource.text(attribute).isEmpty())
        // The address of a service such as PagerDuty contains the key with which one calls it.
        || (resource.type().equals("aws_sns_topic_subscription")
            && resource.text("protocol").startsWith("http"))
        || (resource.type().equals("aws_ssm_parameter")
            && resource.text("type").equals("SecureString")
            && !resource.text("value").isEmpty())
        || LOOKS_SECRET.matcher(userData(resource)).find();
  }

  /** The script of an instance's first start; launch templates encode it in Base64. */
  private static String userData(Resource resource) {
    String text = resource.text("user_data") + resource.text("user_data_base64");
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException plain) {
      return text;
    }
  }
}
