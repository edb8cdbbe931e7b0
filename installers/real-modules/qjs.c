/* Runs a file of JavaScript. QuickJS's own qjs wants processes and terminals, which WASI has not; this
   one knows the language and print. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "quickjs.h"

static JSValue print(JSContext *context, JSValueConst self, int count, JSValueConst *values) {
  for (int i = 0; i < count; i++) {
    const char *text = JS_ToCString(context, values[i]);
    if (!text) return JS_EXCEPTION;
    printf(i ? " %s" : "%s", text);
    JS_FreeCString(context, text);
  }
  putchar('\n');
  return JS_UNDEFINED;
}

static char *read_all(const char *name, size_t *length) {
  FILE *file = fopen(name, "rb");
  if (!file) return NULL;
  size_t room = 1 << 16;
  char *text = malloc(room + 1);
  *length = 0;
  for (size_t n; (n = fread(text + *length, 1, room - *length, file)) > 0;) {
    *length += n;
    if (*length == room) text = realloc(text, (room *= 2) + 1);
  }
  text[*length] = 0;
  fclose(file);
  return text;
}

int main(int count, char **arguments) {
  if (count != 2) return fprintf(stderr, "usage: qjs FILE\n"), 2;
  size_t length;
  char *text = read_all(arguments[1], &length);
  if (!text) return perror(arguments[1]), 2;
  JSRuntime *runtime = JS_NewRuntime();
  JSContext *context = JS_NewContext(runtime);
  JSValue global = JS_GetGlobalObject(context);
  JS_SetPropertyStr(context, global, "print", JS_NewCFunction(context, print, "print", 1));
  JSValue result = JS_Eval(context, text, length, arguments[1], JS_EVAL_TYPE_GLOBAL);
  for (JSContext *job; JS_ExecutePendingJob(runtime, &job) > 0;) {}
  if (!JS_IsException(result)) return 0;
  const char *error = JS_ToCString(context, JS_GetException(context));
  return fprintf(stderr, "%s\n", error), 1;
}
