/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattDecoder: what stands before every reader. It waits for enough bytes to know the encoding,
 * then passes text on as it comes; what cannot be decoded becomes U+FFFD and an issue, one for the
 * whole file. */

#include "khatt-decoder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-encoding.h"
#include "khatt-issue.h"
#include "khatt-limits.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */
#define LONGEST_SEQUENCE 4
#define CONVERTED_SIZE ((gsize) 64 * 1024)

struct _KhattDecoder
{
  char *file;
  GPtrArray *issues;
  KhattTextSink sink;
  gpointer data;

  GByteArray *pending; /* the sample, then the beginning of a character */
  GString *collected;  /* short pieces on their way to the sink */
  KhattEncoding encoding;
  gboolean is_known;
  GIConv converter; /* -1: none needed */
  int line;
  int first_damaged_line;
  guint64 n_damaged;
};

/**
 * khatt_decoder_new:
 * @file: (nullable): what issues call the file
 * @issues: (element-type KhattIssue): where they go; not held
 * @sink: (scope notified): takes the text
 * @data: for @sink
 *
 * Returns: (transfer full): a decoder; free with khatt_decoder_free()
 */
KhattDecoder *
khatt_decoder_new (const char *file, GPtrArray *issues, KhattTextSink sink, gpointer data)
{
  KhattDecoder *decoder = g_new0 (KhattDecoder, 1);

  decoder->file = g_strdup (file);
  decoder->issues = issues;
  decoder->sink = sink;
  decoder->data = data;
  decoder->pending = g_byte_array_new ();
  decoder->collected = g_string_new (NULL);
  decoder->converter = (GIConv) -1;
  decoder->line = 1;
  return decoder;
}

/**
 * khatt_decoder_free:
 * @decoder: (transfer full): a decoder
 */
void
khatt_decoder_free (KhattDecoder *decoder)
{
  if (decoder->converter != (GIConv) -1)
    g_iconv_close (decoder->converter);
  g_byte_array_unref (decoder->pending);
  g_string_free (decoder->collected, TRUE);
  g_free (decoder->file);
  g_free (decoder);
}

static gboolean
flush (KhattDecoder *decoder)
{
  gboolean is_wanted =
      decoder->collected->len == 0 ||
      decoder->sink (decoder->collected->str, decoder->collected->len, decoder->data);

  g_string_truncate (decoder->collected, 0);
  return is_wanted;
}

/* Damage cuts text into short pieces; readers are given long ones. */
static gboolean
emit (KhattDecoder *decoder, const char *text, gsize length)
{
  const char *end = text + length;

  if (length == 0)
    return TRUE;
  for (const char *at = text; (at = memchr (at, '\n', (gsize) (end - at))) != NULL; at++)
    decoder->line++;
  if (length >= CONVERTED_SIZE)
    return flush (decoder) && decoder->sink (text, length, decoder->data);
  g_string_append_len (decoder->collected, text, (gssize) length);
  return decoder->collected->len < CONVERTED_SIZE || flush (decoder);
}

static gboolean
emit_damage (KhattDecoder *decoder)
{
  if (decoder->n_damaged++ == 0)
    decoder->first_damaged_line = decoder->line;
  return emit (decoder, REPLACEMENT, strlen (REPLACEMENT));
}

static void
keep (KhattDecoder *decoder, const guint8 *bytes, gsize length)
{
  g_byte_array_set_size (decoder->pending, 0);
  g_byte_array_append (decoder->pending, bytes, (guint) length);
}

static gboolean
is_continuation (char byte)
{
  return ((guint8) byte & 0xC0) == 0x80;
}

/* Whether all of eight bytes are ASCII and none is NUL. */
static gboolean
is_ascii (guint64 word)
{
  const guint64 high_bits = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);

  return (word & high_bits) == 0 && ((word - ones) & high_bits) == 0;
}

/* Whether eight bytes are four characters of two bytes, as Arabic letters are: 110xxxxx 10xxxxxx,
 * with one of the upper four x set, or it could have been written shorter. */
