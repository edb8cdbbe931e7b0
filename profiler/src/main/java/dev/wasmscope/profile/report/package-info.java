/**
 * Profiles as one self-contained HTML page: the page's markup, style and script are resources
 * beside these classes, the profile is embedded as escaped JSON.
 */
package dev.wasmscope.profile.report;
