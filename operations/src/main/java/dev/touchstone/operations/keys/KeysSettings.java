package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.config.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The settings of the command.
 *
 * @param site where keys and journal are
 * @param shell runs scripts on the bastion
 * @param privateKeys the private halves on this machine
 * @param terraform where Terraform takes the keys from
 * @param overlap how long both keys are valid
 * @param folder where private keys and reports are written
 */
record KeysSettings(
    Site site,
    BastionShell shell,
    PrivateKeys privateKeys,
    TerraformKeys terraform,
    Duration overlap,
    Path folder) {
  static final String[] HELP = {
    "  TOUCHSTONE_KEYS_STORE        where journal and public keys are: ssm:/PATH in",
    "                               Parameter Store, or a folder; by default",
    "                               ssm:/touchstone-ENVIRONMENT/bastion, in AWS_REGION",
    "  TOUCHSTONE_KEYS_FOLDER       where private keys are written on this machine;",
    "                               ~/.touchstone/keys by default",
    "  TOUCHSTONE_KEYS_PASSPHRASE_FILE  a file with their passphrase; asked for by default",
    "  TOUCHSTONE_KEYS_OVERLAP      how long both keys are valid; 168h by default",
    "  TOUCHSTONE_KEYS_REPOSITORY   OWNER/NAME on GitHub, whose environment ENVIRONMENT",
    "                               gets the secret BASTION_PUBLIC_KEY; needs gh",
    "  TOUCHSTONE_BASTION           HOST or HOST:PORT of the bastion",
    "  TOUCHSTONE_BASTION_KNOWN_HOSTS  the file with its host key; ~/.ssh/known_hosts",
    "  TOUCHSTONE_BASTION_USER      who signs in; tunnel by default",
    "  TOUCHSTONE_BASTION_INSTANCE  id of its instance, to end sessions in an emergency;",
    "  TOUCHSTONE_BASTION_SHELL     or a command that runs its input as root there"
  };

  private static final Pattern ADDRESS = Pattern.compile("([^:\\s]+)(?::([0-9]{1,5}))?");
  private static final String SSM = "ssm:";
  private static final int SSH_PORT = 22;

  /** Reads and checks all settings. */
  static KeysSettings read(Environment variables, String environment) {
    Path home = Path.of(System.getProperty("user.home"));
    Path folder =
        variables.optionalPath("TOUCHSTONE_KEYS_FOLDER").orElse(home.resolve(".touchstone/keys"));
    Path known =
        variables
            .optionalPath("TOUCHSTONE_BASTION_KNOWN_HOSTS")
            .orElse(home.resolve(".ssh/known_hosts"));
    String user = variables.text("TOUCHSTONE_BASTION_USER", "tunnel");
    Optional<SignIn> bastion =
        variables
            .optionalText("TOUCHSTONE_BASTION")
            .flatMap(text -> address(variables, text, user, known));
    Optional<Passphrase> passphrase =
        variables.optionalSecret("TOUCHSTONE_KEYS_PASSPHRASE").map(Passphrase::new);
    if (passphrase.filter(given -> !given.longEnough()).isPresent()) {
      variables.fault(Passphrase.tooShort());
    }
    // GitHub, GitLab and others set it. A private key must not come into being there.
    boolean ci = variables.optionalText("CI").isPresent();
    boolean person = passphrase.isPresent() || AskedPassphrase.canAsk();
    AskedPassphrase asked = new AskedPassphrase();
    TerraformKeys terraform = terraform(variables, environment);
    Duration overlap = variables.duration("TOUCHSTONE_KEYS_OVERLAP", Duration.ofDays(7));
    String store =
        variables.text(
            "TOUCHSTONE_KEYS_STORE", SSM + "/touchstone-%s/bastion".formatted(environment));
    Optional<String> instance = variables.optionalText("TOUCHSTONE_BASTION_INSTANCE");
    Optional<String> command = variables.optionalText("TOUCHSTONE_BASTION_SHELL");
    boolean aws = instance.isPresent() || store.startsWith(SSM);
    Optional<String> region = aws ? Optional.of(variables.text("AWS_REGION")) : Optional.empty();
    variables.finish();
    Optional<SsmClient> client = region.map(KeysSettings::client);
    return new KeysSettings(
        site(store, environment, client),
        shell(instance, command, client),
        new OpenSshKeys(folder, person && !ci, () -> passphrase.orElseGet(asked), bastion),
        terraform,
        overlap,
        folder);
  }

  private static TerraformKeys terraform(Environment variables, String environment) {
    return variables
        .optionalText("TOUCHSTONE_KEYS_REPOSITORY")
        .<TerraformKeys>map(repository -> new GitHubSecret("gh", repository, environment))
        .orElse(KeysSettings::byHand);
  }

  private static String byHand(List<PublicKey> keys) {
    return "TOUCHSTONE_KEYS_REPOSITORY is not set. If Terraform made the bastion, set its variable bastion_public_key to"
        + (keys.isEmpty() ? " null" : " these lines")
        + ", or the next apply undoes this:"
        + keys.stream().map(key -> "\n  " + key.line()).collect(Collectors.joining());
  }

  private static Site site(String store, String environment, Optional<SsmClient> client) {
    return store.startsWith(SSM)
        ? new ParameterStoreSite(client.orElseThrow(), store.substring(SSM.length()))
        : new FolderSite(Path.of(store).resolve(environment));
  }

  private static BastionShell shell(
      Optional<String> instance, Optional<String> command, Optional<SsmClient> client) {
    if (instance.isPresent()) {
      return new SystemsManagerShell(client.orElseThrow(), instance.orElseThrow());
    }
    return command
        .<BastionShell>map(text -> new CommandShell(List.of(text.split("\\s+"))))
        .orElse(script -> {
          throw new OperationFailed(
              "The sessions on the bastion can't be ended: set TOUCHSTONE_BASTION_INSTANCE to its id (an output of the"
                  + " root access), or TOUCHSTONE_BASTION_SHELL. Then run \"keys resume\".");
        });
  }

  private static SsmClient client(String region) {
    return SsmClient.builder()
        .region(Region.of(region))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static Optional<SignIn> address(
      Environment variables, String text, String user, Path known) {
    Matcher matcher = ADDRESS.matcher(text);
    if (!matcher.matches()) {
      variables.fault("TOUCHSTONE_BASTION is not HOST or HOST:PORT.");
      return Optional.empty();
    }
    int port = matcher.group(2) == null ? SSH_PORT : Integer.parseInt(matcher.group(2));
    return Optional.of(new SignIn(matcher.group(1), port, user, known));
  }
}
