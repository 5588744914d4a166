package dev.touchstone.gateway.door;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/** The door closed a connection; the server does not log it. */
final class DoorException extends IOException implements QuietException {
  private static final long serialVersionUID = 1L;

  DoorException(String reason) {
    super("The gateway closed the connection: " + reason + ".");
  }
}
