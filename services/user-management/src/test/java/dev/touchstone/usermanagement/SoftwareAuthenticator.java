package dev.touchstone.usermanagement;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionAuthenticatorOutput;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import dev.touchstone.platform.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** A device with one passkey, and the browser before it. */
final class SoftwareAuthenticator {
  private static final byte PRESENT_AND_VERIFIED =
      AuthenticatorData.BIT_UP | AuthenticatorData.BIT_UV;

  private final ObjectConverter converter = new ObjectConverter();
  private final KeyPair keys;
  private final byte[] id;
  private final String origin;
  private final String host;

  /** Whether the device asks for a finger or a PIN. */
  boolean verifies = true;

  /** How often the device has been used; many devices don't count and always say 0. */
  long count = 1;

  boolean counts = true;

  SoftwareAuthenticator(String origin, String host, int number) throws GeneralSecurityException {
    this(origin, host, Arrays.copyOf(new byte[] {(byte) number}, 16));
  }

  SoftwareAuthenticator(String origin, String host, byte[] id) throws GeneralSecurityException {
    this.origin = origin;
    this.host = host;
    this.id = id.clone();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    this.keys = generator.generateKeyPair();
  }

  /** What {@code navigator.credentials.create} returns. */
  Map<String, Object> create(String challenge) throws GeneralSecurityException {
    var credential =
        new AttestedCredentialData(
            AAGUID.ZERO, id, EC2COSEKey.create(keys, COSEAlgorithmIdentifier.ES256));
    byte flags = (byte) (flags() | AuthenticatorData.BIT_AT);
    var data =
        new AuthenticatorData<RegistrationExtensionAuthenticatorOutput>(
            sha256(host.getBytes(StandardCharsets.UTF_8)), flags, count, credential);
    byte[] attestation =
        new AttestationObjectConverter(converter)
            .convertToBytes(new AttestationObject(data, new NoneAttestationStatement()));
    return credential(
        Map.of(
            "clientDataJSON",
            encode(client("webauthn.create", challenge)),
            "attestationObject",
            encode(attestation)));
  }

  /** What {@code navigator.credentials.get} returns. */
  Map<String, Object> get(String challenge) throws GeneralSecurityException {
    if (counts) {
      count++;
    }
    var data =
        new AuthenticatorData<AuthenticationExtensionAuthenticatorOutput>(
            sha256(host.getBytes(StandardCharsets.UTF_8)), flags(), count);
    byte[] device = new AuthenticatorDataConverter(converter).convert(data);
    byte[] client = client("webauthn.get", challenge);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(device);
    signature.update(sha256(client));
    return credential(
        Map.of(
            "clientDataJSON",
            encode(client),
            "authenticatorData",
            encode(device),
            "signature",
            encode(signature.sign())));
  }

  private byte flags() {
    return verifies ? PRESENT_AND_VERIFIED : AuthenticatorData.BIT_UP;
  }

  private byte[] client(String type, String challenge) {
    return Json.MAPPER.writeValueAsBytes(
        Map.of("type", type, "challenge", challenge, "origin", origin, "crossOrigin", false));
  }

  private Map<String, Object> credential(Map<String, String> response) {
    return Map.of(
        "id",
        encode(id),
        "rawId",
        encode(id),
        "type",
        "public-key",
        "clientExtensionResults",
        Map.of(),
        "response",
        response);
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
