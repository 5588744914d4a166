package dev.touchstone.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

class SchemaValuesTest {
  private static final int VALUES = 5;

  @ParameterizedTest
  @ValueSource(strings = {"user-management", "exercises", "scores"})
  void whatIsMadeForABodyIsAsTheContractSays(String service) {
    Contract contract = Contract.of(service);
    SchemaValues values = new SchemaValues(contract, new Random(1), _ -> Optional.empty());
    for (String operation : contract.operations()) {
      String[] parts = operation.split(" ", 2);
      JsonNode body = contract.resolved(contract.operation(parts[0], parts[1]).path("requestBody"));
      JsonNode schema = body.path("content").path("application/json").path("schema");
      for (int i = 0; i < VALUES && !schema.isMissingNode(); i++) {
        JsonNode value = values.of("", schema);
        assertThat(contract.differences(schema, value)).as(operation + " " + value).isEmpty();
      }
    }
  }

  @Test
  void aKnownValueIsUsedWhereItsSchemaPermitsIt() {
    Contract contract =
        Contract.parse(
            """
            components:
              schemas:
                Both:
                  type: object
                  required: [name, id]
                  properties:
                    name: {type: string}
                    id: {type: integer}
                  additionalProperties: false
            """);
    SchemaValues values =
        new SchemaValues(contract, new Random(1), _ -> Optional.of(StringNode.valueOf("known")));
    JsonNode value = values.of("", contract.schema("Both"));
    assertThat(value.path("name").asString()).isEqualTo("known");
    assertThat(value.path("id").isIntegralNumber()).isTrue();
  }

  @Test
  void mutationsNameTheirFaultAndCoverEveryField() {
    JsonNode valid = JsonMapper.shared().readTree("{\"a\":{\"b\":[1]}}");
    List<String> faults =
        JsonMutations.of(valid).stream().map(mutation -> mutation.get().fault()).toList();
    assertThat(faults)
        .contains("/a is null", "/a/b is missing", "/a/b/0 is NUL", "half a body", "two bodies")
        .doesNotHaveDuplicates();
  }
}
