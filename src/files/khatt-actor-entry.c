/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The section of actors stays JSON text: a change replaces the text of one entry and leaves the
 * others as they were written, and so nothing is lost that is not understood here. The text is
 * canonical, as the writer made it; whatever is not a list of objects with names is passed over. */

#include "khatt-actor-entry.h"

#include <string.h>
#include <yajl/yajl_parse.h>

#include "khatt-json-writer.h"

/* A part of the section's text. */
typedef struct
{
  const char *start;
  gsize length;
} Piece;

/* ---- Taking JSON apart ---- */

/* Returns: where the value that begins at `json` ends */
static const char *
skip_value (const char *json)
{
  guint depth = 0;
  gboolean is_in_string = FALSE;

  for (; *json != '\0'; json++)
    {
      if (is_in_string && *json == '\\' && json[1] != '\0')
        json++;
      else if (*json == '"')
        is_in_string = !is_in_string;
      else if (is_in_string)
        continue;
      else if (*json == '[' || *json == '{')
        depth++;
      else if (depth == 0 && strchr (",:]}", *json) != NULL)
        break;
      else if (*json == ']' || *json == '}')
        depth--;
    }
  return json;
}

static const char *
skip_space (const char *json)
{
  return json + strspn (json, " \t\r\n");
}

/* The values of a list, or the keys and values of an object in turn; none where it is neither. */
static GArray *
take_apart (const Piece *whole, char bracket)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  const char *end = whole->start + whole->length;
  const char *at = whole->start;

  if (whole->length == 0 || *at != bracket)
    return pieces;
  while (at < end)
    {
      Piece piece = { skip_space (at + 1), 0 };

      at = skip_value (piece.start);
      piece.length = at - piece.start;
      while (piece.length > 0 && g_ascii_isspace (piece.start[piece.length - 1]))
        piece.length--;
      if (piece.length > 0)
        g_array_append_val (pieces, piece);
      if (*at != ',' && *at != ':')
        break;
    }
  return pieces;
}

static int
string_cb (void *strings, const unsigned char *text, size_t length)
{
  g_ptr_array_add (strings, g_strndup ((const char *) text, length));
  return TRUE;
}

/* Returns: (nullable): a JSON string's text; NULL where the value is something else */
static char *
read_string (const Piece *piece)
{
  static const yajl_callbacks callbacks = { .yajl_string = string_cb };
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  yajl_handle parser = yajl_alloc (&callbacks, NULL, strings);

  if (yajl_parse (parser, (const unsigned char *) piece->start, piece->length) == yajl_status_ok)
    yajl_complete_parse (parser);
  yajl_free (parser);
  return *piece->start == '"' && strings->len == 1 ? g_ptr_array_steal_index (strings, 0) : NULL;
}

/* The list's strings, at the end of `strings`. Returns: FALSE where something else is in it */
static gboolean
read_strings (const Piece *piece, GPtrArray *strings)
{
  g_autoptr (GArray) values = take_apart (piece, '[');

  if (*piece->start != '[')
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      char *string = read_string (&g_array_index (values, Piece, i));

      if (string == NULL)
        return FALSE;
      g_ptr_array_add (strings, string);
    }
  return TRUE;
}

static gboolean
is_key (const Piece *piece, const char *key)
{
  return piece->length == strlen (key) + 2 &&
         strncmp (piece->start + 1, key, piece->length - 2) == 0;
}

static void
append_member (char **members, const Piece *key, const Piece *value)
{
  g_autofree char *before = *members;

  *members =
      g_strdup_printf ("%s%s%.*s:%.*s", before != NULL ? before : "", before != NULL ? "," : "",
                       (int) key->length, key->start, (int) value->length, value->start);
}

/* ---- An entry ---- */

static gboolean
take_names (KhattActorEntry *entry, const Piece *names)
{
  g_autoptr (GArray) pieces = take_apart (names, '{');

  if (*names->start != '{')
    return FALSE;
  for (guint i = 0; i + 1 < pieces->len; i += 2)
    {
      const Piece *key = &g_array_index (pieces, Piece, i);
      const Piece *value = &g_array_index (pieces, Piece, i + 1);
      char **name = is_key (key, "ar")   ? &entry->arabic
                    : is_key (key, "en") ? &entry->english
                                         : NULL;

      if (name != NULL && *name == NULL)
        *name = read_string (value);
      if (name == NULL || *name == NULL)
        append_member (&entry->other_names, key, value);
    }
  return TRUE;
}

