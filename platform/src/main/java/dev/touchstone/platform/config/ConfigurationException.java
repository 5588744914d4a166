package dev.touchstone.platform.config;

import java.util.List;

/** The program can't start as it is configured; each fault is one line that explains what to do. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final List<String> faults;

  /**
   * Creates the exception from faults that may be shown to an operator; they contain no secrets.
   */
  public ConfigurationException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** Creates the exception from one fault. */
  public ConfigurationException(String fault) {
    this(List.of(fault));
  }

  /** Returns the faults, one line each. */
  public List<String> faults() {
    return faults;
  }
}
