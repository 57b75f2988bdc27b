/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The C library keeps what was freed, since it may be wanted again. After a document of a million
 * events it will not be. */

#include "khatt-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/**
 * khatt_memory_give_back:
 *
 * Gives memory that is not in use back to the system, where the C library can; takes some
 * milliseconds. For threads that have just built something large.
 */
void
khatt_memory_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
