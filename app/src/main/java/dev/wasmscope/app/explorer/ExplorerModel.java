package dev.wasmscope.app.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The folder and the outline that the explorer shows. */
public final class ExplorerModel {
  private static final Set<String> SHOWN =
      Set.of("wat", "wasm", "wast", "json", "toml", "c", "h", "rs", "txt", "md", "gz", "html");
  private static final int MOST_FILES = 2_000;

  /**
   * A file or folder.
   *
   * @param path where
   * @param folder whether it is a folder
   */
  public record Entry(Path path, boolean folder) {
    /** Its name. */
    public String name() {
      Path leaf = path.getFileName();
      return leaf == null ? path.toString() : leaf.toString();
    }
  }

  private final ObjectProperty<Path> folder;
  private final ObjectProperty<List<OutlineItem>> outline = new SimpleObjectProperty<>(List.of());
  private final Consumer<Path> open;
  private final IntConsumer goTo;

  /**
   * A model.
   *
   * @param folder the folder shown; null for none
   * @param open opens a file
   * @param goTo shows the character of the document in front with that index
   */
  public ExplorerModel(ObjectProperty<Path> folder, Consumer<Path> open, IntConsumer goTo) {
    this.folder = folder;
    this.open = open;
    this.goTo = goTo;
  }

  /** The folder shown. */
  public ObjectProperty<Path> folder() {
    return folder;
  }

  /** The outline of the document in front. */
  public ObjectProperty<List<OutlineItem>> outline() {
    return outline;
  }

  /** Opens {@code path}. */
  public void open(Path path) {
    open.accept(path);
  }

  /** Shows the place of {@code item}. */
  public void goTo(OutlineItem item) {
    if (item.offset() >= 0) {
      goTo.accept(item.offset());
    }
  }

  /**
   * What lies in {@code directory}: folders first, then files one may open; empty if unreadable.
   */
  public static List<Entry> list(Path directory) {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> paths = Files.list(directory)) {
      paths.limit(MOST_FILES).map(p -> new Entry(p, Files.isDirectory(p))).forEach(entries::add);
    } catch (IOException unreadable) {
      return List.of();
    }
    entries.removeIf(e -> e.name().startsWith(".") || (!e.folder() && !isShown(e.name())));
    entries.sort(Comparator.comparing((Entry e) -> !e.folder()).thenComparing(Entry::name));
    return entries;
  }

  private static boolean isShown(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && SHOWN.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
