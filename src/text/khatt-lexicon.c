/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lexicon: lines of tables become forms in one trie of folded words. A line gives a lemma; its
 * table says how the lemma is inflected; every form leads back to the fields of its line. What a
 * line says outright wins over what a rule makes of another.
 */

#include "khatt-lexicon.h"

#include "khatt-countries.h"
#include "khatt-fold.h"
#include "khatt-inflection.h"
#include "khatt-issue.h"
#include "khatt-phrase-trie.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* One entry at one node; several hang at a node, one a class. */
typedef struct
{
  KhattEntry entry;
  guint32 next;  /* 0: the last */
  guint32 table; /* number of the table, for duplicates */
  gboolean is_explicit;
  int line;
} Link;

struct _KhattLexicon
{
  KhattWordTable *words;
  KhattPhraseTrie *trie;
  GPtrArray *links;   /* of Link; 0 is unused */
  GArray *first_link; /* of guint32, by node */
  GStringChunk *strings;
  GHashTable *country_names; /* code -> name */
  gatomicrefcount references;
};

typedef enum
{
  INFLECT_NOT,
  INFLECT_VERB,
  INFLECT_NOUN,
  INFLECT_ADJECTIVE,
  INFLECT_TITLE,
  INFLECT_BY_FIELD, /* words.tsv: the second field says */
} Inflection;

typedef enum
{
  FIELD_ANY,
  FIELD_TEXT, /* not empty */
  FIELD_CODE, /* a country */
  FIELD_CODE_OR_EMPTY,
  FIELD_ONE_OF, /* the table's choices */
  FIELD_ONE_OF_OR_EMPTY,
} FieldRule;

typedef struct
{
  const char *name;
  KhattEntryClass class;
  Inflection inflection;
  FieldRule rules[KHATT_ENTRY_MAX_FIELDS];
  const char *choices; /* of its FIELD_ONE_OF, between spaces */
} TableSpec;

static const TableSpec specs[] = {
  { "countries.tsv",
    KHATT_ENTRY_COUNTRY,
    INFLECT_NOT,
    { FIELD_TEXT, FIELD_CODE, FIELD_ONE_OF },
    " name government bloc " },
  { "adjectives.tsv", KHATT_ENTRY_ADJECTIVE, INFLECT_ADJECTIVE, { FIELD_TEXT, FIELD_CODE }, "" },
  { "cities.tsv",
    KHATT_ENTRY_CITY,
    INFLECT_NOT,
    { FIELD_TEXT, FIELD_CODE_OR_EMPTY, FIELD_ONE_OF_OR_EMPTY },
    " capital place " },
  { "titles.tsv",
    KHATT_ENTRY_TITLE,
    INFLECT_TITLE,
    { FIELD_TEXT, FIELD_ONE_OF, FIELD_ANY, FIELD_ONE_OF_OR_EMPTY, FIELD_CODE_OR_EMPTY },
    " plural head-of-state deputy-head-of-state crown-prince head-of-government "
    "deputy-head-of-government"
    " foreign-minister minister envoy spokesman adviser ambassador parliament military"
    " organisation official anonymous counterpart " },
  { "honorifics.tsv",
    KHATT_ENTRY_HONORIFIC,
    INFLECT_NOT,
    { FIELD_TEXT, FIELD_ONE_OF_OR_EMPTY, FIELD_ANY },
    " before after royal himself " },
  { "organisations.tsv",
    KHATT_ENTRY_ORGANISATION,
    INFLECT_NOT,
    { FIELD_TEXT, FIELD_TEXT, FIELD_CODE_OR_EMPTY, FIELD_ONE_OF },
    " organisation movement government body " },
  { "agencies.tsv",
    KHATT_ENTRY_AGENCY,
    INFLECT_NOT,
    { FIELD_TEXT, FIELD_TEXT, FIELD_CODE_OR_EMPTY, FIELD_ONE_OF },
    " agency channel newspaper office ministry statement " },
  { "verbs.tsv",
    KHATT_ENTRY_VERB,
    INFLECT_VERB,
    { FIELD_TEXT, FIELD_ANY, FIELD_ONE_OF, FIELD_ANY, FIELD_ANY },
    " agree announce call cancel deny discuss exchange get greet hand hold invite join join-in meet"
    " occur offer plan receive report return say send sign speak summon tell treat visit " },
  { "nouns.tsv",
    KHATT_ENTRY_NOUN,
    INFLECT_NOUN,
    { FIELD_TEXT, FIELD_ANY, FIELD_ONE_OF, FIELD_ANY },
    " call call-talks contact talk meeting visit message agreement offer statement credentials " },
  { "markers.tsv",
    KHATT_ENTRY_MARKER,
    INFLECT_NOT,
    { FIELD_TEXT, FIELD_ONE_OF, FIELD_ANY },
    " affairs after apart bearing before between-them bloc boundary building cancelled caption "
    "delegation during "
    "each "
    "earlier "
    "filler "
    "former"
    " handed-over here homeland hypothetical initiative intro invitation last led-by margin "
    "meanwhile "
    "name-link "
    "negation"
    " own-country parties party past-marker phone planned portfolio preposition press readiness"
    " relative resumptive side source states that to-him bound topic " },
  { "words.tsv",
    KHATT_ENTRY_WORD,
    INFLECT_BY_FIELD,
    { FIELD_TEXT, FIELD_ONE_OF_OR_EMPTY },
    " noun adjective verb " },
  { "dates.tsv",
    KHATT_ENTRY_DATE,
    INFLECT_NOT,
    { FIELD_TEXT, FIELD_TEXT, FIELD_ANY, FIELD_ANY, FIELD_ANY },
    "" },
};

