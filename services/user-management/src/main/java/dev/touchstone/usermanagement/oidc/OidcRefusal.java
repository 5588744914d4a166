package dev.touchstone.usermanagement.oidc;

/** Why a sign-in with the provider failed; the sign-in page has words for the code. */
final class OidcRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  OidcRefusal(String code) {
    // No stack trace: this is an answer, not a failure of the program.
    super(code, null, false, false);
    this.code = code;
  }

  String code() {
    return code;
  }
}
