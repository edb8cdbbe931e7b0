package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;

/** All formats: reads a profile of any of them, writes one by the ending of the file's name. */
public final class ProfileFormats {
  private static final String PACKED = ".gz";
  private static final String FOREIGN =
      "Open a Firefox Profiler, speedscope, .cpuprofile, pprof or collapsed-stacks file";

  private static final List<ProfileFormat> ALL =
      List.of(
          new SpeedscopeFormat(),
          new ChromeFormat(),
          new CollapsedFormat(),
          new PprofFormat(),
          new FirefoxFormat());

  private ProfileFormats() {}

  /** Every format, those with the longer endings first. */
  public static List<ProfileFormat> all() {
    return ALL;
  }

  /**
   * The format to write for a file name: the one whose ending it has, else Wasmscope's own, the
   * Firefox Profiler's.
   */
  public static ProfileFormat forName(String fileName) {
    String name = unpacked(fileName.toLowerCase(Locale.ROOT));
    for (ProfileFormat format : ALL) {
      if (format.extensions().stream().anyMatch(name::endsWith)) {
        return format;
      }
    }
    return ALL.getLast();
  }

  private static String unpacked(String name) {
    return name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
  }

  /**
   * Reads a profile of any format, packed with gzip or not.
   *
   * @throws ProfileReadException when it is not there or not a profile, with file, place and remedy
   */
  public static Profile read(Path file) throws ProfileReadException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    } catch (ProfileReadException e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new ProfileReadException(
          file.toString(), "", "there is no such file", "Check the path");
    } catch (IOException e) {
      throw new ProfileReadException(
          file.toString(),
          "",
          "the file cannot be read: " + e.getMessage(),
          "Check that it is a file and that you may read it");
    }
  }

  /**
   * Reads a profile of any format, packed with gzip or not.
   *
   * @param name what messages call it
   * @throws ProfileReadException when it is not a profile, with place and remedy
   */
  public static Profile read(String name, InputStream in) throws ProfileReadException {
    ProfileSource source = ProfileSource.open(name, in);
    byte[] start = source.peek();
    String text = new String(start, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      throw source.error("", "expected a profile, found an empty file", FOREIGN);
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return ofJson(JsonLoader.load(source));
    }
    if (looksBinary(start) && PprofFormat.recognises(start)) {
      return PprofFormat.read(source);
    }
    if (looksBinary(start)) {
      throw source.error("", "expected a profile, found a binary file", FOREIGN);
    }
    return CollapsedFormat.read(source);
  }

  /** Reads a profile from bytes. */
  public static Profile read(String name, byte[] bytes) throws ProfileReadException {
    return read(name, new ByteArrayInputStream(bytes));
  }

  private static Profile ofJson(JsonPlace root) throws ProfileReadException {
    if (SpeedscopeFormat.recognises(root)) {
      return SpeedscopeFormat.read(root);
    }
    if (ChromeFormat.recognises(root)) {
      return ChromeFormat.read(root);
    }
    if (FirefoxFormat.recognises(root)) {
      return FirefoxFormat.read(root);
    }
    throw root.problem(
        "expected a profile (\"meta\" and \"threads\", \"profiles\" and \"shared\", or \"nodes\""
            + " and \"startTime\"), found other JSON");
  }

  private static boolean looksBinary(byte[] start) {
    for (byte b : start) {
      if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return true;
      }
    }
    return false;
  }

  /**
   * Writes a profile in the format of the file's name, packed when the name ends with {@code .gz}.
   * The file appears whole or not at all.
   */
  public static void write(Profile profile, Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    write(profile, file, forName(name), name.toLowerCase(Locale.ROOT).endsWith(PACKED));
  }

  /** Writes a profile in a chosen format. The file appears whole or not at all. */
  public static void write(Profile profile, Path file, ProfileFormat format, boolean packed)
      throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path draft = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        write(profile, out, format, packed);
      }
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void write(Profile profile, OutputStream out, ProfileFormat format, boolean packed)
      throws IOException {
    try {
      if (packed) {
        GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16);
        format.write(profile, gzip);
        gzip.finish();
      } else {
        format.write(profile, out);
      }
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause
          ? cause
          : new IOException(e.getOriginalMessage(), e);
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
