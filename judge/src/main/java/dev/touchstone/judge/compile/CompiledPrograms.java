package dev.touchstone.judge.compile;

import dev.touchstone.judge.compile.Compilation.Compiled;
import dev.touchstone.judge.compile.Compilation.Failed;
import dev.touchstone.judge.compile.Submission.SourceFile;
import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.sandbox.Sandbox;
import dev.touchstone.problempackage.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles programs and keeps them, to be used again for the same sources: by a learner who runs
 * and then submits, by all submissions that one validator checks. A program is kept as it left its
 * own box, in a folder that boxes read and only the judge writes; other sources have another key,
 * so they can't change it. Programs stay until newer ones need the space, and are removed with the
 * sandbox. Thread-safe.
 */
public final class CompiledPrograms {
  /** Programs that are not in use take no more space on disk than this. */
  static final long MOST_BYTES = 256L << 20;

  /** Messages of compilers are kept in memory, 16 KiB at most each. */
  private static final int MOST = 500;

  private final CompilerWarmup warmup;
  private final Compiler compiler;
  private final long mostBytes;
  private final Map<Key, Shared> programs = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** Compiles in the boxes of a sandbox. */
  public CompiledPrograms(Sandbox sandbox) {
    this(sandbox, MOST_BYTES);
  }

  CompiledPrograms(Sandbox sandbox, long mostBytes) {
    BuildBox box = new BuildBox(sandbox);
    this.warmup = new CompilerWarmup(sandbox);
    this.compiler = new Compiler(box, warmup);
    this.mostBytes = mostBytes;
  }

  /** Warms up the compiler of a language as soon as a program needs it. */
  public void warmUpLater(Language language) {
    warmup.warmUpLater(language);
  }

  /** Warms up the compiler of a language, if its description says how. */
  public void warmUp(Language language) {
    warmup.warmUp(language);
  }

  /** Ids of the languages whose compilers are warmed up. */
  public Set<String> warmedUp() {
    return warmup.languages();
  }

  /** A result that is in use; close it after use. */
  public record Use(Compilation compilation, Runnable end) implements AutoCloseable {
    /** What was refused before it was compiled; it is not kept. */
    public static Use refused(String reason) {
      return new Use(new Failed(reason), () -> {});
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Everything that the result depends on.
   *
   * @param language empty for a program that brings its own script
   * @param compiler the compiler's files
   * @param sources the digest of names and contents
   * @param entryPoint what is started, if the author says so
   */
  private record Key(
      Optional<Language> language,
      List<String> compiler,
      Duration time,
      int compilerMemoryMib,
      int memoryMib,
      String sources,
      String entryPoint) {}

  private interface Compiling {
    Compilation compile() throws IOException;
  }

  /** Compiles sources in a language, unless the result is known. */
  public Use use(Submission submission, Limits limits, int memoryMib) throws IOException {
    Language language = submission.language();
    Key key =
        new Key(
            Optional.of(language),
            language.programFiles(),
            limits.compilation(),
            limits.compilationMemoryMib(),
            memoryMib,
            digest(submission.files()),
            submission.entryPoint());
    return use(key, () -> compiler.compile(submission, limits, memoryMib));
  }

  /**
   * The same for a program that brings the scripts {@code build} or {@code run}, which may use
   * every language of this machine.
   *
   * @param reads folders of the host that these languages need
   */
  public Use useOfScript(List<SourceFile> files, Limits limits, List<Path> reads)
      throws IOException {
    Key key =
        new Key(
            Optional.empty(),
            List.of(),
            limits.compilation(),
            limits.compilationMemoryMib(),
            0,
            digest(files),
            "");
    return use(key, () -> compiler.compileByScript(files, limits, reads));
  }

  private Use use(Key key, Compiling compiling) throws IOException {
    Shared shared = take(key);
    try {
      return new Use(shared.compilation(compiling), () -> giveBack(key, shared));
    } catch (IOException | RuntimeException e) {
      giveBack(key, shared);
      throw e;
    }
  }

  private Shared take(Key key) {
    synchronized (programs) {
      Shared shared = programs.computeIfAbsent(key, _ -> new Shared());
      shared.users++;
      return shared;
    }
  }

  private void giveBack(Key key, Shared shared) {
    synchronized (programs) {
      shared.users--;
      if (shared.users == 0 && shared.kept.isEmpty()) {
        programs.remove(key, shared);
      }
      removeOldest();
    }
  }

  private void removeOldest() {
    Iterator<Shared> oldestFirst = programs.values().iterator();
    while ((programs.size() > MOST || bytes > mostBytes) && oldestFirst.hasNext()) {
      Shared shared = oldestFirst.next();
      if (shared.users == 0) {
        oldestFirst.remove();
        bytes -= shared.bytes;
        shared.kept.ifPresent(CompiledPrograms::delete);
      }
    }
  }

  private static void delete(Compilation compilation) {
    if (compilation instanceof Compiled(Program program, String _)) {
      program.delete();
    }
  }

  /** One program and how many use it. */
  private final class Shared {
    private volatile Optional<Compilation> kept = Optional.empty();
    private int users; // guarded by programs
    private volatile long bytes;

    /** The first caller compiles; others wait, and compile in turn if nothing could be kept. */
    synchronized Compilation compilation(Compiling compiling) throws IOException {
      if (kept.isPresent()) {
        return kept.get();
      }
      Compilation compilation = compiling.compile();
      if (compilation instanceof Compiled(Program program, String _)) {
        bytes = size(program.folder());
      }
      if (!(compilation instanceof Failed(String _, boolean certain)) || certain) {
        kept = Optional.of(compilation);
        synchronized (programs) {
          CompiledPrograms.this.bytes += bytes;
        }
      }
      return compilation;
    }
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }

  private static String digest(List<SourceFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (SourceFile file : files) {
        byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
        digest.update(
            (name.length + " " + file.content().length + " ").getBytes(StandardCharsets.UTF_8));
        digest.update(name);
        digest.update(file.content());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
