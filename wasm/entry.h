/* How the functions begin and end that the host calls. Include server.h first. */
#ifndef WASM_ENTRY_H
#define WASM_ENTRY_H

#include "stream.h"

extern bool entryInside; /* an import must not call back into the module */

#define ENTER()                                                                                                        \
    do {                                                                                                               \
        if (!booted || entryInside) return REDIS_ERR_STATE;                                                            \
        entryInside = true;                                                                                            \
        clockEntered();                                                                                                \
    } while (0)
#define LEAVE(value)                                                                                                   \
    do {                                                                                                               \
        int leaveWith = (value);                                                                                       \
        entryInside = false;                                                                                           \
        return leaveWith;                                                                                              \
    } while (0)

/* What a server's event loop does before it sleeps: replies are written, and what follows from the commands is done. */
void settle(void);

#endif
