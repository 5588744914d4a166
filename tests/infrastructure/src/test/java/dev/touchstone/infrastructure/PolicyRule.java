package dev.touchstone.infrastructure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A rule for the plans of all roots.
 *
 * @param onlyProd whether it applies to prod only: dev may be created and destroyed at will
 * @param check returns each resource that breaks the rule, with the reason
 */
record PolicyRule(String name, boolean onlyProd, Function<Plan, Stream<String>> check) {
  static final List<PolicyRule> ALL =
      List.of(
          everywhere("no-open-door", ExposureRules::openDoors),
          everywhere("nothing-public", ExposureRules::publicResources),
          everywhere("encrypted-at-rest", EncryptionRules::unencrypted),
          everywhere("encrypted-in-transit", EncryptionRules::plainTraffic),
          everywhere("no-wildcard-rights", IamRules::wildcards),
          everywhere("no-role-for-everyone", IamRules::openTrust),
          everywhere("bounded-roles", IamRules::unbounded),
          everywhere("imds-v2", SafetyRules::oldMetadataService),
          everywhere("no-key-pair", SafetyRules::keyPairs),
          everywhere("no-secret-in-state", SecretRules::secrets),
          everywhere("no-hidden-administrator", ClusterRules::creators),
          everywhere("keeps-deployed-images", ClusterRules::deletedImages),
          everywhere("tagged", SafetyRules::untagged),
          everywhere("own-database-password", DatabaseRules::managedPasswords),
          everywhere("database-can-be-upgraded", DatabaseRules::stuckVersions),
          new PolicyRule("protected-from-deletion", true, SafetyRules::unprotected));

  private static PolicyRule everywhere(String name, Function<Plan, Stream<String>> check) {
    return new PolicyRule(name, false, check);
  }

  /** Each resource that breaks this rule. */
  List<String> violations(Plan plan) {
    return check.apply(plan).map(violation -> name + ": " + violation).toList();
  }

  /** Whatever is wrong with a plan of an environment. */
  static List<String> violations(String environment, Plan plan) {
    return ALL.stream()
        .filter(rule -> !rule.onlyProd() || environment.equals("prod"))
        .flatMap(rule -> rule.violations(plan).stream())
        .toList();
  }
}
