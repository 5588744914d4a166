package dev.touchstone.exercises.exercise;

import dev.touchstone.platformdata.object.Digest;
import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.Interruption;
import dev.touchstone.problempackage.PackageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a package with their digests.
 *
 * @param root the folder they were found in
 * @param files in the order of their paths
 */
public record PackageTree(Path root, List<RevisionFile> files) {
  public PackageTree {
    files = List.copyOf(files);
  }

  /**
   * Reads every file of a folder. Links are not followed.
   *
   * @throws PackageException if it contains anything but folders and files
   */
  public static PackageTree of(Path root) throws IOException, PackageException {
    List<RevisionFile> files = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path file : contents(root)) {
      Interruption.check();
      String path = root.relativize(file).toString();
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        files.add(new RevisionFile(path, Digest.of(file), Files.size(file)));
      } else if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        faults.add(new Fault(path, "is neither a file nor a folder"));
      }
    }
    if (!faults.isEmpty()) {
      throw new PackageException(faults);
    }
    files.sort(Comparator.comparing(RevisionFile::path));
    return new PackageTree(root, files);
  }

  /** The digest of the whole: the same paths with the same contents. */
  public String digest() {
    String list =
        files.stream()
            .map(file -> file.path() + "\0" + file.sha256() + "\n")
            .collect(Collectors.joining());
    return Digest.of(list.getBytes(StandardCharsets.UTF_8));
  }

  Map<String, RevisionFile> byPath() {
    return files.stream().collect(Collectors.toMap(RevisionFile::path, Function.identity()));
  }

  private static List<Path> contents(Path root) throws IOException {
    try (Stream<Path> contents = Files.walk(root)) {
      return contents.toList();
    }
  }
}
