package dev.wasmscope.wasm.module;

import dev.wasmscope.wasm.type.TableType;
import java.util.Optional;

/** A table defined in the module (§2.5.3), with its initial element if that is written out. */
public record Table(TableType type, Optional<ByteSlice> init) {}
