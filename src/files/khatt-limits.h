/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* Every limit that reading and writing put on a file. What lies beyond is said, never silently
 * dropped. */

/* Bytes of a file or stream: what an endless pipe is stopped at. */
#define KHATT_LIMIT_FILE ((goffset) 4 * 1024 * 1024 * 1024)
/* Bytes of an article, decoded. */
#define KHATT_LIMIT_ARTICLE ((gsize) 16 * 1024 * 1024)
/* Bytes of a quoted CSV field; one that goes on longer was never closed. */
#define KHATT_LIMIT_CSV_FIELD ((gsize) 1024 * 1024)
/* Bytes of a CSV row, its quoted fields included. */
#define KHATT_LIMIT_CSV_ROW ((gsize) 4 * 1024 * 1024)
/* Nesting of a JSON document. */
#define KHATT_LIMIT_DEPTH 64
/* Bytes of a line that are held back so that it can be read again alone. */
#define KHATT_LIMIT_LINE ((gsize) 4 * 1024 * 1024)
/* Issues of a file that are kept one by one. */
#define KHATT_LIMIT_ISSUES 1000
/* Bytes that an encoding is guessed from. */
#define KHATT_LIMIT_SAMPLE ((gsize) 64 * 1024)
/* Code points of an article's first line that is taken for its title. */
#define KHATT_LIMIT_TITLE 200
/* Elements of a web page that are told apart. */
#define KHATT_LIMIT_ELEMENTS 1000000
/* Events of a page that is handed out: what a browser shows at once and a person reads. */
#define KHATT_LIMIT_HANDOUT 10000
/* Folders within one another. */
#define KHATT_LIMIT_FOLDERS 32
