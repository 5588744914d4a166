package dev.touchstone.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortsTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void whatOneGaveAnotherDoesNotFindFree() throws IOException {
    try (FreePorts ports = new FreePorts()) {
      int port = ports.next();
      assertThatThrownBy(() -> bindAlone(port)).isInstanceOf(BindException.class);
    }
  }

  @Test
  void aServerListensOnWhatWasGivenAndAgainAfterItsEnd() throws IOException {
    try (FreePorts ports = new FreePorts()) {
      int port = ports.next();
      for (int start = 0; start < 2; start++) {
        try (ServerSocket server = new ServerSocket(port, 1, LOOPBACK);
            Socket client = new Socket(LOOPBACK, port);
            Socket accepted = server.accept()) {
          client.getOutputStream().write(1);
          assertThat(accepted.getInputStream().read()).isOne();
          assertThatThrownBy(() -> new ServerSocket(port, 1, LOOPBACK).close())
              .isInstanceOf(BindException.class);
        }
      }
    }
  }

  @Test
  void refusesConnectionsUntilSomeoneListens() throws IOException {
    try (FreePorts ports = new FreePorts()) {
      int port = ports.next();
      assertThatThrownBy(() -> new Socket(LOOPBACK, port).close()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsLetGoIsFree() throws IOException {
    FreePorts ports = new FreePorts();
    int port = ports.next();
    ports.close();
    bindAlone(port);
  }

  @Test
  void givesADifferentOneAtEachCall() {
    try (FreePorts ports = new FreePorts()) {
      Set<Integer> given = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        assertThat(given.add(ports.next())).isTrue();
      }
    }
  }

  /** As another process does that looks whether the port is free. */
  private static void bindAlone(int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReuseAddress(false);
      socket.bind(new InetSocketAddress(LOOPBACK, port));
    }
  }
}
