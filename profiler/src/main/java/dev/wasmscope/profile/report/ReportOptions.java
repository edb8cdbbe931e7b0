package dev.wasmscope.profile.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * What goes into a report besides the profile.
 *
 * @param title what the page is called; empty for the profile's product
 * @param sources texts of files that functions of the profile name, besides those that the profile
 *     holds, by the name of the file
 */
public record ReportOptions(String title, Map<String, String> sources) {

  /** Nothing besides the profile. */
  public static final ReportOptions NONE = new ReportOptions("", Map.of());

  /** Takes a copy, in order of the names. */
  public ReportOptions {
    sources = new TreeMap<>(sources);
  }
}
