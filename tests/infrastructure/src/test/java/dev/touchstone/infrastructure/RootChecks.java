package dev.touchstone.infrastructure;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/** Checks of an applied root over the AWS API. */
interface RootChecks {
  /** The root's folder name. */
  String root();

  /**
   * The checks.
   *
   * @param handover the values that the root publishes for the roots after it
   */
  Stream<DynamicTest> checks(Aws aws, JsonNode handover);
}