static gboolean
take_member (KhattActorEntry *entry, const Piece *key, const Piece *value)
{
  const struct
  {
    const char *key;
    char **text;
  } texts[] = { { "name", &entry->name },
                { "kind", &entry->kind },
                { "country", &entry->country },
                { "office", &entry->office } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (is_key (key, texts[i].key))
      return *texts[i].text == NULL && (*texts[i].text = read_string (value)) != NULL;
  if (is_key (key, "names"))
    return take_names (entry, value);
  if (is_key (key, "aliases") && read_strings (value, entry->aliases))
    return TRUE;
  if (is_key (key, "aliases"))
    g_ptr_array_set_size (entry->aliases, 0);
  return FALSE;
}

/* NULL where it is no object, or has no name. */
static KhattActorEntry *
read_entry (const Piece *piece)
{
  g_autoptr (GArray) pieces = take_apart (piece, '{');
  g_autoptr (KhattActorEntry) entry = khatt_actor_entry_new (NULL);

  for (guint i = 0; i + 1 < pieces->len; i += 2)
    {
      const Piece *key = &g_array_index (pieces, Piece, i);
      const Piece *value = &g_array_index (pieces, Piece, i + 1);

      if (!take_member (entry, key, value))
        append_member (&entry->extra, key, value);
    }
  return entry->name != NULL ? g_steal_pointer (&entry) : NULL;
}

/* Of members that were something else in the file, only what is said now stays. */
static void
write_extra (KhattJsonWriter *writer, const KhattActorEntry *entry)
{
  static const char *const known[] = { "name", "kind", "names", "aliases", "country", "office" };
  const gboolean is_said[] = { TRUE,
                               entry->kind != NULL,
                               entry->arabic != NULL || entry->english != NULL ||
                                   entry->other_names != NULL,
                               entry->aliases->len > 0,
                               entry->country != NULL,
                               entry->office != NULL };
  g_autofree char *object = g_strdup_printf ("{%s}", entry->extra != NULL ? entry->extra : "");
  g_autoptr (GArray) pieces = take_apart (&(Piece){ object, strlen (object) }, '{');

  for (guint i = 0; i + 1 < pieces->len; i += 2)
    {
      const Piece *key = &g_array_index (pieces, Piece, i);
      const Piece *value = &g_array_index (pieces, Piece, i + 1);
      gboolean is_dropped = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (known); j++)
        is_dropped |= is_said[j] && is_key (key, known[j]);
      if (!is_dropped)
        khatt_json_writer_raw (writer, key->start, value->start + value->length - key->start);
    }
}

static void
write_names (KhattJsonWriter *writer, const KhattActorEntry *entry)
{
  if (entry->arabic == NULL && entry->english == NULL && entry->other_names == NULL)
    return;

  khatt_json_writer_key (writer, "names", -1);
  khatt_json_writer_open (writer, '{');
  khatt_json_writer_member (writer, "ar", entry->arabic);
  khatt_json_writer_member (writer, "en", entry->english);
  if (entry->other_names != NULL)
    khatt_json_writer_raw (writer, entry->other_names, -1);
  khatt_json_writer_close (writer, '}');
}

static void
write_entry (KhattJsonWriter *writer, const KhattActorEntry *entry)
{
  khatt_json_writer_open (writer, '{');
  khatt_json_writer_member (writer, "name", entry->name);
  khatt_json_writer_member (writer, "kind", entry->kind);
  write_names (writer, entry);
  if (entry->aliases->len > 0)
    {
      khatt_json_writer_key (writer, "aliases", -1);
      khatt_json_writer_open (writer, '[');
      for (guint i = 0; i < entry->aliases->len; i++)
        khatt_json_writer_string (writer, g_ptr_array_index (entry->aliases, i), -1);
      khatt_json_writer_close (writer, ']');
    }
  khatt_json_writer_member (writer, "country", entry->country);
  khatt_json_writer_member (writer, "office", entry->office);
  write_extra (writer, entry);
  khatt_json_writer_close (writer, '}');
}

