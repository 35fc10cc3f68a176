#pragma once
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
/// Blocks of `large` bytes and more go back to the system when they are freed, and so does free memory at the top of
/// the heap beyond `top` bytes. Does nothing where the C library is not glibc.
static inline void cmalloc_setThresholds(int large, int top) {
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, top);
#endif
}
