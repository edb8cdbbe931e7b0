package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import dev.wasmscope.engine.wasi.abi.FileType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A path of the program, followed from a directory of the sandbox to a place on the host that is
 * certainly not outside of that directory. Every component is looked at; {@code ..} above the
 * directory, absolute paths, and symbolic links that lead to either fail with NOTCAPABLE.
 *
 * @param host the place; its last component may not exist, and may be a link if links were not to
 *     be followed
 * @param depth how many directories lie between the directory and the place
 * @param mustBeDirectory whether the program wrote the path with a slash at its end
 */
record SandboxedPath(Path host, int depth, boolean mustBeDirectory) {
  private static final int MOST_LINKS = 40;

  /** Follows a path; the last component too if {@code followLast}. */
  static SandboxedPath resolve(DirectoryDescriptor base, String path, boolean followLast)
      throws IOException {
    boolean slash = path.endsWith("/") || path.endsWith("/.") || path.equals(".");
    Walk walk = new Walk(base.path(), followLast || slash);
    walk.push(path);
    walk.run();
    return new SandboxedPath(walk.place(), Math.max(0, walk.done.size() - 1), slash);
  }

  /**
   * Checks that a new symbolic link at this place would not lead out of the directory, should
   * somebody follow it who does not look at every component.
   */
  void checkLinkTarget(String target) throws ErrnoException {
    checkText(target);
    int level = depth;
    for (String component : target.split("/", -1)) {
      level += component.equals("..") ? -1 : isHere(component) ? 0 : 1;
      if (level < 0) {
        throw new ErrnoException(Errno.NOTCAPABLE);
      }
    }
  }

  private static void checkText(String path) throws ErrnoException {
    if (path.isEmpty()) {
      throw new ErrnoException(Errno.NOENT);
    }
    if (path.indexOf('\0') >= 0) {
      throw new ErrnoException(Errno.INVAL);
    }
    if (path.startsWith("/")) {
      throw new ErrnoException(Errno.NOTCAPABLE);
    }
  }

  private static boolean isHere(String component) {
    return component.isEmpty() || component.equals(".");
  }

  /** The way so far, and the components still to go. */
  private static final class Walk {
    private final Path base;
    private final boolean followLast;
    private final Deque<String> done = new ArrayDeque<>();
    private final Deque<String> ahead = new ArrayDeque<>();
    private int links;

    Walk(Path base, boolean followLast) {
      this.base = base;
      this.followLast = followLast;
    }

    void push(String path) throws ErrnoException {
      checkText(path);
      String[] components = path.split("/", -1);
      for (int i = components.length - 1; i >= 0; i--) {
        if (!isHere(components[i])) {
          ahead.push(components[i]);
        }
      }
    }

    void run() throws IOException {
      while (!ahead.isEmpty()) {
        String component = ahead.pop();
        if (component.equals("..")) {
          if (done.isEmpty()) {
            throw new ErrnoException(Errno.NOTCAPABLE);
          }
          done.removeLast();
        } else {
          enter(component);
        }
      }
    }

    private void enter(String component) throws IOException {
      boolean last = ahead.isEmpty();
      done.addLast(component);
      if (last && !followLast) {
        // Whether it is there is for the caller to find out.
        place();
        return;
      }
      switch (typeHere(last)) {
        case SYMBOLIC_LINK -> followLink();
        case DIRECTORY -> {}
        default -> {
          if (!last) {
            throw new ErrnoException(Errno.NOTDIR);
          }
        }
      }
    }

    private FileType typeHere(boolean last) throws IOException {
      try {
        return HostStatus.of(place()).type();
      } catch (NoSuchFileException e) {
        if (last) {
          return FileType.UNKNOWN;
        }
        throw e;
      }
    }

    private void followLink() throws IOException {
      if (++links > MOST_LINKS) {
        throw new ErrnoException(Errno.LOOP);
      }
      Path target = Files.readSymbolicLink(place());
      if (target.isAbsolute()) {
        throw new ErrnoException(Errno.NOTCAPABLE);
      }
      done.removeLast();
      push(target.toString().replace(target.getFileSystem().getSeparator(), "/"));
    }

    Path place() throws ErrnoException {
      Path place = base;
      for (String component : done) {
        place = child(place, component);
      }
      return place;
    }

    // On some hosts a name of the program is more than one component, or the start of another path.
    private static Path child(Path directory, String name) throws ErrnoException {
      try {
        Path child = directory.resolve(name);
        if (child.getNameCount() == directory.getNameCount() + 1
            && child.startsWith(directory)
            && child.getFileName().toString().equals(name)) {
          return child;
        }
      } catch (InvalidPathException e) {
        throw new ErrnoException(Errno.ILSEQ);
      }
      throw new ErrnoException(Errno.INVAL);
    }
  }
}
