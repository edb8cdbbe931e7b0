package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.FileType;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One name in a directory.
 *
 * @param name the name
 * @param inode the file's number on its device
 * @param type what kind of file it is
 */
public record DirectoryEntry(String name, long inode, FileType type) {

  /** All entries, {@code .} and {@code ..} first, the others by name: the same in every run. */
  static List<DirectoryEntry> list(Path directory) throws IOException {
    long inode = HostStatus.of(directory).inode();
    List<DirectoryEntry> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path path : stream) {
        add(path, entries);
      }
    }
    entries.sort(Comparator.comparing(DirectoryEntry::name));
    entries.add(0, new DirectoryEntry(".", inode, FileType.DIRECTORY));
    // The number of the directory above is none of the program's business.
    entries.add(1, new DirectoryEntry("..", inode, FileType.DIRECTORY));
    return List.copyOf(entries);
  }

  private static void add(Path path, List<DirectoryEntry> entries) throws IOException {
    try {
      var status = HostStatus.of(path);
      entries.add(new DirectoryEntry(path.getFileName().toString(), status.inode(), status.type()));
    } catch (NoSuchFileException e) {
      // Removed while the directory was being read: then it is not listed.
    }
  }
}
