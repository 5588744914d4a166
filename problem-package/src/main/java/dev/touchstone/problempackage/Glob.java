package dev.touchstone.problempackage;

import java.util.regex.Pattern;

/**
 * A pattern of {@code submissions.yaml}: {@code *} stands for anything within one name, braces for
 * alternatives; nothing else is special.
 */
public final class Glob {
  private final Pattern pattern;

  /** Reads a pattern; any text is one. */
  public Glob(String glob) {
    StringBuilder regex = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> regex.append("[^/]*");
        case '{' -> {
          depth++;
          regex.append("(?:");
        }
        case '}' -> {
          regex.append(depth > 0 ? ")" : "\\}");
          depth = Math.max(0, depth - 1);
        }
        case ',' -> regex.append(depth > 0 ? "|" : ",");
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    pattern = Pattern.compile(regex.append(")".repeat(depth)).toString());
  }

  /** Whether it matches the path or a folder above it. */
  public boolean matchesOrHolds(String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (pattern.matcher(path.substring(0, end)).matches()) {
        return true;
      }
    }
    return false;
  }
}