static gboolean
says_nothing (const KhattActorEntry *entry)
{
  return entry->kind == NULL && entry->arabic == NULL && entry->english == NULL &&
         entry->aliases->len == 0 && entry->country == NULL && entry->office == NULL &&
         entry->other_names == NULL && entry->extra == NULL;
}

/**
 * khatt_actor_entry_new:
 * @name: (nullable): by which events call the actor
 *
 * Returns: (transfer full): an entry that says nothing else
 */
KhattActorEntry *
khatt_actor_entry_new (const char *name)
{
  KhattActorEntry *entry = g_new0 (KhattActorEntry, 1);

  entry->name = g_strdup (name);
  entry->aliases = g_ptr_array_new_with_free_func (g_free);
  return entry;
}

/**
 * khatt_actor_entry_copy:
 * @entry: an entry
 *
 * Returns: (transfer full): another one that says the same
 */
KhattActorEntry *
khatt_actor_entry_copy (const KhattActorEntry *entry)
{
  KhattActorEntry *copy = khatt_actor_entry_new (entry->name);

  copy->kind = g_strdup (entry->kind);
  copy->arabic = g_strdup (entry->arabic);
  copy->english = g_strdup (entry->english);
  for (guint i = 0; i < entry->aliases->len; i++)
    g_ptr_array_add (copy->aliases, g_strdup (g_ptr_array_index (entry->aliases, i)));
  copy->country = g_strdup (entry->country);
  copy->office = g_strdup (entry->office);
  copy->other_names = g_strdup (entry->other_names);
  copy->extra = g_strdup (entry->extra);
  return copy;
}

/**
 * khatt_actor_entry_free:
 * @entry: (transfer full): an entry
 */
void
khatt_actor_entry_free (KhattActorEntry *entry)
{
  g_free (entry->name);
  g_free (entry->kind);
  g_free (entry->arabic);
  g_free (entry->english);
  g_ptr_array_unref (entry->aliases);
  g_free (entry->country);
  g_free (entry->office);
  g_free (entry->other_names);
  g_free (entry->extra);
  g_free (entry);
}

/* ---- The section ---- */

/* What is no list is its only element: a list that it becomes a part of loses nothing. */
static GArray *
list_pieces (const char *section)
{
  Piece whole = { section != NULL ? skip_space (section) : "", 0 };
  GArray *pieces;

  whole.length = strlen (whole.start);
  pieces = take_apart (&whole, '[');
  if (whole.length > 0 && *whole.start != '[')
    g_array_append_val (pieces, whole);
  return pieces;
}

static gboolean
is_entry_of (const Piece *piece, const char *name)
{
  g_autoptr (KhattActorEntry) entry = read_entry (piece);

  return entry != NULL && g_str_equal (entry->name, name);
}

/**
 * khatt_actor_section_find:
 * @section: (nullable): canonical JSON text
 * @name: of an actor
 *
 * Returns: (transfer full) (nullable): what is said of the actor; of several entries, the first
 */
KhattActorEntry *
khatt_actor_section_find (const char *section, const char *name)
{
  g_autoptr (GArray) pieces = list_pieces (section);

  for (guint i = 0; i < pieces->len; i++)
    if (is_entry_of (&g_array_index (pieces, Piece, i), name))
      return read_entry (&g_array_index (pieces, Piece, i));
  return NULL;
}

/**
 * khatt_actor_section_put:
 * @section: (nullable): canonical JSON text
 * @name: of an actor
 * @entry: (nullable): what is to be said of it, which may have another name; %NULL: nothing
 *
 * Puts @entry in the place of what was said of @name, or at the end. All other entries stay as they
 * are written.
 *
 * Returns: (transfer full) (nullable): canonical JSON text; %NULL where nothing is left
 */
