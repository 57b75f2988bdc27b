/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* KhattLexicon: the tables of one language, read from tab-separated bytes; immutable and shared
 * between threads once made. `text` knows no file: `files` finds them (khatt-lexicon-files.h). The
 * form of each table is in data/lexicon/FORMAT.md. */
typedef struct _KhattLexicon KhattLexicon;

typedef struct
{
  const char *name; /* "verbs.tsv": which table */
  GBytes *bytes;
  const char *file; /* what issues call it; NULL: by its name */
} KhattLexiconTable;

/* Later tables extend or override earlier ones. A wrong line is an issue and costs nothing else. */
KhattLexicon *
khatt_lexicon_new (const KhattLexiconTable *tables, gsize n_tables, GPtrArray *issues);
KhattLexicon *khatt_lexicon_ref (KhattLexicon *lexicon);
void khatt_lexicon_unref (KhattLexicon *lexicon);

/* One class a table. A form can have an entry in several classes, one in each. */
typedef enum
{
  KHATT_ENTRY_COUNTRY,      /* countries.tsv and ICU's own names */
  KHATT_ENTRY_ADJECTIVE,    /* adjectives.tsv and the rule: "روسي" */
  KHATT_ENTRY_CITY,         /* cities.tsv */
  KHATT_ENTRY_TITLE,        /* titles.tsv: "وزير خارجية" */
  KHATT_ENTRY_HONORIFIC,    /* honorifics.tsv: "معالي" */
  KHATT_ENTRY_ORGANISATION, /* organisations.tsv */
  KHATT_ENTRY_AGENCY,       /* agencies.tsv: "سانا" */
  KHATT_ENTRY_VERB,         /* verbs.tsv */
  KHATT_ENTRY_NOUN,         /* nouns.tsv: nouns of events */
  KHATT_ENTRY_MARKER, /* markers.tsv: prepositions, negation, modals, status words, discourse */
  KHATT_ENTRY_WORD,   /* words.tsv: everyday words, which no name contains */
  KHATT_ENTRY_DATE,   /* dates.tsv: months, weekdays, relative words, numerals */
} KhattEntryClass;
#define KHATT_N_ENTRY_CLASSES (KHATT_ENTRY_DATE + 1)
#define KHATT_ENTRY_MAX_FIELDS 8
/* A phrase of the lexicon has at most so many words. */
#define KHATT_PHRASE_MAX_WORDS 10

/* How a form of the text stands to the line of its table. */
typedef enum
{
  KHATT_FORM_PLAIN = 0,
  KHATT_FORM_PAST = 1 << 0,
  KHATT_FORM_PRESENT = 1 << 1,
  KHATT_FORM_FUTURE = 1 << 2,
  KHATT_FORM_FEMININE = 1 << 3,
  KHATT_FORM_DUAL = 1 << 4,
  KHATT_FORM_PLURAL = 1 << 5,
  KHATT_FORM_POSSESSED = 1 << 6, /* لقائه، زيارتهما */
  KHATT_FORM_OBJECT = 1 << 7,    /* استقبله */
} KhattFormFlags;

/* One form, with the fields of the line that it comes from. Owned by the lexicon. */
typedef struct
{
  KhattEntryClass class;
  guint form;                                 /* KhattFormFlags */
  const char *fields[KHATT_ENTRY_MAX_FIELDS]; /* of the line; "" where the line is shorter;
                                                 fields[0] as written there */
} KhattEntry;

/* The folded word's number, 0 where no table has it. */
guint32 khatt_lexicon_find_word (const KhattLexicon *lexicon, const char *folded, gsize length);
/* Walks phrases: begin with node 0; G_MAXUINT32 where no phrase goes on with that word. */
guint32 khatt_lexicon_step (const KhattLexicon *lexicon, guint32 node, guint32 word);
/* The entry of a class that ends at the node; NULL where there is none. */
const KhattEntry *
khatt_lexicon_get_entry (const KhattLexicon *lexicon, guint32 node, KhattEntryClass class);
/* Bit mask of 1 << KhattEntryClass of the entries that end at the node. */
guint khatt_lexicon_get_classes (const KhattLexicon *lexicon, guint32 node);
/* The display name of a country in the lexicon's language, for an ISO 3166-1 alpha-2 code; NULL
 * where unknown. */
const char *khatt_lexicon_get_country_name (const KhattLexicon *lexicon, const char *code);
gboolean khatt_lexicon_class_from_table (const char *table, KhattEntryClass *class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KhattLexicon, khatt_lexicon_unref)

G_END_DECLS
