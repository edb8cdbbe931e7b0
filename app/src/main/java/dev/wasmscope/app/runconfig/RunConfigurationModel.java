package dev.wasmscope.app.runconfig;

import dev.wasmscope.app.program.EntryPoint;
import dev.wasmscope.app.settings.RunConfiguration;
import dev.wasmscope.app.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A run configuration while it is edited. */
public final class RunConfigurationModel {
  private final List<EntryPoint.Choice> choices;
  private final ObjectProperty<EntryPoint.Choice> entry = new SimpleObjectProperty<>();
  private final ObservableList<StringProperty> arguments = FXCollections.observableArrayList();
  private final StringProperty programArguments = new SimpleStringProperty();
  private final StringProperty directories = new SimpleStringProperty();
  private final StringProperty environment = new SimpleStringProperty();
  private final StringProperty stdin = new SimpleStringProperty();
  private final StringProperty links = new SimpleStringProperty();
  private final BooleanProperty stubImports = new SimpleBooleanProperty();
  private final BooleanProperty stopAtEntry = new SimpleBooleanProperty();

  /**
   * A model that starts from {@code before}.
   *
   * @param choices the functions that can be called
   */
  public RunConfigurationModel(List<EntryPoint.Choice> choices, RunConfiguration before) {
    this.choices = List.copyOf(choices);
    programArguments.set(quoted(before.programArguments()));
    directories.set(String.join("\n", before.directories()));
    environment.set(
        String.join(
            "\n",
            before.environment().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .sorted()
                .toList()));
    stdin.set(before.stdin());
    links.set(String.join("\n", before.links()));
    stubImports.set(before.stubImports());
    stopAtEntry.set(before.stopAtEntry());
    entry.subscribe(this::chosen);
    entry.set(
        choices.stream()
            .filter(c -> c.export().equals(before.entry()))
            .findFirst()
            .or(() -> EntryPoint.natural(choices))
            .orElse(null));
    for (int i = 0; i < Math.min(arguments.size(), before.arguments().size()); i++) {
      arguments.get(i).set(before.arguments().get(i));
    }
  }

  private void chosen(EntryPoint.Choice choice) {
    List<StringProperty> fresh = new ArrayList<>();
    if (choice != null) {
      for (int i = 0; i < choice.type().params().size(); i++) {
        fresh.add(new SimpleStringProperty(choice.example(i)));
      }
    }
    arguments.setAll(fresh);
  }

  /** The functions that can be called. */
  public List<EntryPoint.Choice> choices() {
    return choices;
  }

  /** The function that is called; null when there is none. */
  public ObjectProperty<EntryPoint.Choice> entry() {
    return entry;
  }

  /** Its arguments as text, one per parameter. */
  public ObservableList<StringProperty> arguments() {
    return arguments;
  }

  /** The type of parameter {@code index} in words. */
  public String parameterType(int index) {
    return entry.get().parameterType(index);
  }

  /** The name of parameter {@code index} with its dollar sign; empty if it has none. */
  public String parameterName(int index) {
    String name = entry.get().parameters().get(index);
    return name.isEmpty() ? "" : "$" + name;
  }

  /** Why {@code text} is no argument for parameter {@code index}; empty when it is. */
  public Optional<String> refusal(int index, String text) {
    return entry.get().refusal(index, text);
  }

  /** The program's own arguments on one line; blanks separate, quotes keep together. */
  public StringProperty programArguments() {
    return programArguments;
  }

  /** Granted directories, one {@code HOST::GUEST} a line. */
  public StringProperty directories() {
    return directories;
  }

  /** Environment variables, one {@code NAME=VALUE} a line. */
  public StringProperty environment() {
    return environment;
  }

  /** What standard input holds. */
  public StringProperty stdin() {
    return stdin;
  }

  /** Modules that serve imports, one {@code NAME=FILE} a line. */
  public StringProperty links() {
    return links;
  }

  /** Whether functions that nobody provides answer zero or null. */
  public BooleanProperty stubImports() {
    return stubImports;
  }

  /** Whether debugging stops at the first instruction. */
  public BooleanProperty stopAtEntry() {
    return stopAtEntry;
  }

  /** Why the configuration cannot be used; empty when it can. */
  public Optional<String> problem() {
    for (int i = 0; i < arguments.size(); i++) {
      Optional<String> refused = refusal(i, arguments.get(i).get());
      if (refused.isPresent()) {
        return refused;
      }
    }
    for (String line : lines(environment.get())) {
      if (line.indexOf('=') <= 0) {
        return Optional.of(Text.of("run.badVariable", line));
      }
    }
    for (String line : lines(links.get())) {
      if (line.indexOf('=') <= 0 || line.endsWith("=")) {
        return Optional.of(Text.of("run.badLink", line));
      }
    }
    return Optional.empty();
  }

  /** The configuration as edited. */
  public RunConfiguration result() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : lines(environment.get())) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        variables.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    String name = entry.get() == null ? "" : entry.get().export();
    return new RunConfiguration(
        name.equals(EntryPoint.START) ? "" : name,
        arguments.stream().map(p -> p.get().strip()).toList(),
        split(programArguments.get()),
        lines(directories.get()),
        variables,
        stdin.get(),
        lines(links.get()),
        stubImports.get(),
        stopAtEntry.get());
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String quoted(List<String> words) {
    return String.join(
        " ",
        words.stream()
            .map(
                w -> w.isEmpty() || w.chars().anyMatch(Character::isWhitespace) ? '"' + w + '"' : w)
            .toList());
  }

  /** Splits a line at blanks; double quotes keep blanks together. */
  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean started = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        started = true;
      } else if (Character.isWhitespace(c) && !quoted) {
        if (started) {
          words.add(word.toString());
        }
        word.setLength(0);
        started = false;
      } else {
        word.append(c);
        started = true;
      }
    }
    if (started) {
      words.add(word.toString());
    }
    return words;
  }
}
