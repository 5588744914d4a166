package dev.touchstone.deploy;

import static dev.touchstone.deploy.KubernetesObject.stream;
import static dev.touchstone.deploy.KubernetesObject.texts;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Rules for workflows, for what actionlint lets through. */
final class WorkflowRules {
  /**
   * A rule.
   *
   * @param faults what breaks it in a workflow, one line each
   */
  record WorkflowRule(String name, Function<Workflow, Stream<String>> faults) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<WorkflowRule> ALL =
      List.of(
          new WorkflowRule("actions are pinned to commits", WorkflowRules::pins),
          new WorkflowRule("local actions and scripts exist", WorkflowRules::local),
          new WorkflowRule("permissions are given by job", WorkflowRules::permissions),
          new WorkflowRule("runs don't overtake each other", WorkflowRules::concurrency),
          new WorkflowRule("jobs end", WorkflowRules::timeouts),
          new WorkflowRule("gates stop", WorkflowRules::gates),
          new WorkflowRule("commands contain no expression", WorkflowRules::expressions),
          new WorkflowRule("secrets are known", WorkflowRules::secrets),
          new WorkflowRule("credentials are not kept", WorkflowRules::checkout),
          new WorkflowRule("roles fit the token", WorkflowRules::roles));

  private static final Pattern PINNED =
      Pattern.compile("uses: [A-Za-z0-9-]+/[a-z0-9/-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+");

  private static final Pattern SCRIPT = Pattern.compile("\\.github/scripts/[a-z_]+\\.sh");
  private static final Pattern SECRET = Pattern.compile("secrets\\.([A-Za-z_]+)");
  private static final Pattern ROLE = Pattern.compile("-github-(plan|apply|deploy|push)$");

  /** The GitHub App that opens pull requests. AWS needs none: its roles trust GitHub's tokens. */
  private static final Set<String> SECRETS = Set.of("AUTOMATION_PRIVATE_KEY");

  private WorkflowRules() {}

  /** A tag may be moved to other code; the comment is for people and for Renovate. */
  private static Stream<String> pins(Workflow workflow) {
    return workflow
        .text()
        .lines()
        .map(line -> line.replaceFirst("^[ -]+", ""))
        .filter(line -> line.startsWith("uses:") && !line.startsWith("uses: ./.github/actions/"))
        .filter(line -> !PINNED.matcher(line).matches())
        .map(line -> "moves: " + line);
  }

  private static Stream<String> local(Workflow workflow) {
    Stream<String> scripts =
        SCRIPT
            .matcher(workflow.text())
            .results()
            .map(match -> match.group())
            .filter(script -> !Files.isExecutable(Repository.ROOT.resolve(script)))
            .map(script -> "does not exist: " + script);
    Stream<String> actions =
        workflow
            .steps()
            .filter(step -> step.path("uses").asString("").startsWith("./"))
            .flatMap(step -> {
              JsonNode inputs = Workflow.action(step.path("uses").asString()).json().path("inputs");
              Map<String, String> given = texts(step.path("with"));
              return Stream.concat(
                  given.keySet().stream()
                      .filter(input -> !inputs.has(input))
                      .map(input -> "no such input: " + input),
                  inputs.properties().stream()
                      .filter(input -> input.getValue().path("required").asBoolean(false))
                      .filter(input -> !given.containsKey(input.getKey()))
                      .map(input -> "missing input: " + input.getKey()));
            });
    return Stream.concat(scripts, actions);
  }

  private static Stream<String> permissions(Workflow workflow) {
    if (workflow.isAction()) {
      return Stream.empty();
    }
    JsonNode all = workflow.json().path("permissions");
    return Stream.concat(
        Stream.of("the workflow has permissions").filter(_ -> !all.isObject() || !all.isEmpty()),
        workflow.jobs().entrySet().stream()
            .filter(job -> !job.getValue().path("permissions").isObject())
            .map(job -> "without a list of permissions: " + job.getKey()));
  }

  private static Stream<String> concurrency(Workflow workflow) {
    return Stream.of("no concurrency")
        .filter(_ ->
            !workflow.isAction()
                && (!workflow.json().at("/concurrency/group").isString()
                    || !workflow.json().at("/concurrency/cancel-in-progress").isBoolean()));
  }

  private static Stream<String> timeouts(Workflow workflow) {
    return workflow.jobs().entrySet().stream()
        .filter(job -> job.getValue().path("timeout-minutes").asInt(0) < 1)
        .map(job -> "may run for six hours: " + job.getKey());
  }

  private static Stream<String> gates(Workflow workflow) {
    return Stream.concat(workflow.jobs().values().stream(), workflow.steps())
        .filter(part -> part.has("continue-on-error"))
        .map(part -> "goes on after a failure: " + part.path("name").asString(""));
  }

  /** Titles and branches are texts of strangers; and what a command contains is printed. */
  private static Stream<String> expressions(Workflow workflow) {
    return workflow
        .steps()
        .filter(step -> step.path("run").asString("").contains("${{"))
        .map(step -> "has an expression in a command: " + step.path("run").asString().strip());
  }

  private static Stream<String> secrets(Workflow workflow) {
    return SECRET
        .matcher(workflow.text())
        .results()
        .map(match -> match.group(1))
        .filter(secret -> !SECRETS.contains(secret))
        .map(secret -> "unknown secret: " + secret);
  }

  private static Stream<String> checkout(Workflow workflow) {
    return workflow
        .steps()
        .filter(step -> step.path("uses").asString("").startsWith("actions/checkout@"))
        .filter(step -> step.at("/with/persist-credentials").asBoolean(true))
        .map(_ -> "leaves its token in the checkout");
  }

  /** The module github-actions says which token may assume which role. */
  private static Stream<String> roles(Workflow workflow) {
    return workflow.jobs().entrySet().stream()
        .flatMap(job ->
            stream(job.getValue().path("steps"))
                .flatMap(WorkflowRules::role)
                .flatMap(role -> fits(job.getKey(), job.getValue(), role)));
  }

  private static Stream<String> role(JsonNode step) {
    String uses = step.path("uses").asString("");
    if (uses.equals("./.github/actions/terraform")) {
      return Stream.of(step.at("/with/role").asString(""));
    }
    if (!uses.startsWith("aws-actions/configure-aws-credentials@")) {
      return Stream.empty();
    }
    var match = ROLE.matcher(step.at("/with/role-to-assume").asString(""));
    return Stream.of(
        match.find() && !step.path("with").has("aws-access-key-id") ? match.group(1) : "");
  }

  private static Stream<String> fits(String name, JsonNode job, String role) {
    boolean gated = job.has("environment");
    boolean token = job.at("/permissions/id-token").asString("").equals("write");
    String fault =
        switch (role) {
          case "plan", "push" -> gated ? "is not for jobs of an environment" : "";
          case "apply", "deploy" -> gated ? "" : "needs the gate of an environment";
          default -> "is no role for workflows";
        };
    return Stream.of(
            fault.isEmpty() ? "" : name + ": the role '" + role + "' " + fault,
            token ? "" : name + ": id-token: write is missing")
        .filter(line -> !line.isEmpty());
  }
}
