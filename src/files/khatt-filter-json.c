/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A filter as a JSON object: each member a list of words, or one of the few that are not. What the
 * table does not know is kept as it is. */

#include "khatt-filter-json.h"

#include <string.h>
#include <yajl/yajl_parse.h>

#include "khatt-kind.h"
#include "khatt-limits.h"
#include "khatt-moment.h"

typedef enum
{
  MEMBER_ACTORS,
  MEMBER_ALL_ACTORS,
  MEMBER_COUNTRIES,
  MEMBER_KINDS,
  MEMBER_STATUSES,
  MEMBER_PUBLISHERS,
  MEMBER_ARTICLES,
  MEMBER_TAGS,
  MEMBER_FROM,
  MEMBER_TO,
  N_MEMBERS,
  NO_MEMBER = N_MEMBERS,
} Member;

static const char *const keys[N_MEMBERS] = {
  [MEMBER_ACTORS] = "actors",       [MEMBER_ALL_ACTORS] = "all_actors",
  [MEMBER_COUNTRIES] = "countries", [MEMBER_KINDS] = "kinds",
  [MEMBER_STATUSES] = "statuses",   [MEMBER_PUBLISHERS] = "publishers",
  [MEMBER_ARTICLES] = "articles",   [MEMBER_TAGS] = "tags",
  [MEMBER_FROM] = "from",           [MEMBER_TO] = "to",
};

/* A filter that is being read; `words` are NULL for members that are no lists. */
typedef struct
{
  KhattFilter filter;
  GPtrArray *words[N_MEMBERS];
  Member member;
  gboolean is_in_list;
  gboolean has_from;
  gboolean has_to;
  guint depth;
  const char *wrong;

  GString *extra;
  KhattJsonWriter capture;
  gboolean is_capturing;
  gboolean is_skipping;
  guint foreign_depth; /* where what is kept or passed over began */
} Reading;

static gboolean
is_list (Member member)
{
  return member != MEMBER_ALL_ACTORS && member != MEMBER_FROM && member != MEMBER_TO;
}

static void
complain (Reading *reading)
{
  if (reading->wrong == NULL)
    reading->wrong = keys[reading->member];
}

/* Whether what comes is part of a value that is kept, or passed over. */
static gboolean
is_foreign (const Reading *reading)
{
  return reading->is_capturing || reading->is_skipping;
}

static void
end_value (Reading *reading)
{
  if (reading->depth > reading->foreign_depth)
    return;
  reading->is_capturing = FALSE;
  reading->is_skipping = FALSE;
}

static gboolean
take_bit (const char *word, Member member, KhattFilter *filter)
{
  KhattKind kind;
  KhattStatus status;

  if (member == MEMBER_KINDS && khatt_kind_from_name (word, &kind))
    filter->kinds |= 1u << kind;
  else if (member == MEMBER_STATUSES && khatt_status_from_name (word, &status))
    filter->statuses |= 1u << status;
  else
    return FALSE;
  return TRUE;
}

static void
take_word (Reading *reading, const char *text, gsize length)
{
  g_autofree char *word = g_strndup (text, length);

  if (reading->member == MEMBER_FROM && !reading->is_in_list)
    reading->has_from = khatt_moment_parse (word, KHATT_MOMENT_FIRST, &reading->filter.first);
  else if (reading->member == MEMBER_TO && !reading->is_in_list)
    reading->has_to = khatt_moment_parse (word, KHATT_MOMENT_LAST, &reading->filter.last);
  else if (reading->is_in_list && reading->words[reading->member] != NULL)
    g_ptr_array_add (reading->words[reading->member], g_steal_pointer (&word));
  else if (!reading->is_in_list || !take_bit (word, reading->member, &reading->filter))
    complain (reading);
  if ((reading->member == MEMBER_FROM && !reading->has_from) ||
      (reading->member == MEMBER_TO && !reading->has_to))
    complain (reading);
}

static int
string_cb (void *data, const unsigned char *text, size_t length)
{
  Reading *reading = data;

  if (reading->depth == 0)
    return FALSE;
  if (reading->is_capturing)
    khatt_json_writer_string (&reading->capture, (const char *) text, (gssize) length);
  else if (!reading->is_skipping)
    take_word (reading, (const char *) text, length);
  end_value (reading);
  return TRUE;
}

