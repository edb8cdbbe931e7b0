package dev.wasmscope.profile.report;

import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.view.Diff;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * Writes {@code analysis.html}: one page that needs no network and no server, and whose security
 * policy forbids it any.
 */
public final class HtmlReport {
  private static final List<String> SCRIPTS =
      List.of(
          "profile.js",
          "layout.js",
          "format.js",
          "colors.js",
          "flame.js",
          "grid.js",
          "timeline.js",
          "views.js",
          "main.js");

  private HtmlReport() {}

  /** Something that writes the embedded data. */
  @FunctionalInterface
  private interface Data {
    void write(OutputStream out);
  }

  /**
   * Writes the report of one profile. The file appears whole or not at all.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(Profile profile, Path file, ReportOptions options) throws IOException {
    String title = options.title().isEmpty() ? profile.meta().product() : options.title();
    save(file, title, out -> new ReportData(profile, title, options).write(out));
  }

  /** Writes the report of one profile to a stream, which is flushed, not closed. */
  public static void write(Profile profile, OutputStream out, ReportOptions options)
      throws IOException {
    String title = options.title().isEmpty() ? profile.meta().product() : options.title();
    page(out, title, data -> new ReportData(profile, title, options).write(data));
  }

  /**
   * Writes the report of what changed from one profile to another. The file appears whole or not at
   * all.
   *
   * @throws IOException when the file cannot be written
   */
  public static void writeDiff(Diff diff, Profile before, Profile after, Path file)
      throws IOException {
    String title = before.meta().product() + " → " + after.meta().product();
    save(file, title, out -> new DiffData(diff, before, after, title).write(out));
  }

  private static void save(Path file, String title, Data data) throws IOException {
    Path target = file.toAbsolutePath();
    if (target.getParent() != null) {
      Files.createDirectories(target.getParent());
    }
    Path draft = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(draft)) {
        page(out, title, data);
      }
      move(draft, target);
    } finally {
      Files.deleteIfExists(draft);
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

  private static void page(OutputStream out, String title, Data data) throws IOException {
    String style = resource("report.css");
    StringBuilder script = new StringBuilder();
    for (String name : SCRIPTS) {
      script.append(resource(name)).append('\n');
    }
    String[] around =
        resource("report.html")
            .replace("{{policy}}", policy(style, script.toString()))
            .replace("{{title}}", escaped(title))
            .replace("{{style}}", style)
            .replace("{{script}}", script)
            .split("\\{\\{data}}", 2);
    out.write(around[0].getBytes(StandardCharsets.UTF_8));
    try {
      data.write(out);
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause
          ? cause
          : new IOException(e.getOriginalMessage(), e);
    }
    out.write(around[1].getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Nothing may be loaded; only this style and this script, known by their digests, may work. */
  private static String policy(String style, String script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '"
        + digest(style)
        + "'; script-src '"
        + digest(script)
        + "'";
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("the resource " + name + " is missing from this installation");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
