package dev.touchstone.scores.judging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that judges know, and the file that a single source is put into. */
enum SourceLanguage {
  C("main.c"),
  CPP("main.cpp"),
  JAVA("Main.java"),
  JAVASCRIPT("main.js"),
  PYTHON3("main.py");

  private final String mainFile;

  SourceLanguage(String mainFile) {
    this.mainFile = mainFile;
  }

  /** The name on the wire. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String mainFile() {
    return mainFile;
  }

  static Optional<SourceLanguage> of(String id) {
    return Arrays.stream(values()).filter(language -> language.id().equals(id)).findFirst();
  }
}
