/**
 * The one table of commands. A {@link dev.wasmscope.app.command.Cmd} row gives a command its place
 * in the menus, its icon and its key; {@link dev.wasmscope.app.command.Commands} joins a row to
 * what it does and when it may be done. Menus, toolbar, shortcuts and the palette are all made from
 * it.
 */
package dev.wasmscope.app.command;
