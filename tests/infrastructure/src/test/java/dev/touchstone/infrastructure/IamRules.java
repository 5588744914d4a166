package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Plan.Resource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules on permissions. */
final class IamRules {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Set<String> RIGHTS =
      Set.of("aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy");

  /** AWS managed policies that grant everything. */
  private static final Set<String> ADMINISTRATION =
      Set.of("AdministratorAccess", "PowerUserAccess", "IAMFullAccess");

  /** Policies that may contain wildcards, with the reason. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "module.github_actions.aws_iam_role_policy.apply",
          "creates everything; limited by services, regions, the environment's reviewers, and denials",
          "module.boundary.aws_iam_policy.this",
          "a boundary grants nothing");

  /** Roles without a boundary, with the reason. */
  private static final Map<String, String> UNBOUNDED =
      Map.of("module.github_actions.", "an administrator creates them, and they can't change them");

  private IamRules() {}

  /**
   * A wildcard action on a wildcard resource, {@code Allow} with {@code NotAction}, or
   * administration.
   */
  static Stream<String> wildcards(Plan plan) {
    return Stream.concat(
        plan.resources()
            .filter(resource -> RIGHTS.contains(resource.type()))
            .filter(resource -> !EXCEPTIONS.containsKey(resource.address()))
            .flatMap(resource ->
                allowed(resource, "policy")
                    .filter(IamRules::isWildcard)
                    .map(statement -> resource.address() + ": " + statement)),
        plan.resources()
            .filter(resource ->
                ADMINISTRATION.stream()
                    .anyMatch(name -> resource.text("policy_arn").endsWith("/" + name)))
            .map(resource -> resource.address() + " grants " + resource.text("policy_arn")));
  }

  private static boolean isWildcard(JsonNode statement) {
    return texts(statement.path("Resource")).anyMatch("*"::equals)
        && (statement.has("NotAction")
            || texts(statement.path("Action")).anyMatch(action -> action.contains("*")));
  }

  /** A role that could get more permissions than the boundary allows. */
  static Stream<String> unbounded(Plan plan) {
    return plan.resources("aws_iam_role")
        .filter(role -> UNBOUNDED.keySet().stream().noneMatch(role.address()::startsWith))
        .filter(role -> !role.text("permissions_boundary").endsWith("-boundary"))
        .map(role -> role.address() + " has no boundary");
  }

  /** A role that anyone, or any repository of GitHub, may assume. */
  static Stream<String> openTrust(Plan plan) {
    return plan.resources("aws_iam_role")
        .flatMap(role ->
            allowed(role, "assume_role_policy")
                .filter(IamRules::isOpen)
                .map(statement -> role.address() + ": " + statement));
  }

  private static boolean isOpen(JsonNode statement) {
    JsonNode principal = statement.path("Principal");
    boolean anyone =
        principal.asString("").equals("*") || texts(principal.path("AWS")).anyMatch("*"::equals);
    boolean federated = !principal.path("Federated").isMissingNode();
    return anyone || (federated && !namesItsSubject(statement.path("Condition")));
  }

  /** Whether the token's subject is compared with something other than a bare wildcard. */
  private static boolean namesItsSubject(JsonNode conditions) {
    return conditions
        .valueStream()
        .flatMap(condition -> condition.propertyStream())
        .filter(entry -> entry.getKey().endsWith(":sub"))
        .anyMatch(entry ->
            texts(entry.getValue())
                .noneMatch(subject -> subject.matches("\\*|repo:\\*.*|repo:[^:]*\\*:.*")));
  }

  private static Stream<JsonNode> allowed(Resource resource, String attribute) {
    String text = resource.text(attribute);
    if (text.isEmpty()) {
      return Stream.empty();
    }
    JsonNode statements = JSON.readTree(text).path("Statement");
    return (statements.isArray() ? statements.valueStream() : Stream.of(statements))
        .filter(statement -> statement.path("Effect").asString("").equals("Allow"));
  }

  /** A policy may have a string or a list of strings. */
  private static Stream<String> texts(JsonNode node) {
    return (node.isArray() ? node.valueStream() : Stream.of(node)).map(text -> text.asString(""));
  }
}