char *
khatt_actor_section_put (const char *section, const char *name, const KhattActorEntry *entry)
{
  g_autoptr (GArray) pieces = list_pieces (section);
  g_autoptr (GString) out = g_string_new (NULL);
  KhattJsonWriter writer = { .out = out };
  gboolean is_put = entry == NULL || says_nothing (entry);
  guint n_written = 0;
  gboolean is_found = FALSE;

  khatt_json_writer_open (&writer, '[');
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      gboolean is_entry = !is_found && is_entry_of (piece, name);

      is_found |= is_entry;
      if (is_entry && is_put)
        continue;
      khatt_json_writer_break_line (&writer);
      if (is_entry)
        write_entry (&writer, entry);
      else
        khatt_json_writer_raw (&writer, piece->start, (gssize) piece->length);
      is_put |= is_entry;
      n_written++;
    }
  if (!is_put)
    {
      khatt_json_writer_break_line (&writer);
      write_entry (&writer, entry);
      n_written++;
    }
  g_string_append_c (out, '\n');
  khatt_json_writer_close (&writer, ']');
  return n_written > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

static void
take_over (char **kept, char **other)
{
  if (*kept == NULL)
    *kept = g_steal_pointer (other);
}

/* What was said of one is said of the other, as far as that says nothing of its own. */
static void
join_entries (KhattActorEntry *kept, KhattActorEntry *other)
{
  take_over (&kept->kind, &other->kind);
  take_over (&kept->arabic, &other->arabic);
  take_over (&kept->english, &other->english);
  take_over (&kept->country, &other->country);
  take_over (&kept->office, &other->office);
  take_over (&kept->other_names, &other->other_names);
  take_over (&kept->extra, &other->extra);
  for (guint i = 0; i < other->aliases->len; i++)
    {
      const char *alias = g_ptr_array_index (other->aliases, i);

      if (!g_ptr_array_find_with_equal_func (kept->aliases, alias, g_str_equal, NULL))
        g_ptr_array_add (kept->aliases, g_strdup (alias));
    }
}

/**
 * khatt_actor_section_rename:
 * @section: (nullable): canonical JSON text
 * @name: of an actor
 * @new_name: its name from now on; another actor's makes one of the two
 *
 * Returns: (transfer full) (nullable): canonical JSON text; %NULL where there is none
 */
char *
khatt_actor_section_rename (const char *section, const char *name, const char *new_name)
{
  g_autoptr (KhattActorEntry) entry = khatt_actor_section_find (section, name);
  g_autoptr (KhattActorEntry) other = khatt_actor_section_find (section, new_name);
  g_autofree char *without = NULL;

  if (entry == NULL || g_str_equal (name, new_name))
    return g_strdup (section);
  if (other != NULL)
    {
      join_entries (other, entry);
      without = khatt_actor_section_put (section, name, NULL);
      return khatt_actor_section_put (without, new_name, other);
    }
  g_free (entry->name);
  entry->name = g_strdup (new_name);
  return khatt_actor_section_put (section, name, entry);
}

/**
 * khatt_actor_section_list_spellings:
 * @section: (nullable): canonical JSON text
 *
 * Returns: (transfer full) (element-type utf8 utf8): from the name of each actor that has others to
 * these, a line each
 */
GHashTable *
khatt_actor_section_list_spellings (const char *section)
{
  GHashTable *spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) pieces = list_pieces (section);

  for (guint i = 0; i < pieces->len; i++)
    {
      g_autoptr (KhattActorEntry) entry = read_entry (&g_array_index (pieces, Piece, i));
      g_autoptr (GString) lines = g_string_new (NULL);

      if (entry == NULL || g_hash_table_contains (spellings, entry->name))
        continue;
      if (entry->arabic != NULL)
        g_string_append_printf (lines, "\n%s", entry->arabic);
      if (entry->english != NULL)
        g_string_append_printf (lines, "\n%s", entry->english);
      for (guint j = 0; j < entry->aliases->len; j++)
        g_string_append_printf (lines, "\n%s", (char *) g_ptr_array_index (entry->aliases, j));
      if (lines->len > 0)
        g_hash_table_insert (spellings, g_steal_pointer (&entry->name), g_strdup (lines->str + 1));
    }
  return spellings;
}
