/** Where the time went. */
module dev.wasmscope.profile {
  requires transitive dev.wasmscope.engine;
}
