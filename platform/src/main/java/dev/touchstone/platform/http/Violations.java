package dev.touchstone.platform.http;

import java.util.ArrayList;
import java.util.List;

/** Collects the invalid fields of a request, so that the caller sees all of them at once. */
public final class Violations {
  private final List<FieldError> errors = new ArrayList<>();

  /** Adds a fault unless the condition holds. */
  public Violations check(boolean holds, String field, String code, String message) {
    if (!holds) {
      errors.add(new FieldError(field, message, code));
    }
    return this;
  }

  /**
   * Ends the checks.
   *
   * @throws ProblemException 400 {@code invalid_request} if there was any fault
   */
  public void finish() {
    if (!errors.isEmpty()) {
      throw ProblemException.invalidRequest(errors);
    }
  }
}
