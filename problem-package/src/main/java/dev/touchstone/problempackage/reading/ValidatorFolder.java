package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.Fault;
import dev.touchstone.problempackage.FormatVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the output validator of a package. */
final class ValidatorFolder {
  private final Path root;
  private final FormatVersion version;
  private final Metadata metadata;
  private final List<Fault> faults;

  ValidatorFolder(Path root, FormatVersion version, Metadata metadata, List<Fault> faults) {
    this.root = root;
    this.version = version;
    this.metadata = metadata;
    this.faults = faults;
  }

  Optional<Path> find(IniFile ini) throws IOException {
    if (Files.isDirectory(root.resolve("static_validator"))) {
      faults.add(
          new Fault(
              "static_validator",
              "is not supported: programs are judged by what they do, not by their text"));
    }
    String name = folderName();
    Path folder = root.resolve(name);
    boolean wanted =
        version == FormatVersion.LEGACY ? metadata.customValidation() : Files.isDirectory(folder);
    if (!wanted) {
      checkDefault(ini);
      return Optional.empty();
    }
    if (!Files.isDirectory(folder)) {
      faults.add(new Fault(name, "is missing, though validation is custom"));
      checkPrograms(ini);
      return Optional.empty();
    }
    return program(name, folder);
  }

  /** A legacy package may have the name of the later versions, as other judges allow. */
  private String folderName() {
    String later = FormatVersion.V2025_09.validatorFolder();
    boolean only =
        !Files.isDirectory(root.resolve(version.validatorFolder()))
            && Files.isDirectory(root.resolve(later));
    if (version == FormatVersion.LEGACY && only && metadata.customValidation()) {
      faults.add(
          Fault.warning(
              later, "is taken, though this version calls it " + version.validatorFolder()));
      return later;
    }
    return version.validatorFolder();
  }

  /** The default validator can neither interact with the program nor ask for another run. */
  private void checkDefault(IniFile ini) {
    for (String type : List.of("interactive", "multi-pass")) {
      if (metadata.is(type)) {
        faults.add(
            new Fault(version.validatorFolder(), "is missing, though the problem is " + type));
      }
    }
    checkPrograms(ini);
  }

  private void checkPrograms(IniFile ini) {
    for (String key : List.of("special_compare", "special_run")) {
      ini.value(key)
          .filter(value -> !value.equals("compare") && !value.equals("run"))
          .ifPresent(value ->
              faults.add(
                  new Fault(
                      IniFile.NAME,
                      ini.line(key),
                      key
                          + " names "
                          + value
                          + ", a program from another system; put it into "
                          + version.validatorFolder())));
    }
  }

  private Optional<Path> program(String name, Path folder) throws IOException {
    List<Path> programs = PackageReader.children(folder);
    if (programs.isEmpty()) {
      faults.add(new Fault(name, "is empty"));
      return Optional.empty();
    }
    List<Path> folders = programs.stream().filter(Files::isDirectory).toList();
    boolean files = programs.size() > folders.size();
    if (version == FormatVersion.LEGACY && folders.size() > 1 && !files) {
      faults.add(new Fault(name, "contains several validators; only one is supported"));
    }
    // A folder of folders is the legacy form: each of them is a program.
    return Optional.of(!files ? folders.getFirst() : folder);
  }
}
