package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.Aws;
import dev.touchstone.operations.process.OperationFailed;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Keys and journal of the bastion of Terraform's module, in Parameter Store. */
final class ParameterStoreSite implements Site {
  private final SsmClient client;
  private final String folder;

  /**
   * Uses the parameters of a bastion.
   *
   * @param folder their path, such as {@code /touchstone-prod/bastion}
   */
  ParameterStoreSite(SsmClient client, String folder) {
    this.client = client;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "Parameter Store, " + journal();
  }

  @Override
  public List<String> entries() {
    return Aws.call(() ->
        client.getParametersByPathPaginator(request -> request.path(journal())).stream()
            .flatMap(page -> page.parameters().stream())
            .sorted(Comparator.comparing(Parameter::name))
            .map(Parameter::value)
            .toList());
  }

  @Override
  public boolean append(int number, String entry) {
    return Aws.call(() -> {
      try {
        client.putParameter(request ->
            request
                .name("%s/%06d".formatted(journal(), number))
                .type(ParameterType.STRING)
                .overwrite(false)
                .value(entry));
        return true;
      } catch (ParameterAlreadyExistsException _) {
        return false;
      }
    });
  }

  @Override
  public String authorizedKeys() {
    return Aws.call(() -> {
      try {
        return client.getParameter(request -> request.name(keys())).parameter().value();
      } catch (ParameterNotFoundException _) {
        throw new OperationFailed(
            "The parameter %s does not exist: this bastion has no SSH. Set bastion_public_key of the root access and apply it first."
                .formatted(keys()));
      }
    });
  }

  @Override
  public void authorize(String authorized) {
    Object _ =
        Aws.call(() ->
            client.putParameter(request ->
                request.name(keys()).type(ParameterType.STRING).overwrite(true).value(authorized)));
  }

  private String keys() {
    return folder + "/authorized-keys";
  }

  private String journal() {
    return folder + "/rotations";
  }
}
