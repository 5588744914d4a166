package dev.touchstone.judge.verdict;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.sandbox.SandboxException;
import dev.touchstone.problempackage.Constants;
import dev.touchstone.problempackage.ProblemPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The compiled validators of packages. Each is compiled once for many submissions, and known by its
 * sources, so that it does not matter where the package lies. The last ones used are kept, in the
 * sandbox's folder, with which they go. Thread-safe.
 */
final class ValidatorPrograms {
  /** A C++ validator with testlib takes seconds to compile and a megabyte to keep. */
  private static final int MOST_IDLE = 32;

  private final Compiler compiler;
  private final Languages languages;
  private final Map<String, Shared> programs = new LinkedHashMap<>(16, 0.75f, true);

  ValidatorPrograms(Compiler compiler, Languages languages) {
    this.compiler = compiler;
    this.languages = languages;
  }

  /** A validator in use; close it after use. */
  record Use(Program program, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Returns the validator of a package that has one, compiling it if need be.
   *
   * @throws SandboxException if it can't be compiled here
   */
  Use use(ProblemPackage problem) throws IOException {
    List<Submission.SourceFile> files =
        files(problem.validator().orElseThrow(), problem.constants());
    Shared shared = shared(digest(files));
    try {
      return new Use(shared.program(problem, files), () -> giveBack(shared));
    } catch (IOException | RuntimeException e) {
      giveBack(shared);
      throw e;
    }
  }

  private Shared shared(String digest) {
    synchronized (programs) {
      Shared shared = programs.computeIfAbsent(digest, _ -> new Shared());
      shared.users++;
      return shared;
    }
  }

  private void giveBack(Shared shared) {
    synchronized (programs) {
      shared.users--;
      removeIdle();
    }
  }

  private void removeIdle() {
    Iterator<Shared> oldestFirst = programs.values().iterator();
    while (programs.size() > MOST_IDLE && oldestFirst.hasNext()) {
      Shared shared = oldestFirst.next();
      if (shared.users == 0) {
        oldestFirst.remove();
        shared.programs.forEach(Program::close);
      }
    }
  }

  private final class Shared {
    private final List<Program> programs = new ArrayList<>();
    private int users;

    /** Who comes first compiles; the others wait. */
    synchronized Program program(ProblemPackage problem, List<Submission.SourceFile> files)
        throws IOException {
      if (programs.isEmpty()) {
        programs.add(compile(problem, files));
      }
      return programs.getFirst();
    }
  }

  private Program compile(ProblemPackage problem, List<Submission.SourceFile> files)
      throws IOException {
    List<String> names = files.stream().map(Submission.SourceFile::name).toList();
    boolean script = names.contains("build") || names.contains("run");
    Compilation compilation =
        script
            ? compiler.compileByScript(files, problem.limits())
            : compiler.compile(
                new Submission(language(names), files),
                problem.limits(),
                problem.limits().validationMemoryMib());
    return switch (compilation) {
      case Compilation.Compiled(Program program, String _) -> program;
      case Compilation.Failed(String output) ->
          throw new SandboxException("The validator does not compile: " + output);
    };
  }

  private Language language(List<String> names) {
    return languages
        .ofFiles(names.stream().filter(name -> !isNoSource(name)).toList())
        .flatMap(found -> languages.find(found.id()))
        .orElseThrow(() -> new SandboxException("The language of the validator is not installed."));
  }

  private static boolean isNoSource(String name) {
    return name.endsWith(".h") || name.endsWith(".hpp") || name.matches("(?i)(.*/)?readme[^/]*");
  }

  /** Python's name for the file to start comes first, which makes it the one to start here, too. */
  private static List<Submission.SourceFile> files(Path root, Constants constants)
      throws IOException {
    List<Path> paths;
    try (Stream<Path> tree = Files.walk(root)) {
      paths = tree.filter(Files::isRegularFile).sorted().toList();
    }
    List<Submission.SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      String name =
          Files.isDirectory(root)
              ? root.relativize(path).toString()
              : String.valueOf(path.getFileName());
      files.add(
          name.equals("__main__.py") ? 0 : files.size(),
          new Submission.SourceFile(name, SourceText.of(path, constants)));
    }
    return files;
  }

  private static String digest(List<Submission.SourceFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Submission.SourceFile file : files) {
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