static const TableSpec *
find_spec (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    if (strcmp (specs[i].name, name) == 0)
      return &specs[i];
  return NULL;
}

/* Reading one line of one table. */
typedef struct
{
  KhattLexicon *lexicon;
  const TableSpec *spec;
  const char *file;
  guint table_number;
  int line;
  GPtrArray *issues;
  KhattEntry entry;  /* fields of the line */
  gboolean is_first; /* the next form is the lemma */
} LineReader;

static void report (const LineReader *reader, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
report (const LineReader *reader, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (reader->issues == NULL)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  khatt_issues_add (reader->issues, reader->file, reader->line, 0, "%s", message);
}

static Link *
find_link (const KhattLexicon *lexicon, guint32 node, KhattEntryClass class)
{
  guint32 at =
      node < lexicon->first_link->len ? g_array_index (lexicon->first_link, guint32, node) : 0;

  while (at != 0)
    {
      Link *link = g_ptr_array_index (lexicon->links, at);
      if (link->entry.class == class)
        return link;
      at = link->next;
    }
  return NULL;
}

static guint32
add_phrase (KhattLexicon *lexicon, const char *folded)
{
  guint32 node = KHATT_TRIE_ROOT;
  guint n_words = 0;

  for (const char *p = folded; *p != '\0';)
    {
      gsize length = strcspn (p, " ");
      if (length > 0)
        {
          if (++n_words > KHATT_PHRASE_MAX_WORDS)
            return KHATT_TRIE_ROOT;
          node = khatt_phrase_trie_add (lexicon->trie, node,
                                        khatt_word_table_add (lexicon->words, p, length));
        }
      p += length;
      p += strspn (p, " ");
    }
  if (lexicon->first_link->len < khatt_phrase_trie_get_n_nodes (lexicon->trie))
    g_array_set_size (lexicon->first_link, (guint) khatt_phrase_trie_get_n_nodes (lexicon->trie));
  return node;
}

static void
add_form (const char *form, guint flags, gpointer user_data)
{
  LineReader *reader = user_data;
  KhattLexicon *lexicon = reader->lexicon;
  guint32 node = add_phrase (lexicon, form);
  gboolean is_explicit = reader->is_first;
  Link *link;

  reader->is_first = FALSE;
  if (node == KHATT_TRIE_ROOT)
    {
      if (is_explicit)
        report (reader, _ ("“%s” has no word or too many."), form);
      return;
    }

  link = find_link (lexicon, node, reader->spec->class);
  if (link != NULL && is_explicit && link->is_explicit && link->table == reader->table_number)
    {
      report (reader, _ ("“%s” stands in this table already."), form);
      return;
    }
  if (link != NULL && (!is_explicit && (link->is_explicit || link->table == reader->table_number)))
    return;
  if (link == NULL)
    {
      link = g_new0 (Link, 1);
      link->next = g_array_index (lexicon->first_link, guint32, node);
      g_array_index (lexicon->first_link, guint32, node) = lexicon->links->len;
      g_ptr_array_add (lexicon->links, link);
    }
  link->entry = reader->entry;
  link->entry.form = flags;
  link->table = reader->table_number;
  link->is_explicit = is_explicit;
  link->line = reader->line;
}

static gboolean
choice_is_known (const TableSpec *spec, const char *choice)
{
  g_autofree char *padded = g_strdup_printf (" %s ", choice);

  return strchr (choice, ' ') == NULL && strstr (spec->choices, padded) != NULL;
}

static gboolean
check_field (const LineReader *reader, gsize index, const char *field)
{
  FieldRule rule = reader->spec->rules[index];

  if (*field == '\0')
    {
      if (rule == FIELD_ANY || rule == FIELD_CODE_OR_EMPTY || rule == FIELD_ONE_OF_OR_EMPTY)
        return TRUE;
      report (reader, _ ("“%s” lacks a field."), reader->entry.fields[0]);
      return FALSE;
    }
  if ((rule == FIELD_CODE || rule == FIELD_CODE_OR_EMPTY) && !khatt_country_code_is_known (field))
    {
      report (reader, _ ("“%s” is no ISO 3166-1 country code."), field);
      return FALSE;
    }
  if ((rule == FIELD_ONE_OF || rule == FIELD_ONE_OF_OR_EMPTY) &&
      !choice_is_known (reader->spec, field))
    {
      report (reader, _ ("“%s” is no word that this table knows."), field);
      return FALSE;
    }
  return TRUE;
}

static void
inflect (LineReader *reader, const char *lemma, Inflection inflection)
{
  g_autofree char *second = khatt_fold (reader->entry.fields[1], -1);

  switch (inflection)
    {
    case INFLECT_VERB:
      khatt_inflect_verb (lemma, second, add_form, reader);
      break;
    case INFLECT_NOUN:
      khatt_inflect_noun (lemma, second, add_form, reader);
      break;
    case INFLECT_ADJECTIVE:
      khatt_inflect_adjective (lemma, add_form, reader);
      break;
    case INFLECT_TITLE:
      khatt_inflect_title (lemma, add_form, reader);
      break;
    case INFLECT_NOT:
    case INFLECT_BY_FIELD:
    default:
      add_form (lemma, 0, reader);
      break;
    }
}

/* words.tsv has no second form; a verb there is its past, and the present gets a line of its own.
 */
static void
inflect_word (LineReader *reader, const char *lemma)
{
  const char *how = reader->entry.fields[1];

  if (strcmp (how, "noun") == 0)
    khatt_inflect_noun (lemma, "", add_form, reader);
  else if (strcmp (how, "adjective") == 0)
    khatt_inflect_adjective (lemma, add_form, reader);
  else if (strcmp (how, "verb") == 0)
    {
      g_autofree char *present = khatt_fold (reader->entry.fields[2], -1);
      khatt_inflect_verb (lemma, present, add_form, reader);
    }
  else
    add_form (lemma, 0, reader);
}

static void
read_line (LineReader *reader, const char *line, gsize length)
{
  g_autofree char *copy = g_strndup (line, length);
  g_autofree char *lemma = NULL;
  g_auto (GStrv) fields = NULL;
  guint n_fields;

  if (!g_utf8_validate (copy, -1, NULL))
    {
      report (reader, _ ("This line is not UTF-8."));
      return;
    }
  g_strchomp (copy);
  if (*copy == '\0' || *copy == '#')
    return;

  fields = g_strsplit (copy, "\t", -1);
  n_fields = g_strv_length (fields);
  if (n_fields > KHATT_ENTRY_MAX_FIELDS)
    {
      report (reader, _ ("“%s” has too many fields."), fields[0]);
      return;
    }
  reader->entry = (KhattEntry){ .class = reader->spec->class };
  for (guint i = 0; i < KHATT_ENTRY_MAX_FIELDS; i++)
    reader->entry.fields[i] = i < n_fields ? g_string_chunk_insert_const (reader->lexicon->strings,
                                                                          g_strstrip (fields[i]))
                                           : "";
  for (guint i = 0; i < KHATT_ENTRY_MAX_FIELDS; i++)
    if (!check_field (reader, i, reader->entry.fields[i]))
      return;

  reader->is_first = TRUE;
  lemma = khatt_fold (reader->entry.fields[0], -1);
  if (reader->spec->inflection == INFLECT_BY_FIELD)
    inflect_word (reader, lemma);
  else
    inflect (reader, lemma, reader->spec->inflection);
}

static void
read_table (KhattLexicon *lexicon, const KhattLexiconTable *table, guint number, GPtrArray *issues)
{
  LineReader reader = { .lexicon = lexicon,
                        .spec = find_spec (table->name),
                        .file = table->file != NULL ? table->file : table->name,
                        .table_number = number,
                        .issues = issues };
  gsize size = 0;
  const char *bytes = g_bytes_get_data (table->bytes, &size);
  const char *end = bytes + size;

  /* Some editors write a byte order mark. */
  if (size >= strlen (BYTE_ORDER_MARK) &&
      memcmp (bytes, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    bytes += strlen (BYTE_ORDER_MARK);
  if (reader.spec == NULL)
    {
      report (&reader, _ ("No table of the lexicon is called “%s”."), table->name);
      return;
    }
  for (const char *line = bytes; line < end;)
    {
      const char *newline = memchr (line, '\n', end - line);
      const char *after = newline != NULL ? newline : end;

      reader.line++;
      read_line (&reader, line, after - line);
      line = after + 1;
    }
}

/* روسيا -> روسي, مصر -> مصري, السعودية -> سعودي. */
static char *
make_adjective (const char *folded_name)
{
  const char *stem =
      g_str_has_prefix (folded_name, "ال") ? folded_name + strlen ("ال") : folded_name;
  gsize length = strlen (stem);
  static const char *const endings[] = { "يا", "يه", "ا", "ه", "و" };

  if (strchr (stem, ' ') != NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (stem, endings[i]))
      {
        length -= strlen (endings[i]);
        break;
      }
  return g_strdup_printf ("%.*sي", (int) length, stem);
}

/* ICU's names come before any table, so that every line of a table wins over them. */
static void
add_countries (KhattLexicon *lexicon, const char *language)
{
  const char *const *codes = khatt_countries_get_codes ();
  LineReader names = { .lexicon = lexicon, .spec = find_spec ("countries.tsv") };
  LineReader adjectives = { .lexicon = lexicon, .spec = find_spec ("adjectives.tsv") };

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *name = khatt_country_dup_name (codes[i], language);
      g_autofree char *folded = name != NULL ? khatt_fold (name, -1) : NULL;
      g_autofree char *adjective = folded != NULL ? make_adjective (folded) : NULL;
      KhattEntry entry = { .class = KHATT_ENTRY_COUNTRY };

      if (folded == NULL)
        continue;
      for (guint k = 0; k < KHATT_ENTRY_MAX_FIELDS; k++)
        entry.fields[k] = "";
      entry.fields[0] = g_string_chunk_insert_const (lexicon->strings, name);
      entry.fields[1] = g_string_chunk_insert_const (lexicon->strings, codes[i]);
      entry.fields[2] = "name";
      g_hash_table_insert (lexicon->country_names, (gpointer) entry.fields[1],
                           (gpointer) entry.fields[0]);
      names.entry = entry;
      add_form (folded, 0, &names);
      if (adjective != NULL)
        {
          entry.class = KHATT_ENTRY_ADJECTIVE;
          adjectives.entry = entry;
          khatt_inflect_adjective (adjective, add_form, &adjectives);
        }
    }
}

/* The first line of countries.tsv for a code gives its everyday name: السعودية, not المملكة العربية
 * السعودية. */
static void
prefer_table_names (KhattLexicon *lexicon)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; i < lexicon->links->len; i++)
    {
      const Link *link = g_ptr_array_index (lexicon->links, i);
      const char *code = link->entry.fields[1];

      if (link->entry.class == KHATT_ENTRY_COUNTRY && strcmp (link->entry.fields[3], "main") == 0 &&
          g_hash_table_add (seen, (gpointer) code))
        g_hash_table_insert (lexicon->country_names, (gpointer) code,
                             (gpointer) link->entry.fields[0]);
    }
}

