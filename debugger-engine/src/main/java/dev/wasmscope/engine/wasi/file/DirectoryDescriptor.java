package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.policy.DirectoryGrant;
import dev.wasmscope.engine.wasi.abi.DescriptorFlags;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.FileType;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.abi.Rights;
import dev.wasmscope.engine.wasi.abi.TimeChange;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An open directory: a granted one, or one below it. */
public final class DirectoryDescriptor extends Descriptor {
  private final Optional<String> preopenedAs;
  private volatile Path path;
  private volatile List<DirectoryEntry> listing = List.of();

  DirectoryDescriptor(
      Path realPath, Optional<String> preopenedAs, Rights rights, Rights inheriting) {
    super(FileType.DIRECTORY, rights, inheriting, DescriptorFlags.NONE);
    this.path = realPath;
    this.preopenedAs = preopenedAs;
  }

  /**
   * Opens a granted directory.
   *
   * @throws IOException if the host has no such directory; its message is a sentence
   */
  public static DirectoryDescriptor preopen(DirectoryGrant grant) throws IOException {
    Path path = realDirectory(grant);
    Rights rights = Rights.DIRECTORY;
    Rights inheriting = Rights.DIRECTORY.or(Rights.FILE);
    return switch (grant.access()) {
      case READ_WRITE ->
          new DirectoryDescriptor(path, Optional.of(grant.guest()), rights, inheriting);
      case READ ->
          new DirectoryDescriptor(
              path, Optional.of(grant.guest()), rights.readOnly(), inheriting.readOnly());
    };
  }

  private static Path realDirectory(DirectoryGrant grant) throws IOException {
    if (!Files.isDirectory(grant.host())) {
      String found = Files.exists(grant.host()) ? "is no directory" : "does not exist";
      throw new FileNotFoundException(
          "%s, which the program would see as '%s', %s; grant a directory of this machine"
              .formatted(grant.host(), grant.guest(), found));
    }
    return grant.host().toRealPath();
  }

  /** The program's name for it if it was granted; empty if the program opened it. */
  public Optional<String> preopenedAs() {
    return preopenedAs;
  }

  /**
   * Where it is on the host. Fails if it is no longer there, or if something else has taken its
   * place, which might be a link that leads out.
   */
  Path path() throws IOException {
    Path current = path;
    if (!current.toRealPath().equals(current)) {
      throw new ErrnoException(Errno.NOENT);
    }
    return current;
  }

  /** Follows a renaming of this directory or of one above it. */
  void moved(Path from, Path to) {
    Path current = path;
    if (current.startsWith(from)) {
      path = to.resolve(from.relativize(current)).normalize();
    }
  }

  /**
   * The entries from a position on.
   *
   * @param cookie 0 for the first entry; this reads the directory anew
   */
  public List<DirectoryEntry> entries(long cookie) throws IOException {
    require(Right.FD_READDIR);
    if (cookie == 0) {
      listing = DirectoryEntry.list(path());
    }
    List<DirectoryEntry> entries = listing;
    if (cookie < 0 || cookie > entries.size()) {
      throw new ErrnoException(Errno.INVAL);
    }
    return entries.subList((int) cookie, entries.size());
  }

  @Override
  public void setTimes(TimeChange change) throws IOException {
    require(Right.FD_FILESTAT_SET_TIMES);
    HostStatus.setTimes(path(), change);
  }

  @Override
  public FileStatus fileStatus() throws IOException {
    require(Right.FD_FILESTAT_GET);
    return HostStatus.of(path());
  }

  @Override
  public long read(ByteBuffer[] buffers) throws IOException {
    throw new ErrnoException(Errno.ISDIR);
  }

  @Override
  public long read(ByteBuffer[] buffers, long position) throws IOException {
    throw new ErrnoException(Errno.ISDIR);
  }

  @Override
  public long write(ByteBuffer[] buffers, long position) throws IOException {
    throw new ErrnoException(Errno.ISDIR);
  }

  @Override
  public FileDescriptor asFile() throws ErrnoException {
    throw new ErrnoException(Errno.BADF);
  }

  @Override
  public DirectoryDescriptor asDirectory() {
    return this;
  }
}
