/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many days lie between two events, as far as their dates tell. */

#include "khatt-date-gap.h"

#include <glib/gi18n-lib.h>

#include "khatt-words.h"

/* The day of a second; the open ends stay what they are. */
static gint64
get_day (gint64 seconds)
{
  if (seconds == KHATT_TIME_MIN || seconds == KHATT_TIME_MAX)
    return seconds;
  return khatt_days_from_seconds (seconds);
}

static gint64
count_days (gint64 from, gint64 to)
{
  from = get_day (from);
  to = get_day (to);
  if (from == KHATT_TIME_MIN || to == KHATT_TIME_MAX)
    return KHATT_TIME_MAX;
  if (from == KHATT_TIME_MAX || to == KHATT_TIME_MIN)
    return 0;
  return MAX (0, to - from);
}

/**
 * khatt_date_gap:
 * @a: a date
 * @b: another; which of them is earlier does not matter
 * @gap: (out): the days between them
 *
 * Returns: whether both are dated
 */
gboolean
khatt_date_gap (const KhattDate *a, const KhattDate *b, KhattDateGap *gap)
{
  const guint16 qualifiers = KHATT_DATE_APPROXIMATE | KHATT_DATE_UNCERTAIN;

  if (!khatt_date_is_known (a) || !khatt_date_is_known (b))
    return FALSE;

  *gap = (KhattDateGap){
    .least = MAX (count_days (a->end_latest, b->start_earliest),
                  count_days (b->end_latest, a->start_earliest)),
    .most = MAX (count_days (a->end_earliest, b->start_latest),
                 count_days (b->end_earliest, a->start_latest)),
    .is_about = ((a->flags | b->flags) & qualifiers) != 0,
  };
  return TRUE;
}

static char *
count_to_text (const KhattDateGap *gap, const KhattWords *words)
{
  g_autofree char *least = khatt_words_count (words, (guint64) gap->least);
  g_autofree char *most = khatt_words_count (words, (guint64) gap->most);

  if (gap->most == 0)
    /* Translators: how far two events are apart. */
    return g_strdup (_ ("the same day"));
  if (gap->most == KHATT_TIME_MAX && gap->least == 0)
    /* Translators: how many days two events are apart. */
    return g_strdup (_ ("days unknown"));
  if (gap->most == KHATT_TIME_MAX)
    return g_strdup_printf (
        /* Translators: how far two events are apart; the number is already written out. */
        g_dngettext (GETTEXT_PACKAGE, "at least %s day", "at least %s days", (gulong) gap->least),
        least);
  if (gap->least == gap->most)
    return g_strdup_printf (
        /* Translators: how far two events are apart; the number is already written out. */
        g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", (gulong) gap->most), most);
  return g_strdup_printf (
      /* Translators: how far two events are apart, the least and the most; the plural is that of
       * the second number. */
      g_dngettext (GETTEXT_PACKAGE, "%s–%s day", "%s–%s days", (gulong) gap->most), least, most);
}

/**
 * khatt_date_gap_to_text:
 * @gap: the days between two dates
 * @words: how numbers are written
 *
 * Returns: (transfer full): "18 days", "16–18 days", "at least 3 days", "about 18 days"
 */
char *
khatt_date_gap_to_text (const KhattDateGap *gap, const KhattWords *words)
{
  g_autofree char *count = count_to_text (gap, words);

  if (!gap->is_about || gap->most == 0 || (gap->most == KHATT_TIME_MAX && gap->least == 0))
    return g_steal_pointer (&count);
  /* Translators: %s is for instance "18 days"; it is not known exactly. */
  return g_strdup_printf (_ ("about %s"), count);
}
