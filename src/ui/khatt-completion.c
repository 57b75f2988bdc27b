/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The completion of names in an entry. The entry keeps the keyboard all the time: the list never
 * has the focus, and nothing is taken that was not chosen. Of topics and tags, which stand with
 * commas between them, the one at the cursor is completed. */

#include "khatt-completion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "khatt-details-rows.h"

#define MOST_NAMES 6
#define LEAST_WIDTH 240
#define SEPARATORS ",;،؛"

struct _KhattCompletion
{
  GtkPopover parent_instance;

  GtkEditable *entry; /* the parent */
  GtkWidget *text;    /* what of the entry has the focus */
  GtkListBox *list;

  /* owned */
  KhattSuggestions *suggestions;
  KhattVocabulary *vocabulary; /* of `names` */
  GPtrArray *names;            /* that are shown */

  KhattVocabularyPart part;
  gboolean is_picking;
};

G_DEFINE_FINAL_TYPE (KhattCompletion, khatt_completion, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* ---- What is typed ---- */

static gboolean
is_separator (gunichar letter)
{
  return g_utf8_strchr (SEPARATORS, -1, letter) != NULL;
}

/* What is to be completed, in letters: all, or what stands between the separators next to the
 * cursor. */
static void
get_span (KhattCompletion *self, int *first, int *after)
{
  const char *typed = gtk_editable_get_text (self->entry);
  int cursor = gtk_editable_get_position (self->entry);
  int at = 0;

  *first = 0;
  *after = (int) g_utf8_strlen (typed, -1);
  if (self->part != KHATT_VOCABULARY_TOPICS && self->part != KHATT_VOCABULARY_TAGS)
    return;
  for (; *typed != '\0'; typed = g_utf8_next_char (typed), at++)
    {
      if (!is_separator (g_utf8_get_char (typed)))
        continue;
      if (at < cursor)
        *first = at + 1;
      else
        *after = MIN (*after, at);
    }
  while (*first < *after)
    {
      g_autofree char *letter = gtk_editable_get_chars (self->entry, *first, *first + 1);

      if (!g_unichar_isspace (g_utf8_get_char (letter)))
        break;
      (*first)++;
    }
}

static void
pick (KhattCompletion *self, guint index)
{
  g_autofree char *name = g_strdup (g_ptr_array_index (self->names, index));
  int first, after;

  gtk_popover_popdown (GTK_POPOVER (self));
  get_span (self, &first, &after);
  self->is_picking = TRUE;
  gtk_editable_delete_text (self->entry, first, after);
  gtk_editable_insert_text (self->entry, name, -1, &first);
  gtk_editable_set_position (self->entry, first);
  self->is_picking = FALSE;
  g_signal_emit (self, signals[PICKED], 0, name);
}

/* ---- What is offered ---- */

/* The list never has the focus, so the entry says what is chosen. */
static void
describe (KhattCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  g_autofree char *text = NULL;

  if (row != NULL)
    /* Translators: a name that was chosen of those that are offered: "Moscow, 2 of 5". */
    text = g_strdup_printf (
        _ ("%s, %d of %u"),
        (const char *) g_ptr_array_index (self->names, gtk_list_box_row_get_index (row)),
        gtk_list_box_row_get_index (row) + 1, self->names->len);
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u name is offered",
                                         "%u names are offered", self->names->len),
                            self->names->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static GtkWidget *
make_row (KhattCompletion *self, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = khatt_details_label_new (name, NULL);
  const KhattActor *actor = self->part == KHATT_VOCABULARY_ACTORS
                                ? khatt_vocabulary_find_actor (self->vocabulary, name)
                                : NULL;

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (actor != NULL && actor->office != NULL)
    {
      GtkWidget *office = khatt_details_label_new (actor->office, "khatt-small-dim");

      gtk_label_set_wrap (GTK_LABEL (office), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (office), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), office);
    }
  return box;
}

static void
clear_list (KhattCompletion *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
}

