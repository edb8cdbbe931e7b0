package dev.wasmscope.engine.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a program is granted. What is not in here does not exist for it.
 *
 * @param directories the directories it may reach, in the order in which it sees them
 * @param environment the environment variables it may read, with their values
 * @param clock what it learns about time
 * @param random which random numbers it gets
 */
public record Permissions(
    List<DirectoryGrant> directories,
    Map<String, String> environment,
    ClockGrant clock,
    RandomGrant random) {

  /** Copies the collections; the order of the environment is kept. */
  public Permissions {
    directories = List.copyOf(directories);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** Nothing at all. */
  public static Permissions none() {
    return new Permissions(List.of(), Map.of(), new ClockGrant.Denied(), new RandomGrant.Denied());
  }

  /** The host's clocks and random numbers, which ordinary programs expect; nothing else. */
  public static Permissions standard() {
    return new Permissions(List.of(), Map.of(), new ClockGrant.Host(), new RandomGrant.Host());
  }

  /** Nothing but time and random numbers that are the same in every run. */
  public static Permissions deterministic(long seed) {
    return new Permissions(
        List.of(), Map.of(), ClockGrant.Virtual.standard(), new RandomGrant.Seeded(seed));
  }

  /** The same with other directories. */
  public Permissions withDirectories(List<DirectoryGrant> granted) {
    return new Permissions(granted, environment, clock, random);
  }

  /** The same with another environment. */
  public Permissions withEnvironment(Map<String, String> variables) {
    return new Permissions(directories, variables, clock, random);
  }
}
