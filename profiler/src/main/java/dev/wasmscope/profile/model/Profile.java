package dev.wasmscope.profile.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole profile. Function, frame and stack rows are shared by all threads.
 *
 * @param meta facts about the whole
 * @param functions the function table
 * @param frames the frame table
 * @param stacks the stack table
 * @param threads the threads, main thread first
 * @param counters quantities over time
 * @param sources texts of files that functions name, by the name of the file
 */
public record Profile(
    ProfileMeta meta,
    FunctionTable functions,
    FrameTable frames,
    StackTable stacks,
    List<ProfileThread> threads,
    List<Counter> counters,
    Map<String, String> sources) {

  /** Takes immutable copies. */
  public Profile {
    threads = List.copyOf(threads);
    counters = List.copyOf(counters);
    sources = Collections.unmodifiableMap(new TreeMap<>(sources));
  }

  /** Row in the function table of the function on top of stack {@code stack}. */
  public int functionOfStack(int stack) {
    return frames.function(stacks.frame(stack));
  }
}