static void
find (KhattCompletion *self, KhattVocabulary *vocabulary)
{
  g_autofree char *typed = NULL;
  int first, after;

  get_span (self, &first, &after);
  typed = gtk_editable_get_chars (self->entry, first, after);
  clear_list (self);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->vocabulary, khatt_vocabulary_unref);
  self->vocabulary = khatt_vocabulary_ref (vocabulary);
  self->names = khatt_vocabulary_complete (vocabulary, self->part, typed, MOST_NAMES);
}

/* Who has scrolled the entry away does not see where the list would belong. */
static gboolean
is_in_view (KhattCompletion *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (self->text));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (self->text, root, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (root);
}

static void
update (KhattCompletion *self)
{
  KhattVocabulary *vocabulary = NULL;

  if (self->is_picking || !gtk_widget_is_focus (self->text) || !is_in_view (self))
    return;
  vocabulary = khatt_suggestions_get (self->suggestions);
  if (vocabulary == NULL)
    return;
  find (self, vocabulary);
  if (self->names->len == 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  for (guint i = 0; i < self->names->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (self->names, i)));
  describe (self);
  gtk_popover_popup (GTK_POPOVER (self));
}

static void
closed_cb (KhattCompletion *self)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* ---- Keys ---- */

/* From the entry to the first name and on, and behind the last one to the entry again. */
static void
choose (KhattCompletion *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int n_places = (int) self->names->len + 1;
  int place = row != NULL ? gtk_list_box_row_get_index (row) + 1 : 0;

  place = (place + by + n_places) % n_places;
  gtk_list_box_select_row (
      self->list, place > 0 ? gtk_list_box_get_row_at_index (self->list, place - 1) : NULL);
  describe (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers,
                KhattCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      choose (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      choose (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_Tab:
      if (row == NULL)
        return GDK_EVENT_PROPAGATE;
      pick (self, (guint) gtk_list_box_row_get_index (row));
      return keyval == GDK_KEY_Tab ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
row_activated_cb (KhattCompletion *self, GtkListBoxRow *row)
{
  pick (self, (guint) gtk_list_box_row_get_index (row));
}

/* ---- Making it ---- */

static void
khatt_completion_dispose (GObject *object)
{
  KhattCompletion *self = KHATT_COMPLETION (object);

  g_clear_object (&self->suggestions);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->vocabulary, khatt_vocabulary_unref);
  G_OBJECT_CLASS (khatt_completion_parent_class)->dispose (object);
}

static void
khatt_completion_class_init (KhattCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = khatt_completion_dispose;

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
khatt_completion_init (KhattCompletion *self)
{
  GtkPopover *popover = GTK_POPOVER (self);
  GtkWidget *list = gtk_list_box_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_widget_set_size_request (list, LEAST_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names in the document"), -1);
  gtk_popover_set_child (popover, list);
  gtk_popover_set_autohide (popover, FALSE);
  gtk_popover_set_has_arrow (popover, FALSE);
  gtk_popover_set_position (popover, GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-completion");
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "closed", G_CALLBACK (closed_cb), NULL, 0);
}

static void
listen (KhattCompletion *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->text, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->suggestions, "ready", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "destroy", G_CALLBACK (gtk_widget_unparent), self,
                           G_CONNECT_SWAPPED);
}

/**
 * khatt_completion_add:
 * @entry: a #GtkEditable with a delegate
 * @suggestions: the names of a document
 * @part: what is entered there; of topics and tags several, with commas between them
 *
 * Completes names in @entry as long as it lives.
 *
 * Returns: (transfer none): what does it
 */
KhattCompletion *
khatt_completion_add (GtkWidget *entry, KhattSuggestions *suggestions, KhattVocabularyPart part)
{
  KhattCompletion *self = g_object_new (KHATT_TYPE_COMPLETION, NULL);

  self->entry = GTK_EDITABLE (entry);
  self->text = GTK_WIDGET (gtk_editable_get_delegate (self->entry));
  self->suggestions = g_object_ref (suggestions);
  self->part = part;
  /* A popover's own start is always the same side. */
  gtk_widget_set_halign (GTK_WIDGET (self), gtk_widget_get_direction (entry) == GTK_TEXT_DIR_RTL
                                                ? GTK_ALIGN_END
                                                : GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE,
                                  GTK_ACCESSIBLE_AUTOCOMPLETE_LIST,
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  listen (self);
  return self;
}
