package dev.touchstone.operations.status;

import dev.touchstone.operations.process.FolderLock;
import dev.touchstone.operations.process.OperationFailed;
import dev.touchstone.platform.files.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Documents as files that everyone can read, as a web server does. */
final class FolderDocuments implements Documents {
  private final Path folder;

  /** Uses a folder, which is made if it is missing. */
  FolderDocuments(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Optional<Document> find(String name) {
    Path file = folder.resolve(name);
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String text = Files.readString(file);
      return Optional.of(new Document(text, text));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public boolean create(String name, String text) {
    return locked(() -> find(name).isEmpty() && write(name, text));
  }

  @Override
  public boolean replace(String name, Document read, String text) {
    return locked(() -> find(name).filter(read::equals).isPresent() && write(name, text));
  }

  @Override
  public List<String> names(String prefix) {
    Path part = folder.resolve(prefix);
    if (!Files.isDirectory(part)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(part)) {
      return files
          .map(file -> prefix + "/" + file.getFileName())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void publish(String name, String text, String contentType) {
    Object _ = locked(() -> write(name, text));
  }

  private boolean write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    DurableFile.writeReadable(file, text);
    return true;
  }

  private boolean locked(FolderLock.Change change) {
    try {
      Files.createDirectories(folder);
      return FolderLock.locked(folder, change);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private OperationFailed failure(IOException e) {
    return new OperationFailed(
        "%s can't be read or written: %s. Check its permissions.".formatted(folder, e.getMessage()),
        e);
  }
}
