/* A stable qsort, as glibc's is. SORT and GEOSEARCH leave what compares equal in the order that this function gives it,
 * and musl's own (a smoothsort) gives another than every server. */
#include <stdlib.h>
#include <string.h>

typedef int compare(const void *, const void *);

/* Sorts `count` elements of `size` bytes at `from`, with room for half of them at `room`. */
static void mergeSort(char *from, size_t count, size_t size, compare *cmp, char *room) {
    if (count < 2) return;
    size_t left = count / 2, right = count - left;
    char *middle = from + left * size, *out = from;
    mergeSort(from, left, size, cmp, room);
    mergeSort(middle, right, size, cmp, room);
    memcpy(room, from, left * size);
    for (char *taken = room; left > 0 && right > 0; out += size) {
        if (cmp(taken, middle) <= 0) {
            memcpy(out, taken, size);
            taken += size;
            left--;
        } else {
            memmove(out, middle, size);
            middle += size;
            right--;
        }
        if (left == 0 || right == 0) memcpy(out + size, taken, left * size);
    }
}

void qsort(void *base, size_t count, size_t size, compare *cmp) {
    char *room = malloc(count / 2 * size + 1);
    if (room == NULL) abort();
    mergeSort(base, count, size, cmp, room);
    free(room);
}
