package dev.touchstone.infrastructure;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;

/** What must hold of a root once it is applied, asked over the AWS API. */
interface RootChecks {
  /** The root's folder name. */
  String root();

  /**
   * The checks.
   *
   * @param handover what the root leaves to the roots after it
   */
  Stream<DynamicTest> checks(Aws aws, JsonNode handover);
}
