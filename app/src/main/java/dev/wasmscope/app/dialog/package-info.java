/**
 * Questions to the person in front of the window, behind an interface: models ask {@link
 * dev.wasmscope.app.dialog.Dialogs} and never see a control, tests answer in its place.
 */
package dev.wasmscope.app.dialog;
