/** The profile page: flame graph, icicle or time order, search, the table of functions. */
package dev.wasmscope.app.profile;
