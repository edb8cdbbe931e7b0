package dev.wasmscope.app.memory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Which bytes changed at the last stops. Pages once seen are kept and compared at the next stop; a
 * change is remembered for {@link #AGES} stops.
 */
final class ChangeTracker {
  /** For how many stops a change is remembered. */
  static final int AGES = 6;

  static final int PAGE = 4096;
  private static final int MOST_PAGES = 4096;

  private final Map<Long, byte[]> seen = new HashMap<>();
  private final TreeMap<Long, byte[]> ages = new TreeMap<>();

  /** Reads a page of the memory now. */
  interface Pages {
    /** The bytes of page {@code page}; fewer than a page at the end, none beyond it. */
    byte[] read(long page);
  }

  /** Forgets everything. */
  void clear() {
    seen.clear();
    ages.clear();
  }

  /** Whether {@code page} was seen before. */
  boolean knows(long page) {
    return seen.containsKey(page);
  }

  /** Keeps {@code content} of {@code page} for the next comparison unless it is kept already. */
  void see(long page, byte[] content) {
    if (seen.size() < MOST_PAGES) {
      seen.putIfAbsent(page, content);
    }
  }

  /** The program stopped again: compares all pages seen before. */
  void stopped(Pages pages) {
    ages.values().removeIf(ChangeTracker::grewOld);
    for (Map.Entry<Long, byte[]> entry : seen.entrySet()) {
      byte[] now = pages.read(entry.getKey());
      mark(entry.getKey(), entry.getValue(), now);
      entry.setValue(now);
    }
  }

  private static boolean grewOld(byte[] page) {
    boolean any = false;
    for (int i = 0; i < page.length; i++) {
      if (page[i] > 0) {
        page[i] = (byte) (page[i] >= AGES ? 0 : page[i] + 1);
        any |= page[i] > 0;
      }
    }
    return !any;
  }

  private void mark(long page, byte[] before, byte[] now) {
    int at = Arrays.mismatch(before, now);
    if (at < 0) {
      return;
    }
    byte[] marks = ages.computeIfAbsent(page, _ -> new byte[PAGE]);
    for (int i = at; i < now.length; i++) {
      if (i >= before.length || before[i] != now[i]) {
        marks[i] = 1;
      }
    }
  }

  /** A byte was written in the view itself: it counts as changed and seen. */
  void wrote(long address, byte value) {
    byte[] content = seen.get(address / PAGE);
    int at = (int) (address % PAGE);
    if (content != null && at < content.length) {
      content[at] = value;
    }
    ages.computeIfAbsent(address / PAGE, _ -> new byte[PAGE])[at] = 1;
  }

  /** How many stops ago the byte changed: 1 the last, 0 not lately. */
  int age(long address) {
    byte[] page = ages.get(address / PAGE);
    return page == null ? 0 : page[(int) (address % PAGE)];
  }

  /**
   * The first byte after {@code address} that changed at the last stop, searching round the end.
   */
  OptionalLong nextChange(long address) {
    OptionalLong after = firstIn(ages.tailMap(address / PAGE), address + 1);
    return after.isPresent() ? after : firstIn(ages, 0);
  }

  private static OptionalLong firstIn(Map<Long, byte[]> pages, long from) {
    for (Map.Entry<Long, byte[]> entry : pages.entrySet()) {
      long base = entry.getKey() * PAGE;
      for (int i = (int) Math.max(0, from - base); i < PAGE; i++) {
        boolean starts = i == 0 || entry.getValue()[i - 1] != 1 || base + i == from;
        if (entry.getValue()[i] == 1 && starts) {
          return OptionalLong.of(base + i);
        }
      }
    }
    return OptionalLong.empty();
  }

  /** How many bytes changed at the last stop. */
  long countLatest() {
    long count = 0;
    for (byte[] page : ages.values()) {
      for (byte age : page) {
        count += age == 1 ? 1 : 0;
      }
    }
    return count;
  }
}
