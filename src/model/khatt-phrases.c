/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few words that join and qualify dates, by language. They are no part of the interface's
 * catalogue, since a document may be in another language than the interface. A language that has no
 * row is served with signs that all readers know.
 */

#include "khatt-phrases.h"

static const KhattPhrases all_phrases[] = {
  {
      .language = "ar",
      .shares_parts = TRUE,
      .about = "نحو {1}",
      .approximately = "{1} تقريبًا",
      .uncertain = "{1} (غير مؤكد)",
      .or_earlier = "{1} أو قبله",
      .or_later = "{1} أو بعده",
      .between = "بين {1} و{2}",
      .between_years = "بين عامي {1} و{2}",
      .from_to = "من {1} إلى {2}",
      .onwards = "ابتداءً من {1}",
      .until = "حتى {1}",
      .to_unknown = "من {1} إلى تاريخ غير معروف",
      .from_unknown = "من تاريخ غير معروف إلى {1}",
      .year = "عام {1}",
      .at_time = "{1}، {2} بالتوقيت العالمي",
      .always = "بلا بداية ولا نهاية",
      .undated = "بلا تاريخ",
      .seasons = { "ربيع {1}", "صيف {1}", "خريف {1}", "شتاء {1}",
                   [33 - KHATT_FIRST_SEASON] = "الربع الأول من عام {1}", "الربع الثاني من عام {1}",
                   "الربع الثالث من عام {1}", "الربع الأخير من عام {1}", "الثلث الأول من عام {1}",
                   "الثلث الثاني من عام {1}", "الثلث الأخير من عام {1}", "النصف الأول من عام {1}",
                   "النصف الثاني من عام {1}" },
  },
  {
      .language = "en",
      .shares_parts = TRUE,
      .about = "about {1}",
      .approximately = "{1}, approximately",
      .uncertain = "{1} (uncertain)",
      .or_earlier = "{1} or earlier",
      .or_later = "{1} or later",
      .between = "between {1} and {2}",
      .between_years = "between {1} and {2}",
      .from_to = "{1} – {2}",
      .onwards = "from {1} on",
      .until = "until {1}",
      .to_unknown = "from {1} to an unknown date",
      .from_unknown = "from an unknown date to {1}",
      .year = "{1}",
      .at_time = "{1}, {2} UTC",
      .always = "without beginning or end",
      .undated = "undated",
      .seasons = { "spring {1}", "summer {1}", "autumn {1}", "winter {1}",
                   [33 - KHATT_FIRST_SEASON] = "first quarter of {1}", "second quarter of {1}",
                   "third quarter of {1}", "last quarter of {1}", "first third of {1}",
                   "second third of {1}", "last third of {1}", "first half of {1}",
                   "second half of {1}" },
  },
  {
      .about = "≈ {1}",
      .approximately = "≈ {1}",
      .uncertain = "{1} (?)",
      .or_earlier = "≤ {1}",
      .or_later = "≥ {1}",
      .between = "{1} – {2}",
      .between_years = "{1} – {2}",
      .from_to = "{1} – {2}",
      .onwards = "{1} – …",
      .until = "… – {1}",
      .to_unknown = "{1} – ?",
      .from_unknown = "? – {1}",
      .year = "{1}",
      .at_time = "{1}, {2} UTC",
      .always = "… – …",
      .undated = "?",
  },
};

/*
 * khatt_phrases_for_language:
 * @language: a language code
 *
 * Gets the words that join dates in a language.
 *
 * Returns: (transfer none): the words; signs where the language has no row
 */
const KhattPhrases *
khatt_phrases_for_language (const char *language)
{
  const KhattPhrases *phrases = all_phrases;

  while (phrases->language != NULL && !g_str_equal (phrases->language, language))
    phrases++;
  return phrases;
}
