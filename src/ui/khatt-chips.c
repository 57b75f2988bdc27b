/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is typed and not yet a chip counts all the same. A word that is there already makes no
 * second chip. */

#include "khatt-chips.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-bidi.h"
#include "khatt-completion.h"
#include "khatt-details-rows.h"
#include "khatt-wrap-layout.h"

#define SPACING 6
#define MOST_LETTERS 24
#define ENTRY_LETTERS 10
#define SEPARATORS "\\s*[,;،؛\\n]\\s*"
#define WORD "khatt-word"

struct _KhattChips
{
  GtkWidget parent_instance;

  /* children: the chips, and */
  GtkWidget *entry;

  gboolean is_typing; /* not by a person */
};

G_DEFINE_FINAL_TYPE (KhattChips, khatt_chips, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
emit_changed (KhattChips *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- Chips ---- */

static void
clear_entry (KhattChips *self)
{
  self->is_typing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->is_typing = FALSE;
}

/* The keyboard goes to the next chip, or to the entry. */
static void
remove_chip (KhattChips *self, GtkWidget *chip)
{
  gtk_widget_grab_focus (gtk_widget_get_next_sibling (chip));
  gtk_widget_unparent (chip);
  emit_changed (self);
}

static void
clicked_cb (GtkWidget *chip, KhattChips *self)
{
  remove_chip (self, chip);
}

static gboolean
chip_key_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType modifiers,
             KhattChips *self)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete && keyval != GDK_KEY_BackSpace)
    return GDK_EVENT_PROPAGATE;
  remove_chip (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  return GDK_EVENT_STOP;
}

static gboolean
has_chip (KhattChips *self, const char *word)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != self->entry;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (g_object_get_data (G_OBJECT (child), WORD), word))
      return TRUE;
  return FALSE;
}

static void
append_chip (KhattChips *self, const char *word)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label = gtk_label_new (word);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *isolated = khatt_bidi_isolate (word);
  /* Translators: what a button does that shows a word, such as a tag. */
  g_autofree char *name = g_strdup_printf (_ ("Remove: %s"), isolated);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_LETTERS);
  gtk_widget_set_direction (label, khatt_details_text_direction (word));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "khatt-filter-chip");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), WORD, g_strdup (word), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (chip_key_cb), self, 0);
  gtk_widget_add_controller (button, keys);
  gtk_widget_insert_before (button, GTK_WIDGET (self), self->entry);
}

static void
add_word (KhattChips *self, char *word)
{
  g_strstrip (word);
  if (*word != '\0' && !has_chip (self, word))
    append_chip (self, word);
}

/* Chips of what is typed; of all but the last part, unless `is_whole`. */
static void
take_typed (KhattChips *self, gboolean is_whole)
{
  g_autoptr (GRegex) separators = g_regex_new (SEPARATORS, 0, 0, NULL);
  g_auto (GStrv) parts =
      g_regex_split (separators, gtk_editable_get_text (GTK_EDITABLE (self->entry)), 0);
  guint n_parts = g_strv_length (parts);
  guint n_taken = is_whole ? n_parts : MAX (n_parts, 1) - 1;

  if (n_taken == 0)
    return;
  for (guint i = 0; i < n_taken; i++)
    add_word (self, parts[i]);
  self->is_typing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), is_whole ? "" : parts[n_parts - 1]);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->is_typing = FALSE;
}

/* ---- The entry ---- */

static void
typed_cb (KhattChips *self)
{
  if (self->is_typing)
    return;
  take_typed (self, FALSE);
  emit_changed (self);
}

/* Where nothing is typed, Return is the window's. */
static void
activate_cb (KhattChips *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    {
      gtk_widget_activate_default (GTK_WIDGET (self));
      return;
    }
  take_typed (self, TRUE);
  emit_changed (self);
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType modifiers,
              KhattChips *self)
{
  GtkWidget *last = gtk_widget_get_prev_sibling (self->entry);

  if (keyval != GDK_KEY_BackSpace || last == NULL ||
      *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    return GDK_EVENT_PROPAGATE;
  remove_chip (self, last);
  return GDK_EVENT_STOP;
}

static gboolean
khatt_chips_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KHATT_CHIPS (widget)->entry);
}

static void
khatt_chips_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (khatt_chips_parent_class)->dispose (object);
}

static void
khatt_chips_class_init (KhattChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_chips_dispose;
  widget_class->grab_focus = khatt_chips_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
khatt_chips_init (KhattChips *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_layout_manager (GTK_WIDGET (self), khatt_wrap_layout_new (SPACING));
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), ENTRY_LETTERS);
  gtk_widget_add_css_class (self->entry, "khatt-chip-entry");
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, 0);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

/**
 * khatt_chips_new:
 * @title: what the words are; translated
 *
 * Returns: (transfer floating): no words yet
 */
GtkWidget *
khatt_chips_new (const char *title)
{
  KhattChips *self = g_object_new (KHATT_TYPE_CHIPS, NULL);

  khatt_chips_set_title (self, title);
  return GTK_WIDGET (self);
}

/**
 * khatt_chips_set_title:
 * @self: words
 * @title: what they are; translated
 *
 * Names the group and its entry for those who cannot see where they are.
 */
void
khatt_chips_set_title (KhattChips *self, const char *title)
{
  g_return_if_fail (KHATT_IS_CHIPS (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), title);
}

/**
 * khatt_chips_suggest:
 * @self: words
 * @suggestions: the names of a document
 * @part: which of them
 *
 * Offers names while somebody types; one that is taken becomes a chip.
 */
void
khatt_chips_suggest (KhattChips *self, KhattSuggestions *suggestions, KhattVocabularyPart part)
{
  g_return_if_fail (KHATT_IS_CHIPS (self));

  g_signal_connect_object (khatt_completion_add (self->entry, suggestions, part), "picked",
                           G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/**
 * khatt_chips_get_entry:
 * @self: words
 *
 * Returns: (transfer none): where more of them are typed
 */
GtkWidget *
khatt_chips_get_entry (KhattChips *self)
{
  g_return_val_if_fail (KHATT_IS_CHIPS (self), NULL);

  return self->entry;
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  gboolean is_equal = a->len == b->len;

  for (guint i = 0; is_equal && i < a->len; i++)
    is_equal = g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i));
  return is_equal;
}

/**
 * khatt_chips_set_words:
 * @self: words
 * @words: (element-type utf8): what they are from now on
 *
 * Nothing moves where they are that already; nothing is told.
 */
void
khatt_chips_set_words (KhattChips *self, const GPtrArray *words)
{
  g_autoptr (GPtrArray) before = NULL;
  GtkWidget *chip;

  g_return_if_fail (KHATT_IS_CHIPS (self));

  before = khatt_chips_dup_words (self);
  if (is_same (before, words))
    return;
  while ((chip = gtk_widget_get_prev_sibling (self->entry)) != NULL)
    gtk_widget_unparent (chip);
  clear_entry (self);
  for (guint i = 0; i < words->len; i++)
    append_chip (self, g_ptr_array_index (words, i));
}

/**
 * khatt_chips_dup_words:
 * @self: words
 *
 * Returns: (transfer full) (element-type utf8): the words, with what is typed and no chip yet
 */
GPtrArray *
khatt_chips_dup_words (KhattChips *self)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *typed = NULL;

  g_return_val_if_fail (KHATT_IS_CHIPS (self), words);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != self->entry;
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (words, g_strdup (g_object_get_data (G_OBJECT (child), WORD)));
  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (*typed != '\0' && !has_chip (self, typed))
    g_ptr_array_add (words, g_steal_pointer (&typed));
  return words;
}
