package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.BuildBox.Built;
import dev.touchstone.judge.compile.BuildBox.Recipe;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.sandbox.SandboxException;
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
 * Warms up compilers, so that they start faster: javac, for example, gets an archive of the classes
 * that it loads. Each language's own command makes what is needed, in a box, for the compiler of
 * this machine. It is kept as long as the sandbox, in a folder that boxes only read. Where the
 * warm-up fails, the compiler runs without it. Thread-safe.
 */
final class CompilerWarmup {
  /** Where boxes see it. */
  static final String FOLDER = "/prepared";

  private static final Logger log = LoggerFactory.getLogger(CompilerWarmup.class);

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

  CompilerWarmup(BuildBox box) {
    this.box = box;
  }

  /** The folder that was made for a language. */
  Optional<Path> of(Language language) {
    return Optional.ofNullable(folders.get(language.id()));
  }

  /** Ids of the languages whose compilers are warmed up. */
  Set<String> languages() {
    return new TreeSet<>(folders.keySet());
  }

  /** Warms up the compiler of a language, if its description says how. */
  void warmUp(Language language) {
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
              () ->
                  log.debug(
                      "The compiler of {} can't be warmed up: {}", language.name(), built.said()));
    } catch (IOException | SandboxException e) {
      log.debug("The compiler of {} can't be warmed up", language.name(), e);
    }
  }
}
