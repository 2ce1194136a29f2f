/* Where an engine lies in the module's memory, and which pages of it hold something: what a host copies. */
#include "server.h"
#include "host.h"
#include <unistd.h>

extern uint8_t __global_base; /* the linker's: where data begins, above the stack */

EXPORT(redis_image) int redis_image(void) {
    shared_block.output = &__global_base;
    shared_block.output_size = (uint32_t)((uint8_t *)sbrk(0) - &__global_base);
    return 0;
}

/* The unit in which a host copies memory, and how much of it is looked at in one step. */
#define PAGE 4096
typedef uint64_t block __attribute__((vector_size(16)));

static bool isClear(const uint8_t *page) {
    const block *p = (const block *)page;
    for (int i = 0; i < PAGE / 16; i += 8) {
        block found = p[i] | p[i + 1] | p[i + 2] | p[i + 3] | p[i + 4] | p[i + 5] | p[i + 6] | p[i + 7];
        if (found[0] | found[1]) return false;
    }
    return true;
}

EXPORT(redis_page) uint32_t redis_page(uint32_t from, uint32_t end, int used) {
    while (from < end && isClear((const uint8_t *)(uintptr_t)from) == (used != 0)) from += PAGE;
    return from;
}
