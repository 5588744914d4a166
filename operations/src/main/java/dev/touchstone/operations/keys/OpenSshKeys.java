package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.operations.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Private keys as files of OpenSSH, each encrypted with a passphrase. They never leave the folder,
 * and no key is made in a CI, whose machines and logs belong to others.
 */
final class OpenSshKeys implements PrivateKeys {
  /** Rounds of the key derivation; each guess of the passphrase costs as many. */
  static final int ROUNDS = 100;

  private static final Duration TIME = Duration.ofMinutes(1);

  private final Path folder;
  private final boolean mayGenerate;
  private final Supplier<Passphrase> passphrase;
  private final Optional<SignIn> bastion;

  /**
   * Uses the keys in a folder.
   *
   * @param mayGenerate whether a person is here who will keep the private key
   * @param passphrase asked for when it is needed
   * @param bastion how to sign in to it, if that is known
   */
  OpenSshKeys(
      Path folder, boolean mayGenerate, Supplier<Passphrase> passphrase, Optional<SignIn> bastion) {
    this.folder = folder;
    this.mayGenerate = mayGenerate;
    this.passphrase = passphrase;
    this.bastion = bastion;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public boolean mayGenerate() {
    return mayGenerate;
  }

  @Override
  public boolean has(String id) {
    return Files.exists(file(id)) && Files.exists(publicFile(id));
  }

  @Override
  public PublicKey generate(String id) {
    Path fresh = folder.resolve(id + ".new");
    Path freshPublic = folder.resolve(id + ".new.pub");
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      if (!has(id)) {
        Files.deleteIfExists(fresh);
        Files.deleteIfExists(freshPublic);
        List<String> command =
            List.of(
                "ssh-keygen",
                "-q",
                "-t",
                "ed25519",
                "-a",
                Integer.toString(ROUNDS),
                "-C",
                id,
                "-f",
                fresh.toString());
        String _ =
            passphrase
                .get()
                .with(environment -> Program.run(command, environment, "", TIME))
                .required("ssh-keygen");
        Files.move(freshPublic, publicFile(id), StandardCopyOption.ATOMIC_MOVE);
        Files.move(fresh, file(id), StandardCopyOption.ATOMIC_MOVE);
      }
      return PublicKey.parse(Files.readString(publicFile(id)));
    } catch (IOException e) {
      throw new OperationFailed(
          "%s can't be written: %s. Check TOUCHSTONE_KEYS_FOLDER."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  @Override
  public void tryOut(String id, PublicKey key) {
    int rounds = PrivateKeyFile.rounds(file(id));
    if (rounds < ROUNDS) {
      throw new OperationFailed(
          "%s is encrypted with %d rounds, not %d. Delete it and run this again."
              .formatted(file(id), rounds, ROUNDS));
    }
    TrialServer.accept(key, server -> server.require(file(id), passphrase.get()));
  }

  @Override
  public void signIn(String id) {
    bastion
        .orElseThrow(() ->
            new OperationFailed(
                "The bastion's address is not known. Set TOUCHSTONE_BASTION to its host name, or host:port."))
        .require(file(id), passphrase.get());
  }

  private Path file(String id) {
    return folder.resolve(id);
  }

  private Path publicFile(String id) {
    return folder.resolve(id + ".pub");
  }
}
