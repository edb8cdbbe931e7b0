package dev.wasmscope.wasm.module;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Names of a module and of what it defines (specification, appendix "Custom Sections", Name
 * Section): the identifiers of its text without the dollar sign, or those of its name section.
 *
 * @param module the module's own name
 * @param flat name by index, for each index space
 * @param nested name by index within an owner: locals and labels by function, fields by type
 */
public record Names(
    Optional<String> module,
    Map<Space, Map<Integer, String>> flat,
    Map<NestedSpace, Map<Integer, Map<Integer, String>>> nested) {

  /** Index spaces whose members have names of their own; with the subsection of the section. */
  public enum Space {
    FUNCTION(1),
    TYPE(4),
    TABLE(5),
    MEMORY(6),
    GLOBAL(7),
    ELEMENT(8),
    DATA(9),
    TAG(11);

    private final int subsection;

    Space(int subsection) {
      this.subsection = subsection;
    }

    public int subsection() {
      return subsection;
    }
  }

  /** Index spaces within an owner; with the subsection of the section. */
  public enum NestedSpace {
    LOCAL(2),
    LABEL(3),
    FIELD(10);

    private final int subsection;

    NestedSpace(int subsection) {
      this.subsection = subsection;
    }

    public int subsection() {
      return subsection;
    }
  }

  public static final Names NONE = new Names(Optional.empty(), Map.of(), Map.of());

  /** The name of member {@code index} of {@code space}. */
  public Optional<String> of(Space space, int index) {
    return Optional.ofNullable(flat.getOrDefault(space, Map.of()).get(index));
  }

  /** The name of member {@code index} of {@code owner}. */
  public Optional<String> of(NestedSpace space, int owner, int index) {
    var owners = nested.getOrDefault(space, Map.of());
    return Optional.ofNullable(owners.getOrDefault(owner, Map.of()).get(index));
  }

  /** The function's name. */
  public Optional<String> function(int index) {
    return of(Space.FUNCTION, index);
  }

  /** The name of a parameter or local. */
  public Optional<String> local(int function, int index) {
    return of(NestedSpace.LOCAL, function, index);
  }

  /** The member of {@code space} called {@code name}, the first of several. */
  public OptionalInt indexOf(Space space, String name) {
    return flat.getOrDefault(space, Map.of()).entrySet().stream()
        .filter(e -> e.getValue().equals(name))
        .mapToInt(Map.Entry::getKey)
        .min();
  }

  /** Whether nothing has a name. */
  public boolean isEmpty() {
    return module.isEmpty() && flat.isEmpty() && nested.isEmpty();
  }

  /** Collects names. */
  public static final class Builder {

    private Optional<String> module = Optional.empty();
    private final Map<Space, Map<Integer, String>> flat = new HashMap<>();
    private final Map<NestedSpace, Map<Integer, Map<Integer, String>>> nested = new HashMap<>();

    public Builder module(String name) {
      module = Optional.of(name);
      return this;
    }

    public Builder put(Space space, int index, String name) {
      flat.computeIfAbsent(space, _ -> new HashMap<>()).put(index, name);
      return this;
    }

    public Builder put(NestedSpace space, int owner, int index, String name) {
      nested
          .computeIfAbsent(space, _ -> new HashMap<>())
          .computeIfAbsent(owner, _ -> new HashMap<>())
          .put(index, name);
      return this;
    }

    /** Adds all names that {@code other} has of members; it is not used afterwards. */
    public Builder putAll(Builder other) {
      other.flat.forEach((space, names) -> flat.merge(space, names, Builder::joined));
      other.nested.forEach((space, names) -> nested.merge(space, names, Builder::joined));
      return this;
    }

    private static <T> Map<Integer, T> joined(Map<Integer, T> names, Map<Integer, T> more) {
      names.putAll(more);
      return names;
    }

    public Names build() {
      return new Names(module, Map.copyOf(flat), Map.copyOf(nested));
    }
  }
}
