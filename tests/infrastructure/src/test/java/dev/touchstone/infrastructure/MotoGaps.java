package dev.touchstone.infrastructure;

import java.util.List;
import java.util.Set;

/**
 * What moto 5.2.1 can't do. These resources are tested with mock providers and left out of the copy
 * that is applied; {@code docs/testing.md} lists them for readers.
 */
final class MotoGaps {
  /**
   * A resource that moto lacks or breaks.
   *
   * @param module the module's folder name
   */
  record Missing(String module, String type, String name, String reason) {}

  /**
   * An attribute that moto forgets or answers differently, so that a second plan wants it again.
   */
  record Forgotten(String type, Set<String> attributes, String reason) {}

  static final List<Missing> MISSING =
      List.of(
          new Missing(
              "bucket",
              "aws_s3_bucket_policy",
              "this",
              "conditions are not read: the denial of plain HTTP denies everything"),
          new Missing(
              "pod-role",
              "aws_eks_pod_identity_association",
              "this",
              "CreatePodIdentityAssociation is not there"));

  static final List<Forgotten> FORGOTTEN =
      List.of(
          new Forgotten(
              "aws_vpc_security_group_ingress_rule",
              Set.of("description"),
              "the description of a rule that names a group is not answered"),
          new Forgotten(
              "aws_vpc_security_group_egress_rule",
              Set.of("description"),
              "the description of a rule that names a group is not answered"));

  private MotoGaps() {}

  /** Whether a change of a second plan comes from moto, not from the configuration. */
  static boolean explain(Plan.Change change) {
    return change.actions().equals("update")
        && FORGOTTEN.stream()
            .anyMatch(gap ->
                gap.type().equals(change.type())
                    && gap.attributes().containsAll(change.attributes()));
  }
}
