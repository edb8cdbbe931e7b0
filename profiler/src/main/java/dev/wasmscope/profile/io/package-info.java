/**
 * Profiles as files, one format per class: {@link dev.wasmscope.profile.io.ProfileFormats} finds
 * the format of a file and reads it, and picks the format to write by the file's name.
 */
package dev.wasmscope.profile.io;
