package dev.touchstone.infrastructure;

import dev.touchstone.infrastructure.Plan.Resource;
import java.util.stream.Stream;

/** Rules on databases that RDS enforces, but moto does not. */
final class DatabaseRules {
  private DatabaseRules() {}

  /**
   * RDS creates no read replica of an instance whose master password it manages itself, except for
   * SQL Server, and manages none of an instance that has one.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html">its
   *     limitations</a>
   */
  static Stream<String> managedPasswords(Plan plan) {
    return plan.resources("aws_db_instance")
        .filter(instance -> instance.values().path("manage_master_user_password").asBoolean(false))
        .map(instance -> instance.address() + " could have no read replica");
  }

  /** Without it RDS rejects every change of the major version. */
  static Stream<String> stuckVersions(Plan plan) {
    return plan.resources("aws_db_instance")
        .filter(instance -> !instance.values().path("allow_major_version_upgrade").asBoolean(false))
        .map(Resource::address);
  }
}
