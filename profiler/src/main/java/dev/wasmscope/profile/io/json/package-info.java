/** JSON as profiles need it: tables written column by column. */
package dev.wasmscope.profile.io.json;
