// Walks a linked list of which one link was overwritten, and traps.
//
// main → describe → length: the debugger stops at the load in length, with the wild address on
// the operand stack. The text in the node before it tells who overwrote the link: label copies
// one name that is too long for its node.

#include <stdio.h>
#include <string.h>

struct node {
  char name[8];
  struct node *next;
};

static struct node nodes[5];

// Copies without asking how long the name is: this is the bug.
__attribute__((noinline)) static void label(struct node *node, const char *name) {
  strcpy(node->name, name);
}

static struct node *build(void) {
  static const char *const names[] = {"ash", "birch", "cedar", "dogwood tree", "elm"};
  for (int i = 0; i < 5; i++) {
    nodes[i].next = i < 4 ? &nodes[i + 1] : NULL;
    label(&nodes[i], names[i]);
  }
  return &nodes[0];
}

__attribute__((noinline)) static int length(const struct node *node) {
  int count = 0;
  while (node != NULL) {
    count++;
    node = node->next;
  }
  return count;
}

__attribute__((noinline)) static void describe(const struct node *first) {
  printf("the first tree is %.8s\n", first->name);
  fflush(stdout);
  printf("there are %d trees\n", length(first));
}

int main(void) {
  describe(build());
  return 0;
}
