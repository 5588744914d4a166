package dev.touchstone.operations.secrets;

import dev.touchstone.operations.process.FolderLock;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Secrets as files that only their owner can read, in a folder that programs read from. */
final class FolderSecrets implements SecretStore {
  private final Path folder;

  FolderSecrets(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Optional<Entry> find(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String text = Files.readString(file);
      return text.isBlank() ? Optional.empty() : Optional.of(new Entry(text, text));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public boolean create(String name, String text) {
    return locked(() -> find(name).isEmpty() && write(name, text));
  }

  @Override
  public boolean replace(String name, Entry old, String text) {
    return locked(() -> find(name).filter(old::equals).isPresent() && write(name, text));
  }

  private boolean write(String name, String text) throws IOException {
    DurableFile.write(folder.resolve(name), text + "\n");
    return true;
  }

  private boolean locked(FolderLock.Change change) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return FolderLock.locked(folder, change);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private OperationFailed failure(IOException e) {
    return new OperationFailed(
        "%s can't be read or written: %s. Check TOUCHSTONE_SECRETS_STORE and its permissions."
            .formatted(folder, e.getMessage()),
        e);
  }
}
