/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which encoding a text is in: a byte order mark says it; UTF-16 without one shows in where its
 * zero bytes stand; UTF-8 has a form that nothing else has by accident; a web page may declare the
 * rest, and what nobody declares ICU's detector guesses. UTF-16 goes before ICU, which takes it for
 * Latin. A page that has the form of UTF-8 is UTF-8, whatever it declares: so do browsers' users
 * read it after a site has changed its encoding and not its templates. */

#include "khatt-encoding.h"

#include <string.h>
#include <unicode/ucsdet.h>

typedef struct
{
  const char *mark;
  guint8 length;
  guint8 unit_length;
  const char *name;
} Mark;

/* The longer ones first: UTF-32's begins as UTF-16's does. */
static const Mark marks[] = {
  { "\xFF\xFE\0\0", 4, 4, "UTF-32LE" }, { "\0\0\xFE\xFF", 4, 4, "UTF-32BE" },
  { "\xEF\xBB\xBF", 3, 1, "UTF-8" },    { "\xFF\xFE", 2, 2, "UTF-16LE" },
  { "\xFE\xFF", 2, 2, "UTF-16BE" },
};

/* Of sixteen-bit text so much of one half is below this, and so little of the other. */
#define HIGH_BYTE_LIMIT 0x09
#define MOSTLY 0.6
#define RARELY 0.1

/* Letters of Arabic, spaces and Latin have a high byte of 0x06 or 0x00, which no text has as a
 * character. */
static const char *
detect_utf16 (const guint8 *bytes, gsize length)
{
  gsize n_low[2] = { 0, 0 };
  double half = (double) (length / 2);

  for (gsize i = 0; i < length; i++)
    n_low[i % 2] += bytes[i] < HIGH_BYTE_LIMIT;
  if (half < 2)
    return NULL;
  if ((double) n_low[1] > MOSTLY * half && (double) n_low[0] < RARELY * half)
    return "UTF-16LE";
  if ((double) n_low[0] > MOSTLY * half && (double) n_low[1] < RARELY * half)
    return "UTF-16BE";
  return NULL;
}

/* Whether what is not ASCII has the form of UTF-8, but for damaged places. In a text of one byte a
 * letter hardly any two have it by accident. */
static gboolean
is_utf8 (const guint8 *bytes, gsize length, gboolean is_all)
{
  const char *at = (const char *) bytes;
  const char *end = at + length;
  gsize n_right = 0;
  gsize n_wrong = 0;

  while (at < end)
    {
      gunichar character = *at != '\0' ? g_utf8_get_char_validated (at, end - at) : 0;

      if (character == (gunichar) -2)
        {
          n_wrong += is_all;
          break;
        }
      if (character == (gunichar) -1)
        {
          n_wrong++;
          at++;
          continue;
        }
      n_right += character >= 0x80;
      at = g_utf8_next_char (at);
    }
  return n_right >= n_wrong;
}

static const char *
detect_with_icu (const guint8 *bytes, gsize length)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match = NULL;
  const char *name = NULL;

  ucsdet_setText (detector, (const char *) bytes, (int32_t) length, &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL)
    name = ucsdet_getName (match, &status);
  name = U_SUCCESS (status) ? g_intern_string (name) : NULL;
  ucsdet_close (detector);
  return name;
}

/* ISO-8859-6 has no letters from 0x80 to 0x9F and few above; what has them is Windows-1256,
 * whatever the detector says of the rest. */
static gboolean
is_iso_arabic (const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = bytes[i];

      if (byte >= 0x80 && byte != 0xA0 && byte != 0xA4 && byte != 0xAC && byte != 0xAD &&
          byte != 0xBB && byte != 0xBF && !(byte >= 0xC1 && byte <= 0xDA) &&
          !(byte >= 0xE0 && byte <= 0xF2))
        return FALSE;
    }
  return TRUE;
}

static gboolean
can_convert (const char *name)
{
  GIConv converter = name != NULL ? g_iconv_open ("UTF-8", name) : (GIConv) -1;

  if (converter == (GIConv) -1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}

/* No text has this many NULs, one of so many bytes; damaged ones have a few. */
#define BYTES_PER_NUL 256

static gboolean
is_binary (const guint8 *bytes, gsize length)
{
  gsize n_nul = 0;

  for (gsize i = 0; i < length; i++)
    n_nul += bytes[i] == 0;
  return n_nul > length / BYTES_PER_NUL + 1;
}

/* Bytes of a page in which its declaration stands. */
#define DECLARATION_LENGTH ((gsize) 4096)
#define MAX_NAME 40

/* What stands behind charset= or encoding= at the beginning of a page. */
static const char *
find_declared (const guint8 *bytes, gsize length)
{
  static const char *const keys[] = { "charset", "encoding" };
  g_autofree char *head =
      g_ascii_strdown ((const char *) bytes, (gssize) MIN (length, DECLARATION_LENGTH));

  if (*head != '<' && strstr (head, "<meta") == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *at = strstr (head, keys[i]);
      g_autofree char *name = NULL;

      if (at == NULL)
        continue;
      at += strlen (keys[i]);
      at += strspn (at, " \t\r\n=\"'");
      name = g_strndup (at, MIN (strcspn (at, " \t\r\n;\"'/>?"), (gsize) MAX_NAME));
      if (*name != '\0' && strncmp (name, "utf", strlen ("utf")) != 0 && can_convert (name))
        return g_intern_string (name);
    }
  return NULL;
}

/**
 * khatt_encoding_detect:
 * @bytes: the beginning of a file
 * @length: how many bytes
 * @is_all: whether the file ends there
 *
 * Returns: what it is encoded in; its name is %NULL where the file is no text
 */
KhattEncoding
khatt_encoding_detect (const guint8 *bytes, gsize length, gboolean is_all)
{
  const char *name;

  if (length == 0)
    return (KhattEncoding){ "UTF-8", 0, 1, FALSE };
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
        return (KhattEncoding){ marks[i].name, marks[i].length, marks[i].unit_length, FALSE };
    }

  name = detect_utf16 (bytes, length);
  if (name != NULL)
    return (KhattEncoding){ name, 0, 2, TRUE };
  if (is_utf8 (bytes, length, is_all))
    return (KhattEncoding){ "UTF-8", 0, 1, FALSE };

  name = find_declared (bytes, length);
  if (name != NULL)
    return (KhattEncoding){ name, 0, 1, FALSE };
  if (is_binary (bytes, length))
    return (KhattEncoding){ NULL, 0, 1, FALSE };
  name = detect_with_icu (bytes, length);
  if (g_strcmp0 (name, "ISO-8859-6") == 0 && !is_iso_arabic (bytes, length))
    name = "windows-1256";
  if (!can_convert (name))
    name = "windows-1256";
  return (KhattEncoding){ name, 0, 1, TRUE };
}