/**
 * khatt_lexicon_new:
 * @tables: (array length=n_tables): the tables, read in this order
 * @n_tables: how many there are
 * @issues: (nullable) (element-type KhattIssue): receives what could not be used
 *
 * Makes a lexicon out of tables. A later line overrides an earlier table's for the same form.
 *
 * Returns: (transfer full): a lexicon
 */
KhattLexicon *
khatt_lexicon_new (const KhattLexiconTable *tables, gsize n_tables, GPtrArray *issues)
{
  KhattLexicon *lexicon = g_new0 (KhattLexicon, 1);
  guint32 no_link = 0;

  g_atomic_ref_count_init (&lexicon->references);
  lexicon->words = khatt_word_table_new ();
  lexicon->trie = khatt_phrase_trie_new ();
  lexicon->links = g_ptr_array_new_with_free_func (g_free);
  lexicon->first_link = g_array_new (FALSE, TRUE, sizeof (guint32));
  lexicon->strings = g_string_chunk_new (4096);
  lexicon->country_names = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (lexicon->links, NULL);
  g_array_append_val (lexicon->first_link, no_link);

  add_countries (lexicon, "ar");
  for (gsize i = 0; i < n_tables; i++)
    read_table (lexicon, &tables[i], (guint) i + 1, issues);
  prefer_table_names (lexicon);
  return lexicon;
}

