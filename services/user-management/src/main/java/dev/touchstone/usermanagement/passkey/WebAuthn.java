package dev.touchstone.usermanagement.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.touchstone.platform.http.ProblemException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and checks what devices answer, with webauthn4j. Makers of devices are not checked (no
 * attestation): any device of the user will do. Thread-safe.
 */
final class WebAuthn {
  private static final Logger log = LoggerFactory.getLogger(WebAuthn.class);

  /** What every device signs with at least one of. */
  static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private static final List<PublicKeyCredentialParameters> PARAMETERS =
      ALGORITHMS.stream()
          .map(algorithm ->
              new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
          .toList();

  /** The standard's limit for ids. */
  private static final int LONGEST_ID = 1023;

  /** In bytes; the keys of real devices have a few hundred. */
  private static final int LARGEST_CREDENTIAL = 8192;

  private final RelyingParty party;
  private final WebAuthnManager manager;
  private final AttestedCredentialDataConverter credentials;

  WebAuthn(RelyingParty party) {
    this.party = party;
    ObjectConverter converter = new ObjectConverter();
    this.manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    this.credentials = new AttestedCredentialDataConverter(converter);
  }

  /** A passkey that was made, checked. */
  public record Registered(
      byte[] credentialId,
      byte[] credential,
      long signCount,
      boolean backupEligible,
      boolean backedUp) {}

  /** A sign-in that was checked. */
  public record Proven(long signCount, boolean backedUp) {}

  /** Reads a new passkey, which is not checked yet. */
  RegistrationData readRegistration(String json) {
    return reading(() -> manager.parseRegistrationResponseJSON(json));
  }

  /** Reads a sign-in, which is not checked yet. */
  AuthenticationData readAuthentication(String json) {
    return reading(() -> manager.parseAuthenticationResponseJSON(json));
  }

  /** The challenge that was answered. */
  static byte[] challenge(@Nullable CollectedClientData client) {
    return reading(() -> required(client).getChallenge().getValue());
  }

  /** By which the device knows its passkey. */
  @SuppressWarnings(
      "NullAway") // the library's older annotation reads as an array of nullable bytes
  static byte[] credentialId(AuthenticationData data) {
    byte @Nullable [] id = data.getCredentialId();
    if (id == null) {
      throw invalid();
    }
    return id;
  }

  /**
   * Checks a new passkey for its own challenge, which the caller has checked.
   *
   * @throws ProblemException 403 {@code passkey_invalid}
   */
  Registered check(RegistrationData data) {
    return reading(() -> {
      byte[] challenge = challenge(data.getCollectedClientData());
      var parameters = new RegistrationParameters(server(challenge), PARAMETERS, true, true);
      var attestation = required(manager.verify(data, parameters).getAttestationObject());
      AuthenticatorData<?> device = attestation.getAuthenticatorData();
      AttestedCredentialData credential = required(device.getAttestedCredentialData());
      byte[] id = credential.getCredentialId();
      byte[] stored = credentials.convert(credential);
      if (id.length == 0 || id.length > LONGEST_ID || stored.length > LARGEST_CREDENTIAL) {
        throw new IllegalArgumentException("the credential is too large");
      }
      return new Registered(
          id, stored, device.getSignCount(), device.isFlagBE(), device.isFlagBS());
    });
  }

  /**
   * Checks a sign-in for its own challenge, which the caller has checked.
   *
   * @throws ProblemException 403 {@code passkey_invalid}
   */
  Proven check(AuthenticationData data, PasskeyStore.Stored stored) {
    return reading(() -> {
      var credential =
          new CredentialRecordImpl(
              new NoneAttestationStatement(),
              true,
              stored.backupEligible(),
              stored.backedUp(),
              stored.signCount(),
              credentials.convert(stored.credential()),
              null,
              null,
              null,
              null);
      byte[] challenge = challenge(data.getCollectedClientData());
      var parameters =
          new AuthenticationParameters(server(challenge), credential, null, true, true);
      AuthenticatorData<?> device =
          required(manager.verify(data, parameters).getAuthenticatorData());
      return new Proven(device.getSignCount(), device.isFlagBS());
    });
  }

  private ServerProperty server(byte[] challenge) {
    return ServerProperty.builder()
        .origin(Origin.create(party.origin()))
        .rpId(party.id())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static <T> T required(@Nullable T part) {
    if (part == null) {
      throw new IllegalArgumentException("a part is missing");
    }
    return part;
  }

  /** Whatever a hostile device may have written, there is one answer. */
  private static <T> T reading(Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) { // the library has a dozen kinds
      log.info("A passkey was refused: {}", e.getClass().getSimpleName());
      throw invalid();
    }
  }

  static ProblemException invalid() {
    return ProblemException.of(
        403, "passkey_invalid", "This passkey can't be used here, or it took too long. Try again.");
  }
}