static gboolean
is_two_byte (guint64 word)
{
  const guint64 marks = GUINT64_TO_BE (G_GUINT64_CONSTANT (0xE0C0E0C0E0C0E0C0));
  const guint64 expected = GUINT64_TO_BE (G_GUINT64_CONSTANT (0xC080C080C080C080));
  const guint64 upper = GUINT64_TO_BE (G_GUINT64_CONSTANT (0x1E001E001E001E00));
  const guint64 sum_bits = GUINT64_TO_BE (G_GUINT64_CONSTANT (0x2000200020002000));
  /* Adding 0x1E to one of 0x02 to 0x1E reaches bit 0x20, and nothing beyond it. */
  guint64 sum = (word & upper) + upper;

  return (word & marks) == expected && (sum & sum_bits) == sum_bits;
}

/* The end of what is valid UTF-8 without NUL. ASCII and Arabic, which are most of a file, go here;
 * what takes three bytes or four goes to GLib, one character at a time. */
static const char *
skip_valid (const char *at, const char *end)
{
  while (at < end)
    {
      guint8 lead = (guint8) *at;
      guint64 word;
      gunichar character;

      if (end - at >= (gssize) sizeof word)
        {
          memcpy (&word, at, sizeof word);
          if (is_two_byte (word) || is_ascii (word))
            {
              at += sizeof word;
              continue;
            }
        }
      if (lead >= 0xC2 && lead < 0xE0 && end - at >= 2 && is_continuation (at[1]))
        {
          at += 2;
          continue;
        }
      if (lead < 0x80 && lead != 0)
        {
          at++;
          continue;
        }
      character = lead != 0 ? g_utf8_get_char_validated (at, end - at) : (gunichar) -1;
      if (character == (gunichar) -1 || character == (gunichar) -2)
        return at;
      at = g_utf8_next_char (at);
    }
  return at;
}

static gboolean
pass_utf8 (KhattDecoder *decoder, const guint8 *bytes, gsize length, gboolean is_end)
{
  const char *at = (const char *) bytes;
  const char *end = at + length;

  while (at < end)
    {
      const char *valid_end;

      valid_end = skip_valid (at, end);
      if (!emit (decoder, at, (gsize) (valid_end - at)))
        return FALSE;
      at = valid_end;
      if (at == end)
        break;
      if (!is_end && end - at < LONGEST_SEQUENCE && *at != '\0' &&
          g_utf8_get_char_validated (at, end - at) == (gunichar) -2)
        break;
      if (!emit_damage (decoder))
        return FALSE;
      at++;
    }
  keep (decoder, (const guint8 *) at, (gsize) (end - at));
  return TRUE;
}

/* Converted text may hold NUL, which is damage as it is in UTF-8. */
static gboolean
emit_converted (KhattDecoder *decoder, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *nul = memchr (text, '\0', (gsize) (end - text));
      const char *stop = nul != NULL ? nul : end;

      if (!emit (decoder, text, (gsize) (stop - text)))
        return FALSE;
      if (nul != NULL && !emit_damage (decoder))
        return FALSE;
      text = nul != NULL ? nul + 1 : end;
    }
  return TRUE;
}

static gboolean
pass_converted (KhattDecoder *decoder, const guint8 *bytes, gsize length, gboolean is_end)
{
  char *in = (char *) bytes;
  gsize n_in = length;
  g_autofree char *buffer = g_malloc (CONVERTED_SIZE);

  while (n_in > 0)
    {
      char *out = buffer;
      gsize n_out = CONVERTED_SIZE;
      gsize result = g_iconv (decoder->converter, &in, &n_in, &out, &n_out);
      int error = result == (gsize) -1 ? errno : 0;

      if (!emit_converted (decoder, buffer, (gsize) (out - buffer)))
        return FALSE;
      if (error == EINVAL && !is_end)
        break;
      if (error == EILSEQ || error == EINVAL)
        {
          gsize skipped = MIN (n_in, decoder->encoding.unit_length);

          in += skipped;
          n_in -= skipped;
          if (!emit_damage (decoder))
            return FALSE;
        }
    }
  keep (decoder, (const guint8 *) in, n_in);
  return TRUE;
}