/**
 * khatt_lexicon_ref:
 * @lexicon: a lexicon
 *
 * Takes a reference.
 *
 * Returns: (transfer full): the same lexicon
 */
KhattLexicon *
khatt_lexicon_ref (KhattLexicon *lexicon)
{
  g_atomic_ref_count_inc (&lexicon->references);
  return lexicon;
}

/**
 * khatt_lexicon_unref:
 * @lexicon: (transfer full): a lexicon
 *
 * Gives a reference back and frees the lexicon with the last one.
 */
void
khatt_lexicon_unref (KhattLexicon *lexicon)
{
  if (!g_atomic_ref_count_dec (&lexicon->references))
    return;
  khatt_word_table_free (lexicon->words);
  khatt_phrase_trie_free (lexicon->trie);
  g_ptr_array_unref (lexicon->links);
  g_array_unref (lexicon->first_link);
  g_string_chunk_free (lexicon->strings);
  g_hash_table_unref (lexicon->country_names);
  g_free (lexicon);
}

/**
 * khatt_lexicon_find_word:
 * @lexicon: a lexicon
 * @folded: a folded word; need not end with a NUL
 * @length: its bytes
 *
 * Returns: the word's number, or 0 where no table has it
 */
guint32
khatt_lexicon_find_word (const KhattLexicon *lexicon, const char *folded, gsize length)
{
  return khatt_word_table_find (lexicon->words, folded, length);
}

