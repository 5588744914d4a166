package dev.touchstone.platformdata.backup;

import dev.touchstone.platform.config.Secret;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/**
 * Encryption with a passphrase in the format of OpenPGP (RFC 4880), so that {@code gpg --decrypt}
 * can read a backup without this program: AES-256, with a modification detection code.
 */
final class OpenPgp {
  private static final int CHUNK = 1 << 16;

  /** The most iterations that the format has: 65 million bytes are hashed for a key. */
  private static final int ITERATIONS = 0xff;

  private static final String WRONG =
      "The passphrase is wrong, or the file is not a backup of Touchstone.";

  private OpenPgp() {}

  /** A stream that encrypts what is written; closing it closes the other one. */
  static OutputStream encrypt(OutputStream out, Secret passphrase) throws IOException {
    BcPGPDataEncryptorBuilder cipher =
        new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
            .setWithIntegrityPacket(true)
            .setSecureRandom(new SecureRandom());
    PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(cipher);
    try {
      generator.addMethod(
          new BcPBEKeyEncryptionMethodGenerator(
              passphrase.reveal().toCharArray(),
              new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
              ITERATIONS));
      OutputStream encrypted = generator.open(out, new byte[CHUNK]);
      OutputStream content =
          new PGPLiteralDataGenerator()
              .open(
                  encrypted,
                  PGPLiteralData.BINARY,
                  PGPLiteralData.CONSOLE,
                  PGPLiteralData.NOW,
                  new byte[CHUNK]);
      return new Encrypting(content, encrypted, out);
    } catch (PGPException e) {
      throw new IOException("The backup can't be encrypted.", e);
    }
  }

  /**
   * A stream of the content. At its end it is checked that nobody changed the file.
   *
   * @throws BackupException if the passphrase is wrong or the file is not one that {@link #encrypt}
   *     made
   */
  static InputStream decrypt(InputStream in, Secret passphrase) throws IOException {
    try {
      Object first = new BcPGPObjectFactory(in).nextObject();
      if (first instanceof PGPEncryptedDataList list
          && !list.isEmpty()
          && list.get(0) instanceof PGPPBEEncryptedData data
          && data.isIntegrityProtected()) {
        InputStream decrypted =
            data.getDataStream(
                new BcPBEDataDecryptorFactory(
                    passphrase.reveal().toCharArray(), new BcPGPDigestCalculatorProvider()));
        if (new BcPGPObjectFactory(decrypted).nextObject() instanceof PGPLiteralData content) {
          return new Decrypting(content.getInputStream(), data);
        }
      }
    } catch (PGPException | IOException | RuntimeException e) {
      // What a wrong key makes of the content looks like any broken packet.
      throw new BackupException(WRONG, e);
    }
    throw new BackupException(WRONG);
  }

  private static final class Encrypting extends FilterOutputStream {
    private final OutputStream encrypted;
    private final OutputStream file;

    Encrypting(OutputStream content, OutputStream encrypted, OutputStream file) {
      super(content);
      this.encrypted = encrypted;
      this.file = file;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      super.close();
      encrypted.close();
      file.close();
    }
  }

  private static final class Decrypting extends FilterInputStream {
    private final PGPPBEEncryptedData data;
    private boolean checked;

    Decrypting(InputStream content, PGPPBEEncryptedData data) {
      super(content);
      this.data = data;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value < 0) {
        check();
      }
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      if (count < 0) {
        check();
      }
      return count;
    }

    private void check() throws IOException {
      if (checked) {
        return;
      }
      checked = true;
      try {
        if (!data.verify()) {
          throw new BackupException("The backup was changed after it was made.");
        }
      } catch (PGPException e) {
        throw new BackupException("The backup was changed after it was made.", e);
      }
    }
  }
}