static gboolean
pass (KhattDecoder *decoder, const guint8 *bytes, gsize length, gboolean is_end)
{
  return decoder->converter == (GIConv) -1 ? pass_utf8 (decoder, bytes, length, is_end)
                                           : pass_converted (decoder, bytes, length, is_end);
}

static void
detect (KhattDecoder *decoder, gboolean is_all)
{
  decoder->encoding = khatt_encoding_detect (decoder->pending->data, decoder->pending->len, is_all);
  decoder->is_known = TRUE;
  if (decoder->encoding.name == NULL)
    return;
  if (strcmp (decoder->encoding.name, "UTF-8") != 0)
    decoder->converter = g_iconv_open ("UTF-8", decoder->encoding.name);
  if (decoder->encoding.is_guess)
    khatt_issues_add (decoder->issues, decoder->file, 0, 0,
                      /* Translators: %s is the name of an encoding, as "windows-1256". */
                      _ ("The file is not UTF-8 and does not say what it is; it was read as %s."),
                      decoder->encoding.name);
}

static gboolean
pass_pending (KhattDecoder *decoder, gboolean is_end)
{
  g_autoptr (GByteArray) sample = g_steal_pointer (&decoder->pending);
  gsize mark_length = decoder->encoding.mark_length;

  decoder->encoding.mark_length = 0;
  decoder->pending = g_byte_array_new ();
  if (sample->len == 0)
    return TRUE;
  return pass (decoder, sample->data + mark_length, sample->len - mark_length, is_end);
}

/**
 * khatt_decoder_is_text:
 * @decoder: a decoder
 *
 * Returns: %FALSE where the bytes fed are no text in any encoding, so that none was passed on
 */
gboolean
khatt_decoder_is_text (const KhattDecoder *decoder)
{
  return !decoder->is_known || decoder->encoding.name != NULL;
}

/**
 * khatt_decoder_feed:
 * @decoder: a decoder
 * @bytes: the next bytes of the file
 * @length: how many
 *
 * Returns: whether more is wanted
 */
gboolean
khatt_decoder_feed (KhattDecoder *decoder, const guint8 *bytes, gsize length)
{
  gboolean was_known = decoder->is_known;

  if (length == 0)
    return TRUE;
  if (was_known && decoder->pending->len == 0)
    return pass (decoder, bytes, length, FALSE);

  g_byte_array_append (decoder->pending, bytes, (guint) length);
  if (!was_known && decoder->pending->len < KHATT_LIMIT_SAMPLE)
    return TRUE;
  if (!was_known)
    detect (decoder, FALSE);
  if (!khatt_decoder_is_text (decoder))
    return FALSE;
  return pass_pending (decoder, FALSE);
}

/**
 * khatt_decoder_finish:
 * @decoder: a decoder that was fed the whole file
 *
 * Returns: whether the sink took everything
 */
gboolean
khatt_decoder_finish (KhattDecoder *decoder)
{
  g_autofree char *n_damaged = NULL;
  gboolean is_taken;

  if (!decoder->is_known)
    detect (decoder, TRUE);
  if (!khatt_decoder_is_text (decoder))
    return FALSE;
  is_taken = pass_pending (decoder, TRUE) && flush (decoder);
  n_damaged = g_strdup_printf ("%" G_GUINT64_FORMAT, decoder->n_damaged);
  if (decoder->n_damaged > 0)
    khatt_issues_add (
        decoder->issues, decoder->file, decoder->first_damaged_line, 0,
        g_dngettext (GETTEXT_PACKAGE,
                     /* Translators: a number, and the name of an encoding. */
                     "From here on %s byte is not %s; it was replaced by U+FFFD.",
                     "From here on %s bytes are not %s; they were replaced by U+FFFD.",
                     (gulong) decoder->n_damaged),
        n_damaged, decoder->encoding.name);
  return is_taken;
}

/**
 * khatt_decoder_has_losses:
 * @decoder: a decoder
 *
 * Returns: whether something could not be decoded
 */
gboolean
khatt_decoder_has_losses (const KhattDecoder *decoder)
{
  return decoder->n_damaged > 0;
}
