package dev.touchstone.problempackage.reading;

import dev.touchstone.problempackage.FormatVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings that tests inherit from their folders. What one folder leaves out comes from above.
 *
 * @param problemArguments what a legacy {@code problem.yaml} puts before all validator arguments
 */
record TestSettings(
    List<String> problemArguments,
    List<String> validatorArguments,
    List<String> arguments,
    Optional<Boolean> fullFeedback,
    String hint) {

  static TestSettings ofProblem(FormatVersion version, YamlFile metadata) {
    List<String> flags =
        version == FormatVersion.LEGACY
            ? metadata.texts("validator_flags").orElse(List.of())
            : List.of();
    return new TestSettings(flags, List.of(), List.of(), Optional.empty(), "");
  }

  TestSettings with(FormatVersion version, YamlFile file) {
    return new TestSettings(
        problemArguments,
        (version == FormatVersion.LEGACY ? legacyFlags(file) : file.texts("output_validator_args"))
            .orElse(validatorArguments),
        file.texts("args").orElse(arguments),
        file.flag("full_feedback").or(() -> fullFeedback),
        file.text("hint").orElse(hint));
  }

  /** All arguments of the output validator. */
  List<String> allValidatorArguments() {
    List<String> all = new ArrayList<>(problemArguments);
    all.addAll(validatorArguments);
    return all;
  }

  /** Flags, or a map of the only validator with its flags. */
  private static Optional<List<String>> legacyFlags(YamlFile file) {
    String key = "output_validator_flags";
    return file.isObject(key) ? file.section(key).texts("flags") : file.texts(key);
  }
}
