/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* KhattDocumentReading: what comes out of the JSON parser goes into an event or an article. The
 * tables of khatt-document-shapes.c say what each member is; what they do not know is kept as JSON
 * text, and so survives loading and saving. */

#include "khatt-document-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "khatt-limits.h"

static KhattFrame *
top (KhattDocumentReading *reading)
{
  return &reading->frames[reading->n_frames - 1];
}

static void
push (KhattDocumentReading *reading,
      const KhattShape *shape,
      const KhattMember *member,
      gpointer target)
{
  reading->frames[reading->n_frames] = (KhattFrame){ shape, member, target, 0 };
  reading->previous[reading->n_frames] = NULL;
  if (shape != NULL)
    g_string_truncate (reading->extras[reading->n_frames], 0);
  reading->n_frames++;
}

static void
complain (KhattDocumentReading *reading, const char *what)
{
  khatt_loading_issue (
      reading->loading,
      /* Translators: the first %s is a key in a file, the second what its value must be. */
      _ ("“%s” was not read; expected %s."), top (reading)->member->key, what);
}

static const char *
get_expectation (const KhattMember *member)
{
  switch (member->value)
    {
    case KHATT_VALUE_INTEGER:
    case KHATT_VALUE_VERSION:
      return _ ("a whole number");
    case KHATT_VALUE_SHARE:
      return _ ("a number from 0 to 1");
    case KHATT_VALUE_SPAN:
      return _ ("two whole numbers");
    case KHATT_VALUE_STRINGS:
    case KHATT_VALUE_RULES:
      return _ ("a list of strings");
    case KHATT_VALUE_OBJECTS:
    case KHATT_VALUE_ACTORS:
      return _ ("a list of objects");
    default:
      return _ ("a string");
    }
}

static char *
keep (KhattDocumentReading *reading, const char *text, gsize length)
{
  return khatt_scratch_string (&reading->scratch, text, length);
}

/* ---- Keeping JSON as it is ---- */

static void
begin_capture (KhattDocumentReading *reading, GString *out, gboolean is_section)
{
  reading->is_capturing = TRUE;
  reading->is_capture_section = is_section;
  reading->capture_depth = 0;
  reading->capture = (KhattJsonWriter){ .out = out };
}

static void
end_capture (KhattDocumentReading *reading)
{
  const KhattMember *member = top (reading)->member;

  reading->is_capturing = FALSE;
  reading->is_requires = FALSE;
  if (member == NULL)
    return;
  if (member->value == KHATT_VALUE_JSON)
    G_STRUCT_MEMBER (char *, top (reading)->target, member->offset) =
        keep (reading, reading->kept->str, reading->kept->len);
  else if (khatt_timeline_get_section (reading->loading->timeline, (KhattSection) member->offset) ==
           NULL)
    khatt_timeline_set_section (reading->loading->timeline, (KhattSection) member->offset,
                                reading->kept->str);
  else
    complain (reading, _ ("only one in all files"));
}

static void
capture_scalar (KhattDocumentReading *reading,
                KhattJsonScalar scalar,
                const char *text,
                gsize length)
{
  if (reading->is_requires && scalar == KHATT_JSON_STRING)
    {
      reading->loading->is_read_only = TRUE;
      khatt_loading_issue (reading->loading,
                           _ ("The document requires “%.*s”, which is not known here; it is opened "
                              "read-only."),
                           (int) length, text);
    }
  if (scalar == KHATT_JSON_STRING)
    khatt_json_writer_string (&reading->capture, text, (gssize) length);
  else
    khatt_json_writer_raw (&reading->capture, text, (gssize) length);
  if (reading->capture_depth == 0)
    end_capture (reading);
}

static void
capture_open (KhattDocumentReading *reading, char bracket)
{
  if (reading->n_frames + reading->capture_depth >= KHATT_LIMIT_DEPTH)
    {
      if (!reading->has_said_deep)
        khatt_loading_issue (
            reading->loading,
            _ ("The document is nested deeper than %d; what lies deeper was not read."),
            KHATT_LIMIT_DEPTH);
      reading->has_said_deep = TRUE;
      reading->skip_depth = 1;
      khatt_json_writer_raw (&reading->capture, "null", -1);
      return;
    }
  if (reading->is_capture_section && reading->capture_depth == 1)
    khatt_json_writer_break_line (&reading->capture);
  khatt_json_writer_open (&reading->capture, bracket);
  reading->capture_depth++;
}

static void
capture_close (KhattDocumentReading *reading, char bracket)
{
  reading->capture_depth--;
  if (reading->is_capture_section && reading->capture_depth == 0 && bracket == ']' &&
      reading->capture.needs_comma)
    g_string_append_c (reading->capture.out, '\n');
  khatt_json_writer_close (&reading->capture, bracket);
  if (reading->capture_depth == 0)
    end_capture (reading);
}

