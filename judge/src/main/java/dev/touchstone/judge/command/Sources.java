package dev.touchstone.judge.command;

import dev.touchstone.judge.language.Language;
import dev.touchstone.judge.language.Languages;
import dev.touchstone.judge.verdict.Submission;
import dev.touchstone.judge.verdict.Submission.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads source files as a submission. */
final class Sources {
  private Sources() {}

  /** The language of the files, installed or not; by name if one is given. */
  static Optional<Language> language(
      Languages languages, List<Path> files, Optional<String> given) {
    if (given.isPresent()) {
      return Optional.ofNullable(languages.all().get(given.get())).map(Languages.Found::language);
    }
    return languages.ofFiles(names(files));
  }

  static Submission read(Language language, List<Path> files) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new SourceFile(file.getFileName().toString(), Files.readAllBytes(file)));
    }
    return new Submission(language, sources);
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }
}
