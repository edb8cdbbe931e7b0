package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.DescriptorFlags;
import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.OpenFlags;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.abi.Rights;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code path_open} does.
 *
 * @param base the directory from which the path counts
 * @param path the program's path
 * @param followLast whether a symbolic link at its end is followed
 * @param open how to treat what is there
 * @param rights the rights wanted; those that the directory does not pass on are dropped, except
 *     the right to write, without which a program that wants to write would only fail later
 * @param inheriting the rights wanted for what is opened through a directory
 * @param flags how reads and writes shall behave
 */
public record FileOpener(
    DirectoryDescriptor base,
    String path,
    boolean followLast,
    OpenFlags open,
    Rights rights,
    Rights inheriting,
    DescriptorFlags flags) {

  /** Opens the file or the directory. */
  public Descriptor run() throws IOException {
    checkRights();
    SandboxedPath place = SandboxedPath.resolve(base, path, followLast);
    Optional<FileStatus> found = find(place.host());
    if (found.isEmpty()) {
      return create(place);
    }
    if (open.create() && open.exclusive()) {
      throw new ErrnoException(Errno.EXIST);
    }
    boolean wantsDirectory = open.directory() || place.mustBeDirectory();
    return switch (found.get().type()) {
      case DIRECTORY -> openDirectory(place.host());
      case SYMBOLIC_LINK -> throw new ErrnoException(wantsDirectory ? Errno.NOTDIR : Errno.LOOP);
      case REGULAR_FILE -> {
        if (wantsDirectory) {
          throw new ErrnoException(Errno.NOTDIR);
        }
        yield openFile(place.host());
      }
      // To open a pipe may wait for ever, and devices are more than files.
      default -> throw new ErrnoException(wantsDirectory ? Errno.NOTDIR : Errno.NOTSUP);
    };
  }

  private void checkRights() throws ErrnoException {
    base.require(Right.PATH_OPEN);
    if (open.create()) {
      base.require(Right.PATH_CREATE_FILE);
    }
    if (open.truncate()) {
      base.require(Right.PATH_FILESTAT_SET_SIZE);
    }
    if (rights.has(Right.FD_WRITE) && !base.inheriting().has(Right.FD_WRITE)) {
      throw new ErrnoException(Errno.NOTCAPABLE);
    }
    if (open.create() && open.directory()) {
      throw new ErrnoException(Errno.INVAL);
    }
  }

  private static Optional<FileStatus> find(Path host) throws IOException {
    try {
      return Optional.of(HostStatus.of(host));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Descriptor create(SandboxedPath place) throws IOException {
    if (!open.create()) {
      throw new ErrnoException(Errno.NOENT);
    }
    if (place.mustBeDirectory()) {
      throw new ErrnoException(Errno.ISDIR);
    }
    return openFile(place.host());
  }

  private Descriptor openDirectory(Path host) throws IOException {
    if (open.create() || open.truncate() || rights.has(Right.FD_WRITE)) {
      throw new ErrnoException(Errno.ISDIR);
    }
    return new DirectoryDescriptor(
        host.toRealPath(),
        Optional.empty(),
        rights.and(Rights.DIRECTORY).and(base.inheriting()),
        inheriting.and(base.inheriting()));
  }

  private Descriptor openFile(Path host) throws IOException {
    Rights granted = rights.and(Rights.FILE).and(base.inheriting());
    FileChannel channel = FileChannel.open(host, options(granted));
    return new FileDescriptor(channel, host, HostStatus.of(host), granted, flags);
  }

  private Set<OpenOption> options(Rights granted) {
    Set<OpenOption> options = new HashSet<>();
    // The place was reached without links; a link now would be another file than the one checked.
    options.add(LinkOption.NOFOLLOW_LINKS);
    options.add(StandardOpenOption.READ);
    boolean changes =
        granted.has(Right.FD_WRITE)
            || granted.has(Right.FD_ALLOCATE)
            || granted.has(Right.FD_FILESTAT_SET_SIZE);
    if (changes || open.create() || open.truncate()) {
      options.add(StandardOpenOption.WRITE);
    }
    if (open.create()) {
      options.add(open.exclusive() ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    if (open.truncate()) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (flags.sync() || flags.readSync()) {
      options.add(StandardOpenOption.SYNC);
    }
    if (flags.dataSync()) {
      options.add(StandardOpenOption.DSYNC);
    }
    return options;
  }
}
