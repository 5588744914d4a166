package dev.touchstone.operations.keys;

import java.util.List;

/**
 * Where Terraform takes the bastion's public keys from: the next apply must not undo a rotation.
 */
interface TerraformKeys {
  /** Sets the keys; none means that there is no SSH. Returns what to tell the operator. */
  String set(List<PublicKey> keys);
}