static int
take_literal (Reading *reading, const char *text, gsize length)
{
  if (reading->depth == 0)
    return FALSE;
  if (reading->is_capturing)
    khatt_json_writer_raw (&reading->capture, text, (gssize) length);
  else if (!reading->is_skipping && reading->member == MEMBER_ALL_ACTORS && text[0] != 'n' &&
           !g_ascii_isdigit (text[0]) && text[0] != '-')
    reading->filter.needs_all_actors = text[0] == 't';
  else if (!reading->is_skipping && (text[0] != 'n' || reading->is_in_list))
    complain (reading);
  end_value (reading);
  return TRUE;
}

static int
null_cb (void *data)
{
  return take_literal (data, "null", strlen ("null"));
}

static int
boolean_cb (void *data, int value)
{
  const char *text = value ? "true" : "false";

  return take_literal (data, text, strlen (text));
}

static int
number_cb (void *data, const char *text, size_t length)
{
  return take_literal (data, text, length);
}

static int
key_cb (void *data, const unsigned char *key, size_t length)
{
  Reading *reading = data;

  if (reading->is_capturing)
    khatt_json_writer_key (&reading->capture, (const char *) key, (gssize) length);
  if (is_foreign (reading))
    return TRUE;

  for (reading->member = 0; reading->member < N_MEMBERS; reading->member++)
    if (strlen (keys[reading->member]) == length &&
        memcmp (keys[reading->member], key, length) == 0)
      return TRUE;
  reading->is_capturing = TRUE;
  reading->foreign_depth = reading->depth;
  reading->capture = (KhattJsonWriter){ reading->extra, reading->extra->len > 0 };
  khatt_json_writer_key (&reading->capture, (const char *) key, (gssize) length);
  return TRUE;
}

static int
take_open (Reading *reading, char bracket)
{
  if (reading->depth == KHATT_LIMIT_DEPTH || (reading->depth == 0 && bracket == '['))
    return FALSE;
  reading->depth++;
  if (reading->is_capturing)
    khatt_json_writer_open (&reading->capture, bracket);
  if (is_foreign (reading) || reading->depth == 1)
    return TRUE;

  if (bracket == '[' && !reading->is_in_list && is_list (reading->member))
    {
      reading->is_in_list = TRUE;
      return TRUE;
    }
  complain (reading);
  reading->is_skipping = TRUE;
  reading->foreign_depth = reading->depth - 1;
  return TRUE;
}

static int
take_close (Reading *reading, char bracket)
{
  reading->depth--;
  if (reading->is_capturing)
    khatt_json_writer_close (&reading->capture, bracket);
  if (reading->depth == 1)
    reading->is_in_list = FALSE;
  end_value (reading);
  return TRUE;
}

static int
start_map_cb (void *data)
{
  return take_open (data, '{');
}

static int
end_map_cb (void *data)
{
  return take_close (data, '}');
}

static int
start_array_cb (void *data)
{
  return take_open (data, '[');
}

static int
end_array_cb (void *data)
{
  return take_close (data, ']');
}

static const yajl_callbacks callbacks = {
  .yajl_null = null_cb,
  .yajl_boolean = boolean_cb,
  .yajl_number = number_cb,
  .yajl_string = string_cb,
  .yajl_start_map = start_map_cb,
  .yajl_map_key = key_cb,
  .yajl_end_map = end_map_cb,
  .yajl_start_array = start_array_cb,
  .yajl_end_array = end_array_cb,
};

static const char *const *
end_words (Reading *reading, Member member)
{
  g_ptr_array_add (reading->words[member], NULL);
  return (const char *const *) reading->words[member]->pdata;
}

static KhattFilter *
make_filter (Reading *reading)
{
  KhattFilter *filter = &reading->filter;

  filter->actors = end_words (reading, MEMBER_ACTORS);
  filter->countries = end_words (reading, MEMBER_COUNTRIES);
  filter->publishers = end_words (reading, MEMBER_PUBLISHERS);
  filter->articles = end_words (reading, MEMBER_ARTICLES);
  filter->tags = end_words (reading, MEMBER_TAGS);
  filter->has_period = reading->has_from || reading->has_to;
  if (filter->has_period && !reading->has_from)
    filter->first = KHATT_TIME_MIN;
  if (filter->has_period && !reading->has_to)
    filter->last = KHATT_TIME_MAX;
  return khatt_filter_copy (filter);
}

/**
 * khatt_filter_from_json: (skip)
 * @json: (nullable): a value
 * @extra: (out) (nullable) (optional): members that are not known, JSON without the braces
 * @wrong: (out) (nullable) (optional): the key of the first member that could not be read
 *
 * Reads a filter. What cannot be read asks for nothing.
 *
 * Returns: (transfer full) (nullable): the filter; %NULL where @json is no object
 */
