/* What is done before the heap meets the end of the address space. */
#ifndef WASM_HEAP_H
#define WASM_HEAP_H

#include "host.h"

/* The memory could not grow as far as was wanted: from here on what is left has to be looked after. */
extern bool heapAtEnd;

/* Whether `size` bytes can be had in one piece. */
bool heapHasRoom(size_t size);

/* processCommand, while heapAtEnd. */
int heapGuard(client *c);
/* faults.c: processCommand as it is otherwise. */
int heapProcess(client *c);

/* Whether the command that is about to run has too little left; then heapEvict takes performEvictions's place. */
bool heapEvicts(void);
int heapEvict(int (*evict)(void));

#endif
