// Decodes 64 KiB of mixed UTF-8, checking every rule (RFC 3629), n times.
#include "../kernel.h"

#define SIZE 65536

static uint8_t text[SIZE];

static int encode(uint8_t *out, uint32_t c) {
  if (c < 0x80) {
    out[0] = c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = 0xc0 | c >> 6, out[1] = 0x80 | (c & 63);
    return 2;
  }
  out[0] = 0xe0 | c >> 12, out[1] = 0x80 | (c >> 6 & 63), out[2] = 0x80 | (c & 63);
  return 3;
}

// The sum of the code points, or -1 where the text is malformed.
static int decode(const uint8_t *s, const uint8_t *end) {
  uint32_t sum = 0;
  while (s < end) {
    uint32_t c = *s++;
    int more = c < 0x80 ? 0 : c < 0xc2 ? -1 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : c < 0xf5 ? 3 : -1;
    if (more < 0 || s + more > end) {
      return -1;
    }
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (more) {
      c &= 0x3f >> more;
      for (int i = 0; i < more; i++, s++) {
        if ((*s & 0xc0) != 0x80) {
          return -1;
        }
        c = c << 6 | (*s & 0x3f);
      }
      if (c < least[more] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) {
        return -1;
      }
    }
    sum += c;
  }
  return sum;
}

EXPORT(run) int run(int n) {
  uint32_t seed = 5;
  int size = 0;
  while (size < SIZE - 3) {
    uint32_t r = next_random(&seed);
    uint32_t c = r % 8 < 5 ? r / 8 % 0x80 : r % 8 < 7 ? r / 8 % 0x800 : 0x3000 + r / 8 % 0x2000;
    size += encode(text + size, c);
  }
  int sum = 0;
  for (int round = 0; round < n; round++) {
    sum = sum * 31 + decode(text, text + size);
  }
  return sum;
}
