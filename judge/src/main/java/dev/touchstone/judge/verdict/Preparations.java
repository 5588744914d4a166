package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.judge.verdict.BuildBox.Built;
import dev.touchstone.judge.verdict.BuildBox.Recipe;
import dev.touchstone.problempackage.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lets compilers start faster, such as an archive of the classes that javac loads. Each is
 * made by its language's own command, in a box, for the compiler that is there; it is kept as long
 * as the sandbox, in a folder that boxes only read. Where that fails compilers run as without it.
 * Thread-safe.
 */
final class Preparations {
  /** Where boxes see it. */
  static final String FOLDER = "/prepared";

  private static final Logger log = LoggerFactory.getLogger(Preparations.class);

  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(60),
          2048,
          1,
          1024,
          Duration.ofSeconds(60),
          2048,
          Duration.ofSeconds(60),
          2048,
          1,
          1);

  private final BuildBox box;
  private final Map<String, Path> folders = new ConcurrentHashMap<>();

  Preparations(BuildBox box) {
    this.box = box;
  }

  /** What there is for a language. */
  Optional<Path> of(Language language) {
    return Optional.ofNullable(folders.get(language.id()));
  }

  /** Ids of the languages that are prepared. */
  Set<String> languages() {
    return new TreeSet<>(folders.keySet());
  }

  /** Prepares a language, if its description says how. */
  void prepare(Language language) {
    if (language.preparation().isEmpty()) {
      return;
    }
    Recipe recipe =
        new Recipe(
            language.prepareCommand(),
            Compiler.environment(language.environment()),
            Compiler.folders(language.needs().reads()));
    try {
      Built built =
          box.build(Compiler.sources(language.preparation().get().files()), recipe, LIMITS);
      built
          .folder()
          .ifPresentOrElse(
              folder -> folders.put(language.id(), folder),
              () -> log.debug("{} starts no faster: {}", language.name(), built.said()));
    } catch (IOException | SandboxException e) {
      log.debug("{} starts no faster", language.name(), e);
    }
  }
}
