package dev.touchstone.problempackage.yaml;

import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the YAML of a package. The bounds keep the work linear: readers call themselves for each
 * level, match values against patterns that do so for each word, and remember the path of keys that
 * leads to each value.
 */
public final class BoundedYaml {
  private static final int DEEPEST = 16;
  private static final int LONGEST_KEY = 300;
  private static final int LONGEST_VALUE = 8 * 1024;
  private static final int LONGEST_NUMBER = 100;
  private static final int MOST_VALUES = 20_000;

  /** More than a file has: the scanner copies what it has read each time that it reads more. */
  private static final int BUFFER = 1 << 20;

  /** What the fault of an exceeding file says. */
  public static final String BOUNDS =
      "exceeds the bounds of YAML in a package: "
          + DEEPEST
          + " levels, keys of "
          + LONGEST_KEY
          + " characters, texts of "
          + LONGEST_VALUE
          + ", and "
          + MOST_VALUES
          + " values";

  /** Reads within the bounds; a key that occurs twice is an error. */
  public static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .loadSettings(
                      LoadSettings.builder()
                          .setBufferSize(BUFFER)
                          .setCodePointLimit(4 * BUFFER)
                          .build())
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNameLength(LONGEST_KEY)
                          .maxStringLength(LONGEST_VALUE)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxTokenCount(MOST_VALUES)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private BoundedYaml() {}

  /** Whether a file exceeds the bounds, and is not wrong otherwise. */
  public static boolean exceeds(JacksonException e) {
    return e instanceof StreamConstraintsException;
  }
}
