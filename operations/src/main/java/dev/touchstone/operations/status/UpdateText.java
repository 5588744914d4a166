package dev.touchstone.operations.status;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is said to people, in both languages. */
final class UpdateText {
  /** What people read on a phone, in characters. */
  private static final int LONGEST_TEXT = 2000;

  private static final int LONGEST_TITLE = 120;

  @Option(
      names = "--text-en",
      required = true,
      paramLabel = "TEXT",
      description = "what people should know, in English")
  private String english = "";

  @Option(
      names = "--text-vi",
      required = true,
      paramLabel = "TEXT",
      description = "the same in Vietnamese")
  private String vietnamese = "";

  /** The texts, if they can be shown. */
  Words words(CommandSpec spec) {
    Words words = checked(spec, "--text", english, vietnamese, LONGEST_TEXT);
    if (words.en().equals(words.vi())) {
      throw new ParameterException(
          spec.commandLine(), "--text-en and --text-vi are the same. Write one in each language.");
    }
    return words;
  }

  /** A title, if it can be shown. */
  Words title(CommandSpec spec, String titleEnglish, String titleVietnamese) {
    return checked(spec, "--title", titleEnglish, titleVietnamese, LONGEST_TITLE);
  }

  private static Words checked(
      CommandSpec spec, String option, String english, String vietnamese, int longest) {
    return new Words(
        checked(spec, option + "-en", english, longest),
        checked(spec, option + "-vi", vietnamese, longest));
  }

  private static String checked(CommandSpec spec, String option, String text, int longest) {
    String stripped = text.strip();
    if (stripped.isEmpty()
        || stripped.length() > longest
        || stripped.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw new ParameterException(
          spec.commandLine(),
          "%s must have 1 to %d characters, without control characters."
              .formatted(option, longest));
    }
    return stripped;
  }
}
