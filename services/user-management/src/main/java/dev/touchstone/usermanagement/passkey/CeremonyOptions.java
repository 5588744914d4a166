package dev.touchstone.usermanagement.passkey;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What browsers are asked with, in the form of the standard ({@code
 * PublicKeyCredentialCreationOptionsJSON} and {@code PublicKeyCredentialRequestOptionsJSON}), whose
 * names are in camel case.
 */
final class CeremonyOptions {
  private static final String TYPE = "public-key";

  private CeremonyOptions() {}

  /** To make a passkey that the device finds by itself later. */
  static Map<String, Object> toCreate(PasskeyService.Question question) {
    var user = Objects.requireNonNull(question.user());
    return Map.of(
        "rp",
        Map.of("id", question.party().id(), "name", "Touchstone"),
        "user",
        Map.of(
            "id",
            encode(Long.toString(user.id()).getBytes(StandardCharsets.US_ASCII)),
            "name",
            user.username(),
            "displayName",
            user.displayName()),
        "challenge",
        question.challenge(),
        "pubKeyCredParams",
        WebAuthn.ALGORITHMS.stream()
            .map(algorithm -> Map.of("type", TYPE, "alg", algorithm.getValue()))
            .toList(),
        "timeout",
        Challenges.LIFETIME.toMillis(),
        "excludeCredentials",
        question.known().stream().map(id -> Map.of("type", TYPE, "id", encode(id))).toList(),
        "authenticatorSelection",
        Map.of(
            "residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
        "attestation",
        "none");
  }

  /** To sign in with any passkey that the device has for this host. */
  static Map<String, Object> toGet(PasskeyService.Question question) {
    return Map.of(
        "rpId",
        question.party().id(),
        "challenge",
        question.challenge(),
        "timeout",
        Challenges.LIFETIME.toMillis(),
        "allowCredentials",
        List.of(),
        "userVerification",
        "required");
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