KhattFilter *
khatt_filter_from_json (const char *json, char **extra, char **wrong)
{
  static const Member lists[] = { MEMBER_ACTORS, MEMBER_COUNTRIES, MEMBER_PUBLISHERS,
                                  MEMBER_ARTICLES, MEMBER_TAGS };
  Reading reading = { .extra = g_string_new (NULL) };
  yajl_handle parser = yajl_alloc (&callbacks, NULL, &reading);
  KhattFilter *filter = NULL;
  gboolean is_object;

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    reading.words[lists[i]] = g_ptr_array_new_with_free_func (g_free);
  is_object = json != NULL &&
              yajl_parse (parser, (const unsigned char *) json, strlen (json)) == yajl_status_ok &&
              yajl_complete_parse (parser) == yajl_status_ok;
  if (is_object)
    filter = make_filter (&reading);
  yajl_free (parser);

  if (wrong != NULL)
    *wrong = g_strdup (reading.wrong);
  if (extra != NULL)
    *extra = is_object && reading.extra->len > 0 ? g_strdup (reading.extra->str) : NULL;
  g_string_free (reading.extra, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_unref (reading.words[lists[i]]);
  return filter;
}

static void
write_words (KhattJsonWriter *writer, Member member, const char *const *words)
{
  if (words == NULL || words[0] == NULL)
    return;
  khatt_json_writer_key (writer, keys[member], -1);
  khatt_json_writer_open (writer, '[');
  for (guint i = 0; words[i] != NULL; i++)
    khatt_json_writer_string (writer, words[i], -1);
  khatt_json_writer_close (writer, ']');
}

static void
write_bits (KhattJsonWriter *writer, Member member, guint bits)
{
  guint n = member == MEMBER_KINDS ? KHATT_N_KINDS : KHATT_N_STATUSES;

  if (bits == 0)
    return;
  khatt_json_writer_key (writer, keys[member], -1);
  khatt_json_writer_open (writer, '[');
  for (guint i = 0; i < n; i++)
    if ((bits & 1u << i) != 0)
      khatt_json_writer_string (
          writer, member == MEMBER_KINDS ? khatt_kind_get_name (i) : khatt_status_get_name (i), -1);
  khatt_json_writer_close (writer, ']');
}

static void
write_moment (KhattJsonWriter *writer, Member member, gint64 seconds, KhattMomentEnd end)
{
  g_autofree char *edtf = NULL;

  if (seconds == KHATT_TIME_MIN || seconds == KHATT_TIME_MAX)
    return;
  edtf = khatt_moment_to_edtf (seconds, end);
  khatt_json_writer_member (writer, keys[member], edtf);
}

/**
 * khatt_filter_write: (skip)
 * @writer: a writer
 * @filter: a filter
 * @extra: (nullable): members to be written behind its own, JSON without the braces
 *
 * Writes an object with a member for each thing that @filter asks for.
 */
void
khatt_filter_write (KhattJsonWriter *writer, const KhattFilter *filter, const char *extra)
{
  khatt_json_writer_open (writer, '{');
  write_words (writer, MEMBER_ACTORS, filter->actors);
  if (filter->needs_all_actors)
    {
      khatt_json_writer_key (writer, keys[MEMBER_ALL_ACTORS], -1);
      khatt_json_writer_raw (writer, "true", -1);
    }
  write_words (writer, MEMBER_COUNTRIES, filter->countries);
  write_bits (writer, MEMBER_KINDS, filter->kinds);
  write_bits (writer, MEMBER_STATUSES, filter->statuses);
  write_words (writer, MEMBER_PUBLISHERS, filter->publishers);
  write_words (writer, MEMBER_ARTICLES, filter->articles);
  write_words (writer, MEMBER_TAGS, filter->tags);
  if (filter->has_period)
    {
      write_moment (writer, MEMBER_FROM, filter->first, KHATT_MOMENT_FIRST);
      write_moment (writer, MEMBER_TO, filter->last, KHATT_MOMENT_LAST);
    }
  if (extra != NULL)
    khatt_json_writer_raw (writer, extra, -1);
  khatt_json_writer_close (writer, '}');
}

/**
 * khatt_filter_to_json: (skip)
 * @filter: a filter
 *
 * Returns: (transfer full): what khatt_filter_from_json() reads
 */
char *
khatt_filter_to_json (const KhattFilter *filter)
{
  KhattJsonWriter writer = { .out = g_string_new (NULL) };

  khatt_filter_write (&writer, filter, NULL);
  return g_string_free (writer.out, FALSE);
}
