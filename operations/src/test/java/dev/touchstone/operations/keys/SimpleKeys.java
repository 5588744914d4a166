package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Keys without a private half; the bastion opens to those that its site lists. */
final class SimpleKeys implements PrivateKeys {
  private final Map<String, PublicKey> keys = new HashMap<>();
  private final Site site;
  boolean person = true;

  SimpleKeys(Site site) {
    this.site = site;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public boolean mayGenerate() {
    return person;
  }

  @Override
  public boolean has(String id) {
    return person && keys.containsKey(id);
  }

  @Override
  public PublicKey generate(String id) {
    return keys.computeIfAbsent(id, SimpleKeys::key);
  }

  @Override
  public void tryOut(String id, PublicKey key) {
    if (!key.equals(keys.get(id))) {
      throw new OperationFailed("This is another key.");
    }
  }

  @Override
  public void signIn(String id) {
    if (!site.authorizedKeys().contains(generate(id).line())) {
      throw new OperationFailed("Permission denied (publickey).");
    }
  }

  /** A public key, the same for the same name. */
  static PublicKey key(String name) {
    byte[] point = new byte[32];
    new Random(name.hashCode()).nextBytes(point);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
      data.writeInt(type.length);
      data.write(type);
      data.writeInt(point.length);
      data.write(point);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PublicKey.parse(
        "ssh-ed25519 " + Base64.getEncoder().encodeToString(bytes.toByteArray()) + " " + name);
  }
}
