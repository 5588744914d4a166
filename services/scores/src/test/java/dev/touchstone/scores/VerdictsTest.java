package dev.touchstone.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.judgeprotocol.Verdict;
import dev.touchstone.testing.ContractCheck;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A verdict that is added to the protocol is added to the contract, too. */
class VerdictsTest {
  private static final JsonNode SCHEMAS =
      new YAMLMapper()
          .readTree(ContractCheck.repository().resolve("contracts/scores.yaml").toFile())
          .at("/components/schemas");

  private static List<String> listed(String schema) {
    return SCHEMAS.path(schema).path("enum").valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void theContractListsThemAll() {
    List<String> verdicts = Arrays.stream(Verdict.values()).map(Verdict::name).toList();
    assertThat(listed("Verdict")).isEqualTo(verdicts);
  }
}
