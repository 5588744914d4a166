package dev.touchstone.judge.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An emulated computer that runs Debian's kernel on this machine's files, read-only, with a folder
 * {@code /mnt} in memory. It has the unified hierarchy of control groups whatever this machine has.
 */
final class VirtualMachine {
  /** In the order in which they need each other; what is built into the kernel has no file. */
  private static final List<String> MODULES =
      List.of(
          // Which of these two needs the other changed within the 6.1 series: one of three is
          // refused.
          "virtio_ring",
          "virtio",
          "virtio_ring",
          "virtio_pci_legacy_dev",
          "virtio_pci_modern_dev",
          "virtio_pci",
          "netfs",
          "fscache",
          "9pnet",
          "9pnet_virtio",
          "9p");

  private static final String INIT =
      """
      #!/bin/busybox sh
      b=/bin/busybox
      $b mkdir -p /proc /dev /newroot
      $b mount -t devtmpfs dev /dev
      for module in /modules/*; do $b insmod $module; done
      $b mount -t 9p -o trans=virtio,version=9p2000.L,cache=loose,msize=262144,ro host /newroot
      $b mount -t tmpfs -o size=600m,mode=1777 tmpfs /newroot/mnt
      $b cp /run.sh /newroot/mnt/run.sh
      exec $b switch_root /newroot /bin/sh /mnt/run.sh
      """;

  private static final String RUN =
      """
      mount -t proc proc /proc
      mount -t sysfs sys /sys
      mount -t devtmpfs dev /dev
      mount -t cgroup2 cgroup /sys/fs/cgroup
      export PATH=/usr/bin:/bin:/usr/sbin:/sbin
      cd /mnt
      {script}
      echo end of script
      echo o >/proc/sysrq-trigger
      sleep 60
      """;

  private final Path emulator;
  private final Path busybox;
  private final Path kernel;
  private final List<Path> modules;

  private VirtualMachine(Path emulator, Path busybox, Path kernel, List<Path> modules) {
    this.emulator = emulator;
    this.busybox = busybox;
    this.kernel = kernel;
    this.modules = modules;
  }

  /**
   * Finds what is needed.
   *
   * @param kernels a folder with an unpacked kernel package of Debian
   */
  static Optional<VirtualMachine> find(Path kernels) throws IOException {
    Path emulator = Path.of("/usr/bin/qemu-system-x86_64");
    Path busybox = Path.of("/bin/busybox");
    if (!Files.isExecutable(emulator)
        || !Files.isExecutable(busybox)
        || !Files.isDirectory(kernels)) {
      return Optional.empty();
    }
    try (Stream<Path> tree = Files.walk(kernels)) {
      List<Path> files = tree.toList();
      List<Path> modules =
          MODULES.stream()
              .flatMap(name -> files.stream().filter(file -> file.endsWith(name + ".ko")))
              .toList();
      return files.stream()
          .filter(file -> file.getFileName().toString().startsWith("vmlinuz"))
          .findFirst()
          .map(kernel -> new VirtualMachine(emulator, busybox, kernel, modules));
    }
  }

  /**
   * Boots, runs a script as root, and ends.
   *
   * @return what the machine wrote on its console
   */
  String run(String script, Path folder, Duration patience)
      throws IOException, InterruptedException {
    Path image = makeImage(script, folder);
    Path console = folder.resolve("console");
    Process machine =
        new ProcessBuilder(
                emulator.toString(),
                "-accel",
                "tcg,thread=multi",
                "-cpu",
                "max",
                "-smp",
                "2",
                "-m",
                "1300",
                "-nographic",
                "-no-reboot",
                "-nic",
                "none",
                "-kernel",
                kernel.toString(),
                "-initrd",
                image.toString(),
                "-append",
                "console=ttyS0 quiet panic=-1",
                "-fsdev",
                "local,id=root,path=/,security_model=none,readonly=on,multidevs=remap",
                "-device",
                "virtio-9p-pci,fsdev=root,mount_tag=host")
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(console.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      machine.waitFor(patience);
    } finally {
      machine.destroyForcibly().waitFor();
    }
    return Files.readString(console, StandardCharsets.ISO_8859_1);
  }

  /** The first root folder of the machine: an archive that busybox writes and the kernel reads. */
  private Path makeImage(String script, Path folder) throws IOException, InterruptedException {
    Path root = Files.createDirectories(folder.resolve("image"));
    Files.createDirectories(root.resolve("bin"));
    Files.createDirectories(root.resolve("modules"));
    Files.copy(busybox.toRealPath(), root.resolve("bin/busybox"));
    for (int i = 0; i < modules.size(); i++) {
      Path module = modules.get(i);
      Files.copy(
          module, root.resolve("modules").resolve("%02d-%s".formatted(i, module.getFileName())));
    }
    Files.writeString(root.resolve("run.sh"), RUN.replace("{script}", script));
    Path init = Files.writeString(root.resolve("init"), INIT);
    Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path image = folder.resolve("image.cpio");
    Process archiver =
        new ProcessBuilder("sh", "-c", "find . | busybox cpio -o -H newc")
            .directory(root.toFile())
            .redirectOutput(image.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (archiver.waitFor() != 0) {
      throw new IOException("The machine's first files can't be archived.");
    }
    return image;
  }
}
