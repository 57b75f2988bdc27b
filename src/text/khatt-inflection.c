/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The forms that news Arabic gives a word, made from its lemma so that the tables stay short. All
 * is in folded letters, unvocalised: forms that differ in vowels only are one. A form that no text
 * has costs a few bytes; one that is missing costs an event, so the rules are generous.
 */

#include "khatt-inflection.h"

#include <string.h>

#define LETTER_BYTES 2

typedef struct
{
  const char *suffix;
  guint flags;
} Ending;

static void
emit (KhattFormFunc func,
      gpointer user_data,
      const char *prefix,
      const char *stem,
      gsize stem_length,
      const char *suffix,
      guint flags)
{
  g_autofree char *form = g_strdup_printf ("%s%.*s%s", prefix, (int) stem_length, stem, suffix);

  func (form, flags, user_data);
}

static gsize
length_without (const char *word, const char *last_letter)
{
  gsize length = strlen (word);

  return g_str_has_suffix (word, last_letter) ? length - strlen (last_letter) : length;
}

static void
inflect_past (const char *past, KhattFormFunc func, gpointer user_data)
{
  static const Ending strong[] = { { "", 0 },
                                   { "ت", KHATT_FORM_FEMININE },
                                   { "ا", KHATT_FORM_DUAL },
                                   { "تا", KHATT_FORM_DUAL | KHATT_FORM_FEMININE },
                                   { "وا", KHATT_FORM_PLURAL },
                                   { "نا", KHATT_FORM_PLURAL } };
  static const Ending final_ya[] = { { "ي", 0 },
                                     { "ت", KHATT_FORM_FEMININE },
                                     { "يا", KHATT_FORM_DUAL },
                                     { "تا", KHATT_FORM_DUAL | KHATT_FORM_FEMININE },
                                     { "وا", KHATT_FORM_PLURAL },
                                     { "ينا", KHATT_FORM_PLURAL } };
  static const Ending final_alef[] = { { "ا", 0 },
                                       { "ت", KHATT_FORM_FEMININE },
                                       { "وا", KHATT_FORM_PLURAL },
                                       { "تا", KHATT_FORM_DUAL | KHATT_FORM_FEMININE },
                                       { "ونا", KHATT_FORM_PLURAL } };
  static const char *const objects[] = { "ه", "ها", "هم", "هما" };
  const Ending *endings = strong;
  gsize n_endings = G_N_ELEMENTS (strong);
  gsize stem = strlen (past);
  const char *before_object = "";

  if (g_str_has_suffix (past, "ي"))
    {
      endings = final_ya;
      n_endings = G_N_ELEMENTS (final_ya);
      stem = length_without (past, "ي");
      before_object = "ا";
    }
  else if (g_str_has_suffix (past, "ا"))
    {
      endings = final_alef;
      n_endings = G_N_ELEMENTS (final_alef);
      stem = length_without (past, "ا");
      before_object = "ا";
    }

  for (gsize i = 0; i < n_endings; i++)
    emit (func, user_data, "", past, stem, endings[i].suffix, KHATT_FORM_PAST | endings[i].flags);
  for (gsize i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_autofree char *suffix = g_strconcat (before_object, objects[i], NULL);
      g_autofree char *feminine = g_strconcat ("ت", objects[i], NULL);
      emit (func, user_data, "", past, stem, suffix, KHATT_FORM_PAST | KHATT_FORM_OBJECT);
      emit (func, user_data, "", past, stem, feminine,
            KHATT_FORM_PAST | KHATT_FORM_OBJECT | KHATT_FORM_FEMININE);
    }
}

static void
inflect_present (const char *present, KhattFormFunc func, gpointer user_data)
{
  static const Ending prefixes[] = {
    { "ي", KHATT_FORM_PRESENT },
    { "ت", KHATT_FORM_PRESENT | KHATT_FORM_FEMININE },
    { "سي", KHATT_FORM_FUTURE },
    { "ست", KHATT_FORM_FUTURE | KHATT_FORM_FEMININE },
  };
  static const Ending endings[] = { { "", 0 },
                                    { "ان", KHATT_FORM_DUAL },
                                    { "ا", KHATT_FORM_DUAL },
                                    { "ه", KHATT_FORM_OBJECT },
                                    { "ها", KHATT_FORM_OBJECT } };
  static const char *const plurals[] = { "ون", "وا" };
  const char *body = g_str_has_prefix (present, "ي") ? present + LETTER_BYTES : present;
  gsize whole = strlen (body);
  gsize plural_stem = MIN (length_without (body, "ي"), length_without (body, "و"));

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      for (gsize k = 0; k < G_N_ELEMENTS (endings); k++)
        emit (func, user_data, prefixes[i].suffix, body, whole, endings[k].suffix,
              prefixes[i].flags | endings[k].flags);
      for (gsize k = 0; k < G_N_ELEMENTS (plurals); k++)
        emit (func, user_data, prefixes[i].suffix, body, plural_stem, plurals[k],
              prefixes[i].flags | KHATT_FORM_PLURAL);
    }
}

