package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Keys and journal of a bastion without AWS, in a folder that its sshd reads. */
final class FolderSite implements Site {
  private final Path folder;
  private final Path journal;

  /** Uses a folder, which is made if it is missing. */
  FolderSite(Path folder) {
    this.folder = folder;
    this.journal = folder.resolve("rotations");
  }

  @Override
  public String name() {
    return journal.toString();
  }

  @Override
  public List<String> entries() {
    if (!Files.isDirectory(journal)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(journal)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d{6}[.]json"))
          .sorted()
          .map(FolderSite::read)
          .toList();
    } catch (IOException e) {
      throw failure(journal, e);
    }
  }

  @Override
  public boolean append(int number, String entry) {
    Path fresh = journal.resolve("fresh-" + UUID.randomUUID());
    try {
      Files.createDirectories(journal);
      DurableFile.write(fresh, entry);
      // A link appears at once and completely, and only if the name is free.
      Files.createLink(journal.resolve("%06d.json".formatted(number)), fresh);
      Files.delete(fresh);
      DurableFile.sync(journal);
      return true;
    } catch (FileAlreadyExistsException _) {
      deleteFresh(fresh);
      return false;
    } catch (IOException e) {
      throw failure(journal, e);
    }
  }

  @Override
  public String authorizedKeys() {
    Path file = authorizedKeysFile();
    return Files.exists(file) ? read(file) : "";
  }

  @Override
  public void authorize(String keys) {
    Path file = authorizedKeysFile();
    try {
      Files.createDirectories(folder);
      // sshd reads it as another user; public keys are no secret.
      DurableFile.writeReadable(file, keys);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private Path authorizedKeysFile() {
    return folder.resolve("authorized-keys");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static void deleteFresh(Path fresh) {
    try {
      Files.deleteIfExists(fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OperationFailed failure(Path file, IOException e) {
    return new OperationFailed(
        "%s can't be read or written: %s. Check TOUCHSTONE_KEYS_STORE and its permissions."
            .formatted(file, e.getMessage()),
        e);
  }
}
