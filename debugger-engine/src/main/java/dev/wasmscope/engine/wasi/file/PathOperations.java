package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.FileType;
import dev.wasmscope.engine.wasi.abi.Right;
import dev.wasmscope.engine.wasi.abi.TimeChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a program can do with names below its directories. Made one after the other even if the
 * program has threads: between the checking of a path and its use no other thread of the program
 * may put a link in its way.
 */
public final class PathOperations {
  private final DescriptorTable descriptors;

  /** Operations that keep the open directories of the table in step with renamings. */
  public PathOperations(DescriptorTable descriptors) {
    this.descriptors = descriptors;
  }

  /** Opens a file or a directory; returns its number. */
  public synchronized int open(FileOpener opener) throws IOException {
    Descriptor opened = opener.run();
    try {
      return descriptors.add(opened);
    } catch (ErrnoException e) {
      opened.close();
      throw e;
    }
  }

  /** Makes a directory. */
  public synchronized void createDirectory(DirectoryDescriptor base, String path)
      throws IOException {
    base.require(Right.PATH_CREATE_DIRECTORY);
    Files.createDirectory(SandboxedPath.resolve(base, path, false).host());
  }

  /** Removes an empty directory. */
  public synchronized void removeDirectory(DirectoryDescriptor base, String path)
      throws IOException {
    base.require(Right.PATH_REMOVE_DIRECTORY);
    SandboxedPath place = SandboxedPath.resolve(base, path, false);
    if (place.host().equals(base.path())) {
      throw new ErrnoException(Errno.INVAL);
    }
    if (HostStatus.of(place.host()).type() != FileType.DIRECTORY) {
      throw new ErrnoException(Errno.NOTDIR);
    }
    Files.delete(place.host());
  }

  /** Removes a name that is no directory. */
  public synchronized void unlink(DirectoryDescriptor base, String path) throws IOException {
    base.require(Right.PATH_UNLINK_FILE);
    SandboxedPath place = SandboxedPath.resolve(base, path, false);
    if (HostStatus.of(place.host()).type() == FileType.DIRECTORY) {
      throw new ErrnoException(Errno.ISDIR);
    }
    checkNoSlash(place);
    Files.delete(place.host());
  }

  /** Gives a file or a directory another name, replacing what has it. */
  public synchronized void rename(
      DirectoryDescriptor fromBase, String from, DirectoryDescriptor toBase, String to)
      throws IOException {
    fromBase.require(Right.PATH_RENAME_SOURCE);
    toBase.require(Right.PATH_RENAME_TARGET);
    SandboxedPath source = SandboxedPath.resolve(fromBase, from, false);
    SandboxedPath target = SandboxedPath.resolve(toBase, to, false);
    if (HostStatus.of(source.host()).type() != FileType.DIRECTORY) {
      checkNoSlash(source);
      checkNoSlash(target);
    }
    if (target.host().startsWith(source.host()) && !target.host().equals(source.host())) {
      throw new ErrnoException(Errno.INVAL);
    }
    Files.move(source.host(), target.host(), StandardCopyOption.ATOMIC_MOVE);
    descriptors.moved(source.host(), target.host());
  }

  /** Gives a file a second name. */
  public synchronized void link(
      DirectoryDescriptor fromBase,
      String from,
      boolean follow,
      DirectoryDescriptor toBase,
      String to)
      throws IOException {
    fromBase.require(Right.PATH_LINK_SOURCE);
    toBase.require(Right.PATH_LINK_TARGET);
    SandboxedPath source = SandboxedPath.resolve(fromBase, from, follow);
    SandboxedPath target = SandboxedPath.resolve(toBase, to, false);
    checkNoSlash(target);
    if (HostStatus.of(source.host()).type() == FileType.DIRECTORY) {
      throw new ErrnoException(Errno.PERM);
    }
    Files.createLink(target.host(), source.host());
  }

  /** Makes a symbolic link; NOTCAPABLE if it would lead out. */
  public synchronized void symlink(String target, DirectoryDescriptor base, String path)
      throws IOException {
    base.require(Right.PATH_SYMLINK);
    SandboxedPath place = SandboxedPath.resolve(base, path, false);
    place.checkLinkTarget(target);
    checkNoSlash(place);
    Path host = place.host();
    Files.createSymbolicLink(host, host.getFileSystem().getPath(target));
  }

  /** Where a symbolic link leads. */
  public synchronized String readLink(DirectoryDescriptor base, String path) throws IOException {
    base.require(Right.PATH_READLINK);
    return Files.readSymbolicLink(SandboxedPath.resolve(base, path, false).host()).toString();
  }

  /** What is known of a file. */
  public synchronized FileStatus status(DirectoryDescriptor base, String path, boolean follow)
      throws IOException {
    base.require(Right.PATH_FILESTAT_GET);
    return existing(SandboxedPath.resolve(base, path, follow));
  }

  /** Changes the times of a file. */
  public synchronized void setTimes(
      DirectoryDescriptor base, String path, boolean follow, TimeChange change) throws IOException {
    base.require(Right.PATH_FILESTAT_SET_TIMES);
    SandboxedPath place = SandboxedPath.resolve(base, path, follow);
    existing(place);
    HostStatus.setTimes(place.host(), change);
  }

  private static FileStatus existing(SandboxedPath place) throws IOException {
    FileStatus status = HostStatus.of(place.host());
    if (place.mustBeDirectory() && status.type() != FileType.DIRECTORY) {
      throw new ErrnoException(Errno.NOTDIR);
    }
    return status;
  }

  private static void checkNoSlash(SandboxedPath place) throws IOException {
    if (place.mustBeDirectory()) {
      boolean exists = Files.exists(place.host(), LinkOption.NOFOLLOW_LINKS);
      throw new ErrnoException(exists ? Errno.NOTDIR : Errno.NOENT);
    }
  }
}