/**
 * khatt_inflect_verb:
 * @past: the folded past, third person masculine singular
 * @present: the folded present of the same person, or ""
 * @func: (scope call): receives the forms
 * @user_data: for @func
 *
 * Makes the third-person forms of a verb in past, present and future, with the object pronouns
 * that news prose uses.
 */
void
khatt_inflect_verb (const char *past, const char *present, KhattFormFunc func, gpointer user_data)
{
  inflect_past (past, func, user_data);
  if (*present != '\0')
    inflect_present (present, func, user_data);
}

static void
possess (const char *word, guint flags, KhattFormFunc func, gpointer user_data)
{
  static const char *const pronouns[] = { "ه", "ها", "هم", "هما", "نا" };
  gsize stem = length_without (word, "ه");
  const char *link = stem < strlen (word) ? "ت" : "";

  for (gsize i = 0; i < G_N_ELEMENTS (pronouns); i++)
    {
      g_autofree char *suffix = g_strconcat (link, pronouns[i], NULL);
      emit (func, user_data, "", word, stem, suffix, flags | KHATT_FORM_POSSESSED);
      /* A final hamza takes a seat before a pronoun. */
      if (g_str_has_suffix (word, "ء"))
        {
          g_autofree char *on_ya = g_strconcat ("ي", pronouns[i], NULL);
          g_autofree char *on_waw = g_strconcat ("و", pronouns[i], NULL);
          gsize before = length_without (word, "ء");
          emit (func, user_data, "", word, before, on_ya, flags | KHATT_FORM_POSSESSED);
          emit (func, user_data, "", word, before, on_waw, flags | KHATT_FORM_POSSESSED);
        }
    }
}

/**
 * khatt_inflect_noun:
 * @singular: the folded singular
 * @plurals: its folded plurals, separated by spaces, or ""
 * @func: (scope call): receives the forms
 * @user_data: for @func
 *
 * Makes the accusative, the dual and the forms with a possessive pronoun.
 */
void
khatt_inflect_noun (const char *singular,
                    const char *plurals,
                    KhattFormFunc func,
                    gpointer user_data)
{
  gsize stem = length_without (singular, "ه");
  gboolean is_feminine = stem < strlen (singular);
  g_auto (GStrv) list = g_strsplit (plurals, " ", -1);

  func (singular, 0, user_data);
  if (!is_feminine)
    emit (func, user_data, "", singular, stem, "ا", 0);
  emit (func, user_data, "", singular, stem, is_feminine ? "تين" : "ين", KHATT_FORM_DUAL);
  emit (func, user_data, "", singular, stem, is_feminine ? "تان" : "ان", KHATT_FORM_DUAL);
  possess (singular, 0, func, user_data);

  for (gsize i = 0; list[i] != NULL; i++)
    if (*list[i] != '\0')
      {
        func (list[i], KHATT_FORM_PLURAL, user_data);
        emit (func, user_data, "", list[i], strlen (list[i]), "ا", KHATT_FORM_PLURAL);
        possess (list[i], KHATT_FORM_PLURAL, func, user_data);
      }
}

/**
 * khatt_inflect_adjective:
 * @masculine: the folded masculine singular
 * @func: (scope call): receives the forms
 * @user_data: for @func
 *
 * Makes the feminine, the duals and the sound plurals.
 */
void
khatt_inflect_adjective (const char *masculine, KhattFormFunc func, gpointer user_data)
{
  static const Ending endings[] = { { "ه", KHATT_FORM_FEMININE },
                                    { "ا", 0 },
                                    { "ان", KHATT_FORM_DUAL },
                                    { "ين", KHATT_FORM_DUAL | KHATT_FORM_PLURAL },
                                    { "ون", KHATT_FORM_PLURAL },
                                    { "يو", KHATT_FORM_PLURAL },
                                    { "تان", KHATT_FORM_DUAL | KHATT_FORM_FEMININE },
                                    { "تين", KHATT_FORM_DUAL | KHATT_FORM_FEMININE },
                                    { "ات", KHATT_FORM_PLURAL | KHATT_FORM_FEMININE } };

  func (masculine, 0, user_data);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    emit (func, user_data, "", masculine, length_without (masculine, "ه"), endings[i].suffix,
          endings[i].flags);
}

/**
 * khatt_inflect_title:
 * @title: a folded title, of one word or more
 * @func: (scope call): receives the forms
 * @user_data: for @func
 *
 * Makes the feminine and the construct duals of a title's first word.
 */
void
khatt_inflect_title (const char *title, KhattFormFunc func, gpointer user_data)
{
  static const Ending endings[] = { { "ه", KHATT_FORM_FEMININE },
                                    { "ا", KHATT_FORM_DUAL },
                                    { "ي", KHATT_FORM_DUAL },
                                    { "ين", KHATT_FORM_DUAL },
                                    { "ان", KHATT_FORM_DUAL } };
  const char *space = strchr (title, ' ');
  const char *rest = space != NULL ? space : "";
  gsize head = space != NULL ? (gsize) (space - title) : strlen (title);

  func (title, 0, user_data);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *suffix = g_strconcat (endings[i].suffix, rest, NULL);
      emit (func, user_data, "", title, head, suffix, endings[i].flags);
    }
}
