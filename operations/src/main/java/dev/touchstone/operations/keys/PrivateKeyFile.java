package dev.touchstone.operations.keys;

import dev.touchstone.operations.process.OperationFailed;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The head of a private key file in OpenSSH's format (PROTOCOL.key of OpenSSH). */
final class PrivateKeyFile {
  private static final String MAGIC = "openssh-key-v1\0";

  private PrivateKeyFile() {}

  /** Returns the rounds of the key derivation; 0 if the key is not encrypted. */
  static int rounds(Path file) {
    try {
      String body = Files.readString(file).replaceAll("-----[^-]+-----|\\s", "");
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(body));
      byte[] magic = new byte[MAGIC.length()];
      bytes.get(magic);
      if (!MAGIC.equals(new String(magic, StandardCharsets.US_ASCII))) {
        throw new OperationFailed(file + " is not a private key in OpenSSH's format.");
      }
      ByteBuffer _ = field(bytes); // the cipher
      String derivation = StandardCharsets.US_ASCII.decode(field(bytes)).toString();
      ByteBuffer options = field(bytes);
      if (!"bcrypt".equals(derivation)) {
        return 0;
      }
      ByteBuffer _ = field(options); // the salt
      return options.getInt();
    } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
      throw new OperationFailed(file + " can't be read, or is no private key.", e);
    }
  }

  private static ByteBuffer field(ByteBuffer bytes) {
    int length = bytes.getInt();
    ByteBuffer field = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return field;
  }
}
