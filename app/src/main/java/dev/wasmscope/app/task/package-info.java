/**
 * Background work as data: a {@link dev.wasmscope.app.task.Job} says what to do away from the
 * window's thread, a {@link dev.wasmscope.app.task.TaskRunner} does it, and a {@link
 * dev.wasmscope.app.task.TaskBoard} holds what is under way for the status bar.
 */
package dev.wasmscope.app.task;