/**
 * khatt_lexicon_step:
 * @lexicon: a lexicon
 * @node: where to go from; 0 to begin
 * @word: a word's number
 *
 * Goes one word on in a phrase.
 *
 * Returns: the next node, or %G_MAXUINT32 where no phrase goes on so
 */
guint32
khatt_lexicon_step (const KhattLexicon *lexicon, guint32 node, guint32 word)
{
  return khatt_phrase_trie_step (lexicon->trie, node, word);
}

/**
 * khatt_lexicon_get_entry:
 * @lexicon: a lexicon
 * @node: a node
 * @class: which table
 *
 * Returns: (nullable) (transfer none): the entry whose phrase ends at the node
 */
const KhattEntry *
khatt_lexicon_get_entry (const KhattLexicon *lexicon, guint32 node, KhattEntryClass class)
{
  const Link *link = find_link (lexicon, node, class);

  return link != NULL ? &link->entry : NULL;
}

/**
 * khatt_lexicon_get_classes:
 * @lexicon: a lexicon
 * @node: a node
 *
 * Returns: a bit for each class that has an entry at the node
 */
guint
khatt_lexicon_get_classes (const KhattLexicon *lexicon, guint32 node)
{
  guint classes = 0;
  guint32 at =
      node < lexicon->first_link->len ? g_array_index (lexicon->first_link, guint32, node) : 0;

  while (at != 0)
    {
      const Link *link = g_ptr_array_index (lexicon->links, at);
      classes |= 1u << link->entry.class;
      at = link->next;
    }
  return classes;
}

/**
 * khatt_lexicon_get_country_name:
 * @lexicon: a lexicon
 * @code: an ISO 3166-1 alpha-2 code
 *
 * Returns: (nullable) (transfer none): what newspapers call the country
 */
const char *
khatt_lexicon_get_country_name (const KhattLexicon *lexicon, const char *code)
{
  return g_hash_table_lookup (lexicon->country_names, code);
}

/**
 * khatt_lexicon_class_from_table:
 * @table: a table's name, "verbs.tsv"
 * @class: (out): its class
 *
 * Returns: whether there is such a table
 */
gboolean
khatt_lexicon_class_from_table (const char *table, KhattEntryClass *class)
{
  const TableSpec *spec = find_spec (table);

  if (spec != NULL)
    *class = spec->class;
  return spec != NULL;
}
