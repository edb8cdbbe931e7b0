/**
 * What the window remembers between starts: theme, font size, recent files, re-mapped keys, and the
 * run configuration of each file. Plain records, stored as JSON in the user's configuration folder.
 */
package dev.wasmscope.app.settings;
