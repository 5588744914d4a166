package dev.touchstone.judge.language;

import dev.touchstone.platform.config.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds the descriptions: built-in ones beside this class, and an operator's in a folder. */
final class LanguageFiles {
  private static final String YAML = ".yaml";

  /** A built-in one, to find the folder or archive that contains them all. */
  private static final String ANCHOR = "python3" + YAML;

  private LanguageFiles() {}

  /**
   * Reads all descriptions, by id. One in the folder replaces the built-in one of the same name.
   *
   * @throws ConfigurationException if one is not valid, or the folder can't be read
   */
  static Map<String, Language> read(Optional<Path> folder) {
    Map<String, Language> languages = new TreeMap<>(builtIn());
    if (folder.isPresent()) {
      try {
        languages.putAll(in(folder.get()));
      } catch (IOException e) {
        throw new ConfigurationException(
            "The folder of languages " + folder.get() + " can't be read.");
      }
    }
    return languages;
  }

  private static Map<String, Language> builtIn() {
    URL anchor = Objects.requireNonNull(LanguageFiles.class.getResource(ANCHOR));
    try {
      URI uri = anchor.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return in(Objects.requireNonNull(Path.of(uri).getParent()));
      }
      try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of())) {
        String inside = uri.toString().substring(uri.toString().indexOf('!') + 1);
        return in(Objects.requireNonNull(archive.getPath(inside).getParent()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Language> in(Path folder) throws IOException {
    Map<String, Language> languages = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(YAML)) {
          String id = name.substring(0, name.length() - YAML.length());
          languages.put(id, LanguageFile.read(id, Files.readString(file)));
        }
      }
    }
    return languages;
  }
}
