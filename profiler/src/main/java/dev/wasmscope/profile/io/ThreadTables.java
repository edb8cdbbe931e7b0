package dev.wasmscope.profile.io;

import dev.wasmscope.profile.model.FrameTable;
import dev.wasmscope.profile.model.FunctionTable;
import dev.wasmscope.profile.model.Profile;
import dev.wasmscope.profile.model.Samples;
import dev.wasmscope.profile.model.StackTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a profile's tables that one thread uses, numbered anew, for formats whose threads
 * have tables of their own.
 */
final class ThreadTables {
  /** Old rows by new row. */
  final int[] stacks;

  final int[] frames;
  final int[] functions;

  /** Names of modules, in order of first use. */
  final List<String> modules = new ArrayList<>();

  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<String, Integer> moduleRows = new LinkedHashMap<>();
  private final int[] newStack;
  private final int[] newFrame;
  private final int[] newFunction;

  ThreadTables(Profile profile, Samples samples) {
    StackTable stackTable = profile.stacks();
    FrameTable frameTable = profile.frames();
    boolean[] usedStacks = new boolean[stackTable.size()];
    for (int i = 0; i < samples.size(); i++) {
      if (samples.stack(i) != StackTable.NONE) {
        usedStacks[samples.stack(i)] = true;
      }
    }
    boolean[] usedFrames = new boolean[frameTable.size()];
    boolean[] usedFunctions = new boolean[profile.functions().size()];
    for (int stack = usedStacks.length - 1; stack >= 0; stack--) {
      if (usedStacks[stack]) {
        if (stackTable.prefix(stack) != StackTable.NONE) {
          usedStacks[stackTable.prefix(stack)] = true;
        }
        usedFrames[stackTable.frame(stack)] = true;
        usedFunctions[profile.functionOfStack(stack)] = true;
      }
    }
    stacks = used(usedStacks);
    frames = used(usedFrames);
    functions = used(usedFunctions);
    newStack = inverse(stacks, usedStacks.length);
    newFrame = inverse(frames, usedFrames.length);
    newFunction = inverse(functions, usedFunctions.length);
    modules(profile.functions());
  }

  private void modules(FunctionTable table) {
    for (int function : functions) {
      String module = table.module(function);
      if (!module.isEmpty() && moduleRows.putIfAbsent(module, modules.size()) == null) {
        modules.add(module);
      }
    }
  }

  private static int[] used(boolean[] used) {
    int[] rows = new int[used.length];
    int size = 0;
    for (int row = 0; row < used.length; row++) {
      if (used[row]) {
        rows[size++] = row;
      }
    }
    return Arrays.copyOf(rows, size);
  }

  private static int[] inverse(int[] rows, int size) {
    int[] inverse = new int[size];
    for (int i = 0; i < rows.length; i++) {
      inverse[rows[i]] = i;
    }
    return inverse;
  }

  int stack(int oldStack) {
    return newStack[oldStack];
  }

  int frame(int oldFrame) {
    return newFrame[oldFrame];
  }

  int function(int oldFunction) {
    return newFunction[oldFunction];
  }

  /** New row of a module; -1 for the empty name. */
  int module(String name) {
    return moduleRows.getOrDefault(name, -1);
  }

  /** New row of a string, added when it is new. */
  int string(String text) {
    Integer known = strings.putIfAbsent(text, strings.size());
    return known == null ? strings.size() - 1 : known;
  }

  /** The strings asked for so far. */
  List<String> strings() {
    return List.copyOf(strings.keySet());
  }
}
