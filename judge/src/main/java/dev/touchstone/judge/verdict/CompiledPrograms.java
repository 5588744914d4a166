package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.verdict.Compilation.Compiled;
import dev.touchstone.judge.verdict.Compilation.Failed;
import dev.touchstone.judge.verdict.Submission.SourceFile;
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
import java.util.stream.Stream;

/**
 * What was compiled last, to be used again for the same sources: by a learner who runs and then
 * submits, by all submissions that one validator looks at. A program is kept just as it came out of
 * its own box, in a folder that boxes read and only the judge writes; sources of others can't reach
 * it, since they have another key. Kept until newer ones need the room, in the sandbox's folder,
 * with which all go. Thread-safe.
 */
final class CompiledPrograms {
  /** What is not in use takes no more room on disk than this. */
  static final long MOST_BYTES = 256L << 20;

  /** Messages of compilers are kept in memory, 16 KiB at most each. */
  private static final int MOST = 500;

  private final Compiler compiler;
  private final long mostBytes;
  private final Map<Key, Shared> programs = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  CompiledPrograms(Compiler compiler, long mostBytes) {
    this.compiler = compiler;
    this.mostBytes = mostBytes;
  }

  /** What came of compiling, in use; close it after use. */
  record Use(Compilation compilation, Runnable end) implements AutoCloseable {
    /** Something that is not kept. */
    static Use of(Failed failed) {
      return new Use(failed, () -> {});
    }

    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * All that what comes out depends on.
   *
   * @param language empty for a program that brings its own script
   * @param compiler which programs of the machine compile
   * @param sources the digest of names and contents
   */
  private record Key(
      Optional<Language> language,
      List<String> compiler,
      Duration time,
      int compilerMemoryMib,
      int memoryMib,
      String sources) {}

  private interface Compiling {
    Compilation compile() throws IOException;
  }

  /** Compiles sources in a language, unless it is known what comes out. */
  Use use(Submission submission, Limits limits, int memoryMib) throws IOException {
    Language language = submission.language();
    Key key =
        new Key(
            Optional.of(language),
            language.programFiles(),
            limits.compilation(),
            limits.compilationMemoryMib(),
            memoryMib,
            digest(submission.files()));
    return use(key, () -> compiler.compile(submission, limits, memoryMib));
  }

  /** The same for a program that brings the scripts {@code build} or {@code run}. */
  Use useOfScript(List<SourceFile> files, Limits limits) throws IOException {
    Key key =
        new Key(
            Optional.empty(),
            List.of(),
            limits.compilation(),
            limits.compilationMemoryMib(),
            0,
            digest(files));
    return use(key, () -> compiler.compileByScript(files, limits));
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

    /** Who comes first compiles; the others wait, and compile in turn if nothing could be kept. */
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
