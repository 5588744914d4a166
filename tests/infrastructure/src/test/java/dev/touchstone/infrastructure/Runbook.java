package dev.touchstone.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.infrastructure.Command.Ending;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the script of a runbook as Systems Manager would, which moto does not. */
final class Runbook {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String CALL =
      "\nimport json, sys\nprint(json.dumps(run(json.loads(sys.argv[1]), {})))\n";

  private Runbook() {}

  /** Runs the script that the account has under a name and returns its result. */
  static JsonNode run(Aws aws, String name) {
    JsonNode document =
        JSON.readTree(
            aws.client(SsmClient.builder()).getDocument(request -> request.name(name)).content());
    JsonNode inputs = document.at("/mainSteps/0/inputs");
    Ending ending =
        Command.run(
            Sources.TARGET,
            Map.of(
                "AWS_ENDPOINT_URL", aws.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_DEFAULT_REGION", "us-east-1"),
            List.of(
                Tools.python().toString(),
                "-c",
                inputs.path("Script").asString() + CALL,
                inputs.path("InputPayload").toString()));
    assertThat(ending.status()).as(ending.output()).isZero();
    return JSON.readTree(ending.output());
  }
}
