/** Where the time of a run went. */
package dev.wasmscope.profile;
