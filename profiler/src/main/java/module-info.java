/** Where the time went. */
module dev.wasmscope.profile {
  requires tools.jackson.core;
  requires transitive dev.wasmscope.engine;

  exports dev.wasmscope.profile.collect;
  exports dev.wasmscope.profile.io;
  exports dev.wasmscope.profile.model;
  exports dev.wasmscope.profile.report;
  exports dev.wasmscope.profile.view;
}
