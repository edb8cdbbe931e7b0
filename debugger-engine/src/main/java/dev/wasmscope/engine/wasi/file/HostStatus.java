package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.FileStatus;
import dev.wasmscope.engine.wasi.abi.FileType;
import dev.wasmscope.engine.wasi.abi.TimeChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Reads and changes the status of a file of the host; symbolic links are not followed. */
final class HostStatus {
  private HostStatus() {}

  static FileStatus of(Path path) throws IOException {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return withoutNumbers(path);
    }
    Map<String, Object> unix =
        Files.readAttributes(
            path,
            "unix:dev,ino,nlink,size,lastAccessTime,lastModifiedTime,ctime,"
                + "isDirectory,isRegularFile,isSymbolicLink",
            LinkOption.NOFOLLOW_LINKS);
    return new FileStatus(
        ((Number) unix.get("dev")).longValue(),
        ((Number) unix.get("ino")).longValue(),
        type(
            (Boolean) unix.get("isDirectory"),
            (Boolean) unix.get("isRegularFile"),
            (Boolean) unix.get("isSymbolicLink")),
        ((Number) unix.get("nlink")).longValue(),
        ((Number) unix.get("size")).longValue(),
        nanoseconds((FileTime) unix.get("lastAccessTime")),
        nanoseconds((FileTime) unix.get("lastModifiedTime")),
        nanoseconds((FileTime) unix.get("ctime")));
  }

  private static FileStatus withoutNumbers(Path path) throws IOException {
    BasicFileAttributes basic =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new FileStatus(
        0,
        path.hashCode(),
        type(basic.isDirectory(), basic.isRegularFile(), basic.isSymbolicLink()),
        1,
        basic.size(),
        nanoseconds(basic.lastAccessTime()),
        nanoseconds(basic.lastModifiedTime()),
        nanoseconds(basic.lastModifiedTime()));
  }

  private static FileType type(boolean directory, boolean regular, boolean link) {
    if (directory) {
      return FileType.DIRECTORY;
    }
    if (regular) {
      return FileType.REGULAR_FILE;
    }
    return link ? FileType.SYMBOLIC_LINK : FileType.UNKNOWN;
  }

  static void setTimes(Path path, TimeChange change) throws IOException {
    Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(time(change.modified()), time(change.accessed()), null);
  }

  private static FileTime time(OptionalLong nanoseconds) {
    return nanoseconds.isPresent()
        ? FileTime.from(nanoseconds.getAsLong(), TimeUnit.NANOSECONDS)
        : null;
  }

  private static long nanoseconds(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
