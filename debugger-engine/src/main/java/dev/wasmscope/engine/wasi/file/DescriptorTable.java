package dev.wasmscope.engine.wasi.file;

import dev.wasmscope.engine.wasi.abi.Errno;
import dev.wasmscope.engine.wasi.abi.ErrnoException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The open descriptors of a program by their numbers. */
public final class DescriptorTable {
  private static final int MOST_DESCRIPTORS = 1024;

  // A free number holds null.
  private final List<Descriptor> descriptors = new ArrayList<>();

  /** The descriptor with the given number; BADF if there is none. */
  public synchronized Descriptor get(int number) throws ErrnoException {
    Descriptor descriptor =
        number >= 0 && number < descriptors.size() ? descriptors.get(number) : null;
    if (descriptor == null) {
      throw new ErrnoException(Errno.BADF);
    }
    return descriptor;
  }

  /** Adds a descriptor under the lowest free number; MFILE if there are too many. */
  public synchronized int add(Descriptor descriptor) throws ErrnoException {
    int free = descriptors.indexOf(null);
    if (free >= 0) {
      descriptors.set(free, descriptor);
      return free;
    }
    if (descriptors.size() >= MOST_DESCRIPTORS) {
      throw new ErrnoException(Errno.MFILE);
    }
    descriptors.add(descriptor);
    return descriptors.size() - 1;
  }

  /** Closes a descriptor; its number is free then. */
  public void close(int number) throws IOException {
    remove(number).close();
  }

  private synchronized Descriptor remove(int number) throws ErrnoException {
    Descriptor descriptor = get(number);
    descriptors.set(number, null);
    return descriptor;
  }

  /** Gives a descriptor the number of another one, which is closed. */
  public void renumber(int from, int to) throws IOException {
    Descriptor replaced;
    synchronized (this) {
      Descriptor moving = get(from);
      replaced = get(to);
      if (from == to) {
        return;
      }
      descriptors.set(to, moving);
      descriptors.set(from, null);
    }
    replaced.close();
  }

  /** Closes all; the first failure is reported after all were tried. */
  public synchronized void closeAll() throws IOException {
    IOException failure = null;
    for (Descriptor descriptor : descriptors) {
      try {
        if (descriptor != null) {
          descriptor.close();
        }
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
    descriptors.clear();
    if (failure != null) {
      throw failure;
    }
  }

  synchronized void moved(Path from, Path to) {
    for (Descriptor descriptor : descriptors) {
      if (descriptor instanceof DirectoryDescriptor directory) {
        directory.moved(from, to);
      }
    }
  }
}
