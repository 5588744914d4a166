package dev.touchstone.gateway.door;

import java.io.IOException;

/** The door closed a connection. */
final class DoorException extends IOException {
  private static final long serialVersionUID = 1L;

  DoorException(String reason) {
    super("The gateway closed the connection: " + reason + ".");
  }
}