/* ---- Numbers and strings ---- */

static gboolean
read_integer (const char *text, gsize length, gint64 maximum, gint64 *number)
{
  g_autofree char *terminated = g_strndup (text, length);

  return g_ascii_string_to_signed (terminated, 10, 0, maximum, number, NULL);
}

static gboolean
take_number (KhattDocumentReading *reading, const char *text, gsize length)
{
  KhattFrame *frame = top (reading);
  g_autofree char *terminated = NULL;
  gint64 integer = 0;
  double share;

  switch (frame->member->value)
    {
    case KHATT_VALUE_INTEGER:
      if (!read_integer (text, length, KHATT_IMPORTANCE_MAX, &integer))
        return FALSE;
      G_STRUCT_MEMBER (int, frame->target, frame->member->offset) = (int) integer;
      return TRUE;
    case KHATT_VALUE_VERSION:
      if (!read_integer (text, length, G_MAXINT, &integer) || integer < 1)
        return FALSE;
      khatt_timeline_set_version (reading->loading->timeline, (guint) integer);
      return TRUE;
    case KHATT_VALUE_SHARE:
      terminated = g_strndup (text, length);
      share = g_ascii_strtod (terminated, NULL);
      if (!(share >= 0 && share <= 1))
        return FALSE;
      G_STRUCT_MEMBER (double, frame->target, frame->member->offset) = share;
      return TRUE;
    case KHATT_VALUE_STRING:
      /* Hand-made files number their events. */
      G_STRUCT_MEMBER (char *, frame->target, frame->member->offset) = keep (reading, text, length);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_actors (KhattDocumentReading *reading, const char *list, gsize length)
{
  g_autofree char *terminated = g_strndup (list, length);
  g_auto (GStrv) names = g_strsplit (terminated, ";", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (*g_strstrip (names[i]) != '\0')
        khatt_scratch_add_actor (&reading->scratch)->name =
            keep (reading, names[i], strlen (names[i]));
    }
}

static void
set_direction (KhattDocumentReading *reading, const char *word)
{
  if (strcmp (word, "rtl") == 0)
    khatt_timeline_set_direction (reading->loading->timeline, KHATT_DIRECTION_RTL);
  else if (strcmp (word, "ltr") == 0)
    khatt_timeline_set_direction (reading->loading->timeline, KHATT_DIRECTION_LTR);
  else
    complain (reading, _ ("“rtl” or “ltr”"));
}

static gboolean
take_document_string (KhattDocumentReading *reading, const char *string)
{
  KhattTimeline *timeline = reading->loading->timeline;

  switch (top (reading)->member->value)
    {
    case KHATT_VALUE_FORMAT:
      reading->has_format = strcmp (string, KHATT_DOCUMENT_FORMAT) == 0;
      if (!reading->has_format)
        {
          g_free (reading->foreign_format);
          reading->foreign_format = g_strdup (string);
        }
      return TRUE;
    case KHATT_VALUE_TITLE:
      if (khatt_timeline_get_title (timeline) == NULL && *string != '\0')
        khatt_timeline_set_title (timeline, string);
      return TRUE;
    case KHATT_VALUE_LANGUAGE:
      if (khatt_timeline_get_language (timeline) == NULL && *string != '\0')
        khatt_timeline_set_language (timeline, string);
      return TRUE;
    case KHATT_VALUE_DIRECTION:
      set_direction (reading, string);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
take_string (KhattDocumentReading *reading, const char *text, gsize length)
{
  KhattLoading *loading = reading->loading;
  KhattScratch *scratch = &reading->scratch;
  const KhattMember *member = top (reading)->member;
  gpointer target = top (reading)->target;
  char *string;

  if (member->value == KHATT_VALUE_ACTORS)
    {
      add_actors (reading, text, length);
      return TRUE;
    }

  string = keep (reading, text, length);
  switch (member->value)
    {
    case KHATT_VALUE_STRING:
      G_STRUCT_MEMBER (char *, target, member->offset) = length > 0 ? string : NULL;
      return TRUE;
    case KHATT_VALUE_KIND:
      khatt_loading_set_kind (loading, scratch, string);
      return TRUE;
    case KHATT_VALUE_STATUS:
      khatt_loading_set_status (loading, scratch, string);
      return TRUE;
    case KHATT_VALUE_ROLE:
      ((KhattActorData *) target)->role = khatt_loading_get_role (loading, string);
      return TRUE;
    case KHATT_VALUE_ORIGIN:
      scratch->event.origin =
          strcmp (string, "person") == 0 ? KHATT_ORIGIN_PERSON : KHATT_ORIGIN_RULE;
      return TRUE;
    case KHATT_VALUE_DATE:
      khatt_loading_set_date (loading, scratch, string);
      return TRUE;
    case KHATT_VALUE_START:
      reading->start = string;
      return TRUE;
    case KHATT_VALUE_END:
      reading->end = string;
      return TRUE;
    case KHATT_VALUE_ATTRIBUTION:
      if (length > 0)
        khatt_scratch_add_source (scratch)->attribution = string;
      return TRUE;
    default:
      return take_document_string (reading, string);
    }
}

/* ---- Items of arrays ---- */

static gboolean
take_item_string (KhattDocumentReading *reading, const char *text, gsize length)
{
  KhattFrame *frame = top (reading);

  if (frame->member->value != KHATT_VALUE_STRINGS && frame->member->value != KHATT_VALUE_RULES)
    return FALSE;
  if (frame->member->value == KHATT_VALUE_STRINGS)
    {
      g_ptr_array_add (G_STRUCT_MEMBER (GPtrArray *, frame->target, frame->member->offset),
                       keep (reading, text, length));
      return TRUE;
    }

  {
    char ***rules = &G_STRUCT_MEMBER (GStrv, frame->target, frame->member->offset);
    guint n = frame->n_items;

    /* Room for twice as many at each power of two. */
    if ((n & (n - 1)) == 0)
      {
        char **longer =
            khatt_scratch_alloc (&reading->scratch, (2 * (gsize) n + 1) * sizeof *longer);

        memcpy (longer, *rules, (n - 1) * sizeof *longer);
        *rules = longer;
      }
    (*rules)[n - 1] = keep (reading, text, length);
    (*rules)[n] = NULL;
  }
  return TRUE;
}

static gboolean
take_item_number (KhattDocumentReading *reading, const char *text, gsize length)
{
  KhattFrame *frame = top (reading);
  gssize *span;
  gint64 number;

  if (frame->member->value != KHATT_VALUE_SPAN)
    return FALSE;
  /* What is wrong is said once, at the end of the two. */
  if (frame->n_items > 2 || !read_integer (text, length, G_MAXINT32, &number))
    return TRUE;
  span = &G_STRUCT_MEMBER (gssize, frame->target, frame->member->offset);
  span[frame->n_items - 1] = (gssize) number;
  return TRUE;
}

/**
 * khatt_document_take_scalar: (skip)
 * @reading: the state
 * @scalar: what kind of value
 * @text: its text: of a string without marks and escapes, of others as JSON has it
 * @length: bytes of @text
 *
 * Returns: whether to go on
 */
gboolean
khatt_document_take_scalar (KhattDocumentReading *reading,
                            KhattJsonScalar scalar,
                            const char *text,
                            gsize length)
{
  KhattFrame *frame;
  gboolean is_taken;

  if (reading->skip_depth > 0)
    return TRUE;
  if (reading->is_capturing)
    {
      capture_scalar (reading, scalar, text, length);
      return TRUE;
    }
  if (reading->n_frames == 0)
    {
      reading->is_foreign = TRUE;
      return FALSE;
    }

  frame = top (reading);
  frame->n_items++;
  if (scalar == KHATT_JSON_NULL && frame->shape != NULL)
    return TRUE; /* as if it were not there */
  if (scalar == KHATT_JSON_STRING)
    is_taken = frame->shape != NULL ? take_string (reading, text, length)
                                    : take_item_string (reading, text, length);
  else if (scalar == KHATT_JSON_NUMBER)
    is_taken = frame->shape != NULL ? take_number (reading, text, length)
                                    : take_item_number (reading, text, length);
  else
    is_taken = FALSE;
  if (!is_taken)
    complain (reading, get_expectation (frame->member));
  return TRUE;
}

/**
 * khatt_document_take_key: (skip)
 * @reading: the state
 * @key: the key of a member
 * @length: its bytes
 *
 * Returns: whether to go on
 */
gboolean
khatt_document_take_key (KhattDocumentReading *reading, const char *key, gsize length)
{
  KhattFrame *frame;
  guint level;

  if (reading->skip_depth > 0)
    return TRUE;
  if (reading->is_capturing)
    {
      khatt_json_writer_key (&reading->capture, key, (gssize) length);
      return TRUE;
    }

  frame = top (reading);
  level = reading->n_frames - 1;
  frame->member = khatt_shape_find (frame->shape, reading->previous[level], key, length);
  if (frame->member == NULL)
    {
      begin_capture (reading, reading->extras[level], FALSE);
      reading->capture.needs_comma = reading->extras[level]->len > 0;
      khatt_json_writer_key (&reading->capture, key, (gssize) length);
      reading->is_requires =
          level == 0 && length == strlen ("requires") && memcmp (key, "requires", length) == 0;
      return TRUE;
    }
  reading->previous[level] = frame->member;
  if (frame->member->value == KHATT_VALUE_JSON || frame->member->value == KHATT_VALUE_SECTION)
    {
      g_string_truncate (reading->kept, 0);
      begin_capture (reading, reading->kept, frame->member->value == KHATT_VALUE_SECTION);
    }
  return TRUE;
}

/* ---- Brackets ---- */

static gboolean
open_document (KhattDocumentReading *reading, char bracket)
{
  push (reading, &khatt_document_shape, NULL, NULL);
  if (bracket == '[')
    {
      /* A bare list of events. */
      reading->has_format = TRUE;
      reading->loading->is_bare = TRUE;
      push (reading, NULL, khatt_shape_find (&khatt_document_shape, NULL, "events", 6), NULL);
    }
  return TRUE;
}

static gboolean
is_list (const KhattMember *member)
{
  return member->value == KHATT_VALUE_STRINGS || member->value == KHATT_VALUE_RULES ||
         member->value == KHATT_VALUE_SPAN || member->value == KHATT_VALUE_OBJECTS ||
         member->value == KHATT_VALUE_ACTORS;
}

/**
 * khatt_document_take_open: (skip)
 * @reading: the state
 * @bracket: '{' or '['
 *
 * Returns: whether to go on
 */
gboolean
khatt_document_take_open (KhattDocumentReading *reading, char bracket)
{
  KhattFrame *frame;

  if (reading->skip_depth > 0)
    {
      reading->skip_depth++;
      return TRUE;
    }
  if (reading->is_capturing)
    {
      capture_open (reading, bracket);
      return TRUE;
    }
  if (reading->n_frames == 0)
    return open_document (reading, bracket);

  frame = top (reading);
  frame->n_items++;
  if (frame->shape == NULL && bracket == '{' && frame->member->items != NULL)
    push (reading, frame->member->items, NULL,
          khatt_document_begin_object (reading, frame->member->items));
  else if (frame->shape != NULL && bracket == '[' && is_list (frame->member))
    {
      push (reading, NULL, frame->member, frame->target);
      if (frame->member->value == KHATT_VALUE_RULES)
        {
          char **none = khatt_scratch_alloc (&reading->scratch, sizeof (char *));

          none[0] = NULL;
          G_STRUCT_MEMBER (GStrv, frame->target, frame->member->offset) = none;
        }
    }
  else
    {
      complain (reading, get_expectation (frame->member));
      reading->skip_depth = 1;
    }
  return TRUE;
}

/* A span is two numbers that are in order, or it is none. */
static void
end_array (KhattDocumentReading *reading, const KhattFrame *frame)
{
  gssize *span;

  if (frame->member->value != KHATT_VALUE_SPAN)
    return;
  span = &G_STRUCT_MEMBER (gssize, frame->target, frame->member->offset);
  if (frame->n_items == 2 && span[0] >= 0 && span[1] >= span[0])
    return;
  span[0] = -1;
  span[1] = -1;
  complain (reading, get_expectation (frame->member));
}

/**
 * khatt_document_take_close: (skip)
 * @reading: the state
 * @bracket: '}' or ']'
 *
 * Returns: whether to go on
 */
gboolean
khatt_document_take_close (KhattDocumentReading *reading, char bracket)
{
  KhattFrame frame;

  if (reading->skip_depth > 0)
    {
      reading->skip_depth--;
      return TRUE;
    }
  if (reading->is_capturing)
    {
      capture_close (reading, bracket);
      return TRUE;
    }

  /* Lines of events end where their list does. */
  if (reading->lines != NULL && khatt_document_stands_at_event (reading))
    return FALSE;
  frame = *top (reading);
  reading->n_frames--;
  if (frame.shape != NULL)
    khatt_document_end_object (reading, &frame);
  else if (reading->n_frames > 0)
    end_array (reading, &frame);
  return TRUE;
}

/**
 * khatt_document_drop_frames: (skip)
 * @reading: the state
 * @section: (nullable): "events" or "articles"
 *
 * Forgets what was being read and stands in the list of @section instead.
 */
void
khatt_document_drop_frames (KhattDocumentReading *reading, const KhattMember *section)
{
  reading->is_capturing = FALSE;
  reading->is_requires = FALSE;
  reading->skip_depth = 0;
  reading->n_frames = 0;
  if (section == NULL)
    return;
  push (reading, &khatt_document_shape, section, NULL);
  push (reading, NULL, section, NULL);
}
