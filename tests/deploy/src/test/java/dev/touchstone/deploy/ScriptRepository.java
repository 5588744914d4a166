package dev.touchstone.deploy;

import dev.touchstone.deploy.Command.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A repository with the scripts of the workflows and the environments' files, with an origin, and
 * programs that stand in for those that would reach GitHub or AWS.
 */
final class ScriptRepository {
  private final Path folder;
  private final Path programs;

  private ScriptRepository(Path parent) {
    folder = parent.resolve("repository");
    programs = parent.resolve("programs");
  }

  /** Makes one in a folder. */
  static ScriptRepository create(Path parent) {
    ScriptRepository repository = new ScriptRepository(parent);
    try {
      Files.createDirectories(repository.programs);
      repository.take(".github/scripts");
      repository.take("deploy/argocd");
      repository.take("deploy/environments");
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
    repository
        .shell(
            """
            git init --quiet --template= --initial-branch main
            git init --quiet --template= --bare ../origin
            git config user.name test
            git config user.email test@example.org
            git remote add origin ../origin
            git add --all
            git commit --quiet --message first
            git push --quiet origin HEAD:main
            """)
        .orFail();
    return repository;
  }

  private void take(String name) throws IOException {
    Path source = Repository.ROOT.resolve(name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(Repository.ROOT.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Copies all of it. */
  ScriptRepository copy(Path parent) {
    Command.run(
            folder,
            List.of(
                "cp",
                "-r",
                folder.toString(),
                programs.toString(),
                folder + "/../origin",
                parent.toString()))
        .orFail();
    return new ScriptRepository(parent);
  }

  /** Commits everything; its id. */
  String commit(String message) {
    return shell(
            """
            git add --all
            git commit --quiet --allow-empty --message '%s'
            git rev-parse HEAD
            """
                .formatted(message))
        .orFail()
        .strip();
  }

  /** Pushes what is committed to main. */
  void push() {
    shell("git push --quiet origin HEAD:main").orFail();
  }

  /** A program on the path: a shell script, whose calls are kept. */
  void program(String name, String script) {
    try {
      Path program =
          Files.writeString(
              programs.resolve(name),
              "#!/bin/sh\necho \"" + name + " $*\" >>\"" + programs + "/calls\"\n" + script + "\n");
      program.toFile().setExecutable(true);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  /** The calls of programs so far. */
  String calls() {
    Path calls = programs.resolve("calls");
    return Files.exists(calls) ? Repository.read(calls) : "";
  }

  /** Runs a script of the workflows. */
  Ending run(String script, String... arguments) {
    List<String> words = new ArrayList<>(List.of(".github/scripts/" + script));
    words.addAll(List.of(arguments));
    return run(words);
  }

  Ending shell(String command) {
    return run(List.of("bash", "-euc", command));
  }

  private Ending run(List<String> words) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "env",
                "PATH=" + programs + ":" + System.getenv("PATH"),
                "GITHUB_REPOSITORY=owner/touchstone",
                "GIT_CONFIG_GLOBAL=/dev/null",
                "PAUSE_SECONDS=1"));
    all.addAll(words);
    return Command.run(folder, all);
  }

  String read(String file) {
    return Repository.read(folder.resolve(file));
  }

  void write(String file, String text) {
    try {
      Path target = folder.resolve(file);
      Files.createDirectories(target.getParent());
      Files.writeString(target, text);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
