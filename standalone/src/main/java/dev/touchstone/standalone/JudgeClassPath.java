package dev.touchstone.standalone;

import dev.touchstone.judge.command.JudgeCommand;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The judge's own libraries among those of this program: no database driver is one of them. */
final class JudgeClassPath {
  static final String MAIN = JudgeCommand.class.getName();

  private JudgeClassPath() {}

  /** The class path of the judge. Its jar lists its libraries, which lie beside it here. */
  static String find() {
    Path jar = location();
    if (!Files.isRegularFile(jar)) {
      return System.getProperty("java.class.path"); // not packaged: started from an IDE
    }
    Stream<Path> libraries =
        libraries(jar).map(name -> jar.resolveSibling(name.substring(name.lastIndexOf('/') + 1)));
    return Stream.concat(Stream.of(jar), libraries)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path location() {
    try {
      return Path.of(
          JudgeCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> libraries(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      String list = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return Stream.of(list.split(" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
