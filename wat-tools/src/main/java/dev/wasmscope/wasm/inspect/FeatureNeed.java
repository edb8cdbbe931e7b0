package dev.wasmscope.wasm.inspect;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.instr.Standard;
import dev.wasmscope.wasm.module.Site;

/**
 * A feature that a module needs.
 *
 * @param feature what is needed
 * @param construct the instruction or part of a definition that asked for it first
 * @param site where that is
 * @param uses how often the module asks for it
 */
public record FeatureNeed(Feature feature, String construct, Site site, int uses) {

  /** The first version of the standard that has the feature. */
  public Standard since() {
    return feature.since();
  }
}
