package dev.touchstone.problempackage.conversion;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.ForeignFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a package that is converted, and which of them were used, so that its author reads
 * of the others. Used by one thread.
 */
final class SourceFiles {
  /** How many files of a folder are named one by one. */
  private static final int NAMED = 3;

  /** How many files and folders are named in all. */
  private static final int SHOWN = 30;

  private final Path folder;
  private final String archive;
  private final Set<Path> used = new HashSet<>();
  private final List<SourceFiles> archives = new ArrayList<>();

  SourceFiles(Path folder) {
    this(folder, "");
  }

  private SourceFiles(Path folder, String archive) {
    this.folder = folder.normalize();
    this.archive = archive;
  }

  /** The files of an archive within the package, which was unpacked. */
  SourceFiles archive(Path unpacked, String name) {
    SourceFiles inner = new SourceFiles(unpacked, name);
    archives.add(inner);
    return inner;
  }

  void add(Path file) {
    used.add(file);
  }

  /** One warning for the package, and one for each archive in it. */
  List<Fault> unused() throws IOException {
    Map<String, List<String>> byFolder = new TreeMap<>();
    for (Path file : ForeignFiles.filesOf(folder)) {
      Path path = folder.relativize(file);
      if (!used.contains(file)) {
        String first = path.getNameCount() > 1 ? path.getName(0) + "/" : "";
        byFolder.computeIfAbsent(first, _ -> new ArrayList<>()).add(path.toString());
      }
    }
    List<String> names = new ArrayList<>();
    byFolder.forEach((first, files) -> {
      if (first.isEmpty() || files.size() <= NAMED) {
        names.addAll(files);
      } else {
        names.add(files.size() + " files in " + first);
      }
    });
    List<Fault> warnings = new ArrayList<>();
    if (!names.isEmpty()) {
      String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
      warnings.add(
          Fault.warning(
              archive,
              "not used: "
                  + String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
                  + more));
    }
    for (SourceFiles inner : archives) {
      warnings.addAll(inner.unused());
    }
    return warnings;
  }
}
