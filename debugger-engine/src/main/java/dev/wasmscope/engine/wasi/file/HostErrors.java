package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Map;

/** Which error number a failure of the host is for the program. */
public final class HostErrors {
  // Java has an exception of its own for a few failures only; the others carry the system's words.
  private static final Map<String, Errno> BY_REASON =
      Map.ofEntries(
          Map.entry("Not a directory", Errno.NOTDIR),
          Map.entry("Is a directory", Errno.ISDIR),
          Map.entry("Directory not empty", Errno.NOTEMPTY),
          Map.entry("File exists", Errno.EXIST),
          Map.entry("No such file or directory", Errno.NOENT),
          Map.entry("No space left on device", Errno.NOSPC),
          Map.entry("Disk quota exceeded", Errno.DQUOT),
          Map.entry("File name too long", Errno.NAMETOOLONG),
          Map.entry("File too large", Errno.FBIG),
          Map.entry("Read-only file system", Errno.ROFS),
          Map.entry("Too many levels of symbolic links", Errno.LOOP),
          Map.entry("Too many links", Errno.MLINK),
          Map.entry("Too many open files", Errno.NFILE),
          Map.entry("Operation not permitted", Errno.PERM),
          Map.entry("Permission denied", Errno.ACCES),
          Map.entry("Device or resource busy", Errno.BUSY),
          Map.entry("Text file busy", Errno.TXTBSY),
          Map.entry("Invalid cross-device link", Errno.XDEV),
          Map.entry("Invalid argument", Errno.INVAL));

  private HostErrors() {}

  /** The error number; IO for what has none of its own. */
  public static Errno errno(IOException failure) {
    return switch (failure) {
      case ErrnoException e -> e.errno();
      case NoSuchFileException _ -> Errno.NOENT;
      case FileAlreadyExistsException _ -> Errno.EXIST;
      case DirectoryNotEmptyException _ -> Errno.NOTEMPTY;
      case NotDirectoryException _ -> Errno.NOTDIR;
      case AccessDeniedException _ -> Errno.ACCES;
      case NotLinkException _ -> Errno.INVAL;
      case FileSystemLoopException _ -> Errno.LOOP;
      case AtomicMoveNotSupportedException _ -> Errno.XDEV;
      case FileSystemException e -> byReason(e.getReason());
      case ClosedByInterruptException _ -> Errno.INTR;
      case InterruptedIOException _ -> Errno.INTR;
      case ClosedChannelException _ -> Errno.BADF;
      default -> byReason(failure.getMessage());
    };
  }

  /** The error number of a refusal that Java reports without a checked exception. */
  public static Errno errno(RuntimeException failure) {
    return switch (failure) {
      case ReadOnlyFileSystemException _ -> Errno.ROFS;
      case UnsupportedOperationException _ -> Errno.NOTSUP;
      default -> throw failure;
    };
  }

  private static Errno byReason(String reason) {
    return reason == null ? Errno.IO : BY_REASON.getOrDefault(reason, Errno.IO);
  }
}
