package dev.touchstone.problempackage;

import java.util.Optional;

/** The versions of the problem package format that we read. */
public enum FormatVersion {
  /** From before versions had names; most published packages still use it. */
  LEGACY("problem_statement", "output_validators", "testdata.yaml"),
  /** 2023-07, also named 2023-07-draft. */
  V2023_07("statement", "output_validator", "test_group.yaml"),
  /** 2025-09. */
  V2025_09("statement", "output_validator", "test_group.yaml");

  private final String statementFolder;
  private final String validatorFolder;
  private final String settingsFile;

  FormatVersion(String statementFolder, String validatorFolder, String settingsFile) {
    this.statementFolder = statementFolder;
    this.validatorFolder = validatorFolder;
    this.settingsFile = settingsFile;
  }

  /** Reads {@code problem_format_version}. */
  public static Optional<FormatVersion> of(String text) {
    return switch (text) {
      case "legacy", "legacy-icpc" -> Optional.of(LEGACY);
      case "2023-07", "2023-07-draft" -> Optional.of(V2023_07);
      case "2025-09", "2025-09-draft" -> Optional.of(V2025_09);
      default -> Optional.empty();
    };
  }

  /** The folder with the statement in every locale. */
  public String statementFolder() {
    return statementFolder;
  }

  /** The folder with the output validator. */
  public String validatorFolder() {
    return validatorFolder;
  }

  /** The file in a folder of tests that sets how they are judged. */
  public String settingsFile() {
    return settingsFile;
  }
}
