package dev.touchstone.operations.keys;

/** The private halves of the keys, on the machine of a person. */
interface PrivateKeys {
  /** Where they are, for messages. */
  String name();

  /** Whether this machine may make a key; a CI may not. */
  boolean mayGenerate();

  /** Whether the private half of a rotation's key is here. */
  boolean has(String id);

  /** Makes a key, or returns the one that was made before a crash. */
  PublicKey generate(String id);

  /**
   * Signs in to an sshd of its own with the new key.
   *
   * @throws dev.touchstone.operations.process.OperationFailed if that fails
   */
  void tryOut(String id, PublicKey key);

  /**
   * Signs in to the bastion.
   *
   * @throws dev.touchstone.operations.process.OperationFailed if that fails
   */
  void signIn(String id);
}
