package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the editor's first text of each language: from the format's {@code attachments/templates},
 * and from {@code starter}, which wins.
 */
final class StarterCode {
  private static final String TEMPLATES = "attachments/templates";
  private static final String OWN = "starter";
  private final Path root;
  private final List<Fault> faults;

  StarterCode(Path root, List<Fault> faults) {
    this.root = root;
    this.faults = faults;
  }

  Map<String, String> read() throws IOException {
    Map<String, String> code = new LinkedHashMap<>();
    for (String parent : List.of(TEMPLATES, OWN)) {
      Path folder = root.resolve(parent);
      if (Files.isDirectory(folder)) {
        for (Path language : PackageReader.children(folder)) {
          read(parent, language, code);
        }
      }
    }
    return code;
  }

  private void read(String parent, Path language, Map<String, String> code) throws IOException {
    String id = String.valueOf(language.getFileName());
    String place = parent + "/" + id;
    boolean template = parent.equals(TEMPLATES);
    if (template && id.equals("default")) {
      faults.add(Fault.warning(place, "is offered for download only: it is for no language"));
      return;
    }
    List<Path> files = Files.isDirectory(language) ? PackageReader.children(language) : List.of();
    if (files.size() != 1 || !Files.isRegularFile(files.getFirst())) {
      faults.add(
          template
              ? Fault.warning(place, "is not used: the editor has one file")
              : new Fault(place, "must be a folder with one file"));
      return;
    }
    TextFile.read(root, files.getFirst(), faults).ifPresent(text -> code.put(id, text));
  }
}
