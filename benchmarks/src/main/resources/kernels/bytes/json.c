// Tokenises 64 KiB of JSON (RFC 8259), n times.
#include "../kernel.h"

#define SIZE 65536

static char text[SIZE];

static int put(int at, const char *s) {
  while (*s) {
    text[at++] = *s++;
  }
  return at;
}

static int put_number(int at, uint32_t value) {
  char digits[10];
  int count = 0;
  do {
    digits[count++] = '0' + value % 10;
  } while (value /= 10);
  while (count) {
    text[at++] = digits[--count];
  }
  return at;
}

static int generate(void) {
  uint32_t seed = 11;
  int at = put(0, "[");
  while (at < SIZE - 128) {
    at = put(at, "{\"name\": \"item \\\"");
    at = put_number(at, next_random(&seed) % 100000);
    at = put(at, "\\\"\", \"price\": ");
    at = put_number(at, next_random(&seed) % 1000);
    at = put(at, ".25e-1, \"stock\": [true, false, null, ");
    at = put_number(at, next_random(&seed));
    at = put(at, "]},\n");
  }
  return put(at, "{}]");
}

static int is_digit(char c) { return c >= '0' && c <= '9'; }

static int skip_string(int at) {
  while (text[at] != '"') {
    at += text[at] == '\\' ? 2 : 1;
  }
  return at + 1;
}

static int skip_number(int at) {
  while (is_digit(text[at]) || text[at] == '.' || text[at] == 'e' || text[at] == '-' || text[at] == '+') {
    at++;
  }
  return at;
}

static uint32_t tokenise(int size) {
  uint32_t hash = 0;
  int depth = 0;
  for (int at = 0; at < size;) {
    int start = at;
    char c = text[at++];
    switch (c) {
      case ' ': case '\n': case '\t': case '\r': continue;
      case '{': case '[': depth++; break;
      case '}': case ']': depth--; break;
      case ',': case ':': break;
      case '"': at = skip_string(at); break;
      case 't': case 'n': at += 3; break;
      case 'f': at += 4; break;
      default: at = skip_number(at);
    }
    hash = hash * 31 + c + (at - start) * 7 + depth;
  }
  return hash;
}

EXPORT(run) int run(int n) {
  int size = generate();
  uint32_t sum = 0;
  for (int round = 0; round < n; round++) {
    sum = sum * 17 + tokenise(size);
  }
  return sum;
}
