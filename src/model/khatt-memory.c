/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The C library keeps what was freed, since it may be wanted again. After a document of a million
 * events it will not be. */

#include "khatt-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define FEWEST_EVENTS 100000 /* what fewer leave behind is not worth some milliseconds */

/**
 * khatt_memory_give_back:
 * @n_events: how large that is which was built
 *
 * Gives memory that is not in use back to the system, where the C library can. For threads that
 * have just built something, which does nothing unless it is large.
 */
void
khatt_memory_give_back (guint n_events)
{
#ifdef __GLIBC__
  if (n_events >= FEWEST_EVENTS)
    malloc_trim (0);
#endif
}
