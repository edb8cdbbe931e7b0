package dev.wasmscope.wasm.valid;

import dev.wasmscope.wasm.instr.Feature;
import dev.wasmscope.wasm.module.Site;

/**
 * Something in a module that needs a feature.
 *
 * @param site where it is
 * @param construct what it is, in words
 */
public record FeatureUse(Feature feature, Site site, String construct) {}
