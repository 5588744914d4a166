package dev.touchstone.judgeprotocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** How compiling ended, and what the compiler wrote. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompileReport(boolean ok, @Nullable String output) {
  /** Where the output is cut, in characters. */
  public static final int LONGEST = 32 * 1024;

  /** Cuts the output. */
  public CompileReport {
    output = Cut.text(output, LONGEST);
  }
}
