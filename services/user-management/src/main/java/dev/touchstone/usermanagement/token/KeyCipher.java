package dev.touchstone.usermanagement.token;

import dev.touchstone.platform.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Encrypts keys for storage with AES-256-GCM; the AES key comes from a secret of the operator by
 * HKDF-SHA256 (RFC 5869). Each ciphertext is bound to a name, so that stored ones can't be swapped.
 * While the secret is rotated, its first value encrypts and each of them decrypts. Thread-safe.
 */
public final class KeyCipher {
  // NIST SP 800-38D: 96-bit nonces, 128-bit tags.
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final Secret secret;
  private final String purpose;
  private volatile Keys keys;

  /** The keys of the values of a secret, in their order. */
  private record Keys(List<String> values, List<SecretKey> derived) {}

  /**
   * Derives a key.
   *
   * @param purpose what is encrypted; each purpose has a key of its own
   */
  public KeyCipher(Secret secret, String purpose) {
    this.secret = secret;
    this.purpose = purpose;
    this.keys = derive(secret.accepted());
  }

  /** Returns nonce, ciphertext and tag. */
  public byte[] encrypt(String name, byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      SecretKey first = keys().getFirst();
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, first, name, nonce).doFinal(plain);
      byte[] result = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, result, NONCE_BYTES, sealed.length);
      return result;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reverses {@link #encrypt}.
   *
   * @throws GeneralSecurityException if it was made with another secret or name, or was changed
   */
  public byte[] decrypt(String name, byte[] sealed) throws GeneralSecurityException {
    GeneralSecurityException failure = new GeneralSecurityException("There is no key.");
    for (SecretKey key : keys()) {
      try {
        return decrypt(key, name, sealed);
      } catch (GeneralSecurityException e) {
        failure = e;
      }
    }
    throw failure;
  }

  /**
   * Encrypts again what an older value of the secret encrypted.
   *
   * @return empty if the first value did
   * @throws GeneralSecurityException if none did
   */
  public Optional<byte[]> renew(String name, byte[] sealed) throws GeneralSecurityException {
    try {
      byte[] _ = decrypt(keys().getFirst(), name, sealed);
      return Optional.empty();
    } catch (GeneralSecurityException _) {
      return Optional.of(encrypt(name, decrypt(name, sealed)));
    }
  }

  private static byte[] decrypt(SecretKey key, String name, byte[] sealed)
      throws GeneralSecurityException {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    return cipher(Cipher.DECRYPT_MODE, key, name, nonce)
        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  private List<SecretKey> keys() {
    List<String> values = secret.accepted();
    Keys known = keys;
    if (!known.values().equals(values)) {
      known = derive(values);
      keys = known;
    }
    return known.derived();
  }

  private Keys derive(List<String> values) {
    return new Keys(values, values.stream().map(this::derive).toList());
  }

  private SecretKey derive(String value) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              "AES",
              HKDFParameterSpec.ofExtract()
                  .addIKM(value.getBytes(StandardCharsets.UTF_8))
                  .thenExpand(("touchstone " + purpose).getBytes(StandardCharsets.UTF_8), 32));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK lacks HKDF-SHA256.", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, String name, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
