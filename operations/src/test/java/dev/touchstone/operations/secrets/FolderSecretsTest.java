package dev.touchstone.operations.secrets;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderSecretsTest implements SecretStoreContract {
  @TempDir Path folder;

  @Override
  public SecretStore store() {
    return new FolderSecrets(folder.resolve("secrets"));
  }
}
