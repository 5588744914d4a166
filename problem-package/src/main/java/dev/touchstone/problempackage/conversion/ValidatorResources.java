package dev.touchstone.problempackage.conversion;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Programs of ours that converted packages get as their validators. */
public final class ValidatorResources {
  /** Builds checker and interactor of testlib. */
  public static final String BUILD = "build";

  /** Calls them. */
  public static final String RUN = "run";

  private ValidatorResources() {}

  /** The text of a program. */
  public static String text(String name) throws IOException {
    try (InputStream resource =
        ValidatorResources.class.getResourceAsStream(
            "/dev/touchstone/problempackage/conversion/" + name)) {
      return new String(
          Objects.requireNonNull(resource, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
