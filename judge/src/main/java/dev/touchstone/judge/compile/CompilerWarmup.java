package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.BuildBox.Built;
import dev.touchstone.judge.compile.BuildBox.Recipe;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Language.Preparation;
import dev.touchstone.judge.sandbox.Folders;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warms up compilers, so that they start faster: javac gets an archive of the classes that it
 * loads, a compiler of C++ the headers that sources begin with. Each language's own command makes
 * what is needed, in a box, for the compiler of this machine and only from files of this machine.
 * It is kept as long as the sandbox, in folders that boxes only read. Where the warm-up fails, the
 * compiler runs without it. Thread-safe.
 */
final class CompilerWarmup {
  /** Where boxes see it. */
  static final String FOLDER = "/prepared";

  private static final Logger log = LoggerFactory.getLogger(CompilerWarmup.class);

  /** Of one result; all headers of C++ take 130 MB, and the usual ones 80 MB more. */
  private static final long DISK = 512L << 20;

  /** Of all headers. */
  private static final long MOST_BYTES = 768L << 20;

  /** An update of the machine's packages takes longer. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** How many sets of headers that came up once are remembered. */
  private static final int MOST_SEEN = 1000;

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
  private final Set<String> started = ConcurrentHashMap.newKeySet();
  private final PrecompiledHeaders headers = new PrecompiledHeaders(MOST_BYTES, PAUSE);
  private final Set<PrecompiledHeaders.Key> seen = new HashSet<>();
  private final Set<PrecompiledHeaders.Key> tried = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean busy = new AtomicBoolean();

  CompilerWarmup(Sandbox sandbox) {
    this.box = new BuildBox(sandbox, DISK);
  }

  /** The folder that was made for a language and sources that begin in this way. */
  Optional<Path> of(Language language, List<SourceFile> sources) {
    if (!language.preparesHeaders()) {
      return archive(language);
    }
    PrecompiledHeaders.Key key =
        new PrecompiledHeaders.Key(language.id(), leading(language, sources));
    if (key.headers().isEmpty() || !started.contains(language.id())) {
      return Optional.empty();
    }
    if (!headers.has(key)) {
      worthwhile(language, key).ifPresent(set -> prepareLater(language, set));
    }
    return headers.find(key, sources);
  }

  /** Ids of the languages whose compilers are warmed up. */
  Set<String> languages() {
    return new TreeSet<>(folders.keySet());
  }

  /**
   * Warms up the compiler of a language as soon as a program needs it, if its description says how:
   * that takes seconds, which a start doesn't have, and not every class uses every language.
   */
  void warmUpLater(Language language) {
    started.add(language.id());
  }

  /** The same at once, with the usual headers. */
  void warmUp(Language language) {
    if (language.preparesHeaders()) {
      warmUpLater(language);
      usualHeaders(language).forEach(set -> prepare(language, set));
    } else {
      makeArchive(language);
    }
  }

  /** What was made for a language; if nothing was tried yet, it is made for later programs. */
  private Optional<Path> archive(Language language) {
    Optional<Path> made = Optional.ofNullable(folders.get(language.id()));
    if (made.isEmpty() && started.contains(language.id())) {
      beginUnlessBusy(() -> {
        if (started.remove(language.id())) {
          makeArchive(language);
        }
      });
    }
    return made;
  }

  private void makeArchive(Language language) {
    language
        .preparation()
        .flatMap(preparation -> prepare(language, Compiler.sources(preparation.files())))
        .ifPresent(folder -> folders.put(language.id(), folder));
  }

  private static List<PrecompiledHeaders.Key> usualHeaders(Language language) {
    return language.preparation().map(Preparation::headers).orElse(List.of()).stream()
        .map(set -> new PrecompiledHeaders.Key(language.id(), Set.copyOf(set)))
        .toList();
  }

  private void prepareLater(Language language, PrecompiledHeaders.Key key) {
    if (!beginUnlessBusy(() -> prepare(language, key))) {
      tried.remove(key); // the headers will come up again
    }
  }

  /** Begins one thing at a time, in the background; the others come up again. */
  private boolean beginUnlessBusy(Runnable work) {
    if (!busy.compareAndSet(false, true)) {
      return false;
    }
    Thread.ofVirtual()
        .start(() -> {
          try {
            work.run();
          } finally {
            busy.set(false);
          }
        });
    return true;
  }

  private void prepare(Language language, PrecompiledHeaders.Key key) {
    Optional<Path> made = prepare(language, Compiler.sources(key.files()));
    if (made.isEmpty()) {
      return;
    }
    try {
      headers.add(key, made.get());
      folders.put(language.id(), made.get());
    } catch (IOException e) {
      Folders.delete(made.get());
      log.debug("The headers of {} can't be kept", language.name(), e);
    }
  }

  /** Runs the command of a language on files; what it says would be missing later, so it fails. */
  private Optional<Path> prepare(Language language, List<SourceFile> files) {
    Recipe recipe =
        new Recipe(
            language.prepareCommand(),
            Compiler.environment(language.environment()),
            Compiler.folders(language.needs().reads()));
    try {
      Built built = box.build(files, recipe, LIMITS);
      if (built.folder().isPresent() && (built.said().isBlank() || !language.preparesHeaders())) {
        return built.folder();
      }
      built.folder().ifPresent(Folders::delete);
      log.debug("The compiler of {} can't be warmed up: {}", language.name(), built.said());
    } catch (IOException | SandboxException | RejectedExecutionException e) {
      // The sandbox may have been closed meanwhile.
      log.debug("The compiler of {} can't be warmed up", language.name(), e);
    }
    return Optional.empty();
  }

  /** Usual headers of a program at once, others when they come up again. */
  private Optional<PrecompiledHeaders.Key> worthwhile(
      Language language, PrecompiledHeaders.Key key) {
    for (PrecompiledHeaders.Key usual : usualHeaders(language)) {
      if (usual.isWithin(key) && tried.add(usual) && !headers.has(usual)) {
        return Optional.of(usual);
      }
    }
    return isSeenAgain(key) ? Optional.of(key) : Optional.empty();
  }

  private boolean isSeenAgain(PrecompiledHeaders.Key key) {
    synchronized (seen) {
      if (seen.size() > MOST_SEEN) {
        seen.clear();
      }
      return !seen.add(key);
    }
  }

  /** The headers that all files which are compiled begin with. */
  private static Set<String> leading(Language language, List<SourceFile> sources) {
    return sources.stream()
        .filter(file -> language.compiles(file.name()))
        .map(file -> LeadingHeaders.of(file.content()))
        .reduce((one, other) -> {
          Set<String> both = new HashSet<>(one);
          both.retainAll(other);
          return both;
        })
        .orElse(Set.of());
  }
}
