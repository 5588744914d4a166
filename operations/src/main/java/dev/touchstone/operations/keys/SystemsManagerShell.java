package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.Aws;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.process.Program;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.CommandInvocationStatus;
import software.amazon.awssdk.services.ssm.model.GetCommandInvocationResponse;
import software.amazon.awssdk.services.ssm.model.InvocationDoesNotExistException;

/** Runs scripts on the bastion with Systems Manager, which needs neither SSH nor a key. */
final class SystemsManagerShell implements BastionShell {
  private static final Duration SCRIPT_TIME = Duration.ofMinutes(1);

  private final SsmClient client;
  private final String instance;

  SystemsManagerShell(SsmClient client, String instance) {
    this.client = client;
    this.instance = instance;
  }

  @Override
  public String run(String script) {
    return Aws.call(() -> {
      String command =
          client
              .sendCommand(request ->
                  request
                      .instanceIds(instance)
                      .documentName("AWS-RunShellScript")
                      .parameters(Map.of("commands", List.of(script)))
                      .timeoutSeconds((int) SCRIPT_TIME.toSeconds()))
              .command()
              .commandId();
      return outputOf(command);
    });
  }

  private String outputOf(String command) {
    long end = System.nanoTime() + SCRIPT_TIME.toNanos();
    while (System.nanoTime() < end) {
      try {
        GetCommandInvocationResponse answer =
            client.getCommandInvocation(request -> request.commandId(command).instanceId(instance));
        if (answer.status() == CommandInvocationStatus.SUCCESS) {
          return answer.standardOutputContent();
        }
        if (answer.status() != CommandInvocationStatus.PENDING
            && answer.status() != CommandInvocationStatus.IN_PROGRESS
            && answer.status() != CommandInvocationStatus.DELAYED) {
          throw new OperationFailed(
              "The command %s failed on %s: %s"
                  .formatted(command, instance, answer.standardErrorContent().strip()));
        }
      } catch (InvocationDoesNotExistException _) {
        // known to Systems Manager a moment after it was sent
      }
      Program.pause();
    }
    throw new OperationFailed(
        "The command %s did not end on %s in time. Check the instance in Systems Manager."
            .formatted(command, instance));
  }
}
