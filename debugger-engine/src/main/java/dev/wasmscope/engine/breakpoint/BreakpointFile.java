package dev.wasmscope.engine.breakpoint;

import dev.wasmscope.wasm.source.Severity;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of breakpoints ({@code docs/formats/breakpoints.md}). Safe for use by several threads.
 *
 * <p>What a person or another program writes into the file between loading and saving is kept, as
 * are entries and fields that mean nothing to us.
 */
public final class BreakpointFile {
  private static final int LARGEST = 16 << 20;

  private final Path path;
  private byte[] seen = {};
  private Set<Integer> known = Set.of();

  private BreakpointFile(Path path) {
    this.path = path;
  }

  /** The file at {@code path}, which need not exist. */
  public static BreakpointFile at(Path path) {
    return new BreakpointFile(path.toAbsolutePath());
  }

  /** Where the file is; absolute. */
  public Path path() {
    return path;
  }

  /** Reads the file. One that does not exist is an empty list; all that is wrong is a problem. */
  public synchronized LoadedBreakpoints load() {
    try {
      seen = bytes();
    } catch (IOException e) {
      return unreadable(e);
    }
    BreakpointDocument document = DocumentReader.read(name(), seen);
    if (document.readable()) {
      known = document.ids();
    }
    return document.loaded();
  }

  /** Reads the file if its content differs from what was last loaded or saved. */
  public synchronized Optional<LoadedBreakpoints> reload() {
    try {
      return Arrays.equals(bytes(), seen) ? Optional.empty() : Optional.of(load());
    } catch (IOException e) {
      return Optional.of(unreadable(e));
    }
  }

  /**
   * Writes {@code breakpoints} in place of those loaded or saved before. The file holds the old
   * content or the new at any time.
   *
   * @param module which module they are for; empty leaves what the file says
   * @throws IOException if the file cannot be written, or holds what cannot be read and would be
   *     lost
   */
  public synchronized void save(List<Breakpoint> breakpoints, Optional<ModuleStamp> module)
      throws IOException {
    BreakpointDocument before = DocumentReader.read(name(), bytes());
    if (!before.readable()) {
      throw new IOException(
          before.problems().getLast() + "; correct or remove the file, so that it can be saved");
    }
    BreakpointDocument after = before.merged(breakpoints, known, module);
    byte[] bytes = after.bytes();
    replace(bytes);
    seen = bytes;
    known = after.ids();
  }

  private byte[] bytes() throws IOException {
    try {
      if (Files.size(path) > LARGEST) {
        throw new IOException("the file is larger than 16 MiB");
      }
      return Files.readAllBytes(path);
    } catch (NoSuchFileException _) {
      return new byte[0];
    }
  }

  private void replace(byte[] bytes) throws IOException {
    Path target = Files.exists(path) ? path.toRealPath() : path;
    Files.createDirectories(target.getParent());
    Path fresh = Files.createTempFile(target.getParent(), name(), ".tmp");
    try {
      Files.write(fresh, bytes);
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      move(fresh, target);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private LoadedBreakpoints unreadable(IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    BreakpointProblem problem =
        new BreakpointProblem(
            Severity.ERROR, name(), 0, 0, 0, "the file cannot be read: " + reason);
    return new LoadedBreakpoints(Optional.empty(), List.of(), List.of(problem), false);
  }

  private String name() {
    return path.getFileName().toString();
  }
}
