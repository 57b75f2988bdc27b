/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The row of chips above the timeline. A chip knows the filter that would be left without it: made
 * when the chip is pressed, from the filter of then. */

#include "khatt-filter-chips.h"

#include "khatt-bidi.h"
#include "khatt-filter-parts.h"
#include "khatt-words.h"
#include "khatt-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define SPACING 6
#define MOST_LETTERS 40

struct _KhattFilterChips
{
  GtkWidget parent_instance;

  /* owned */
  KhattTimelineView *view;
  GSignalGroup *view_signals;
};

G_DEFINE_FINAL_TYPE (KhattFilterChips, khatt_filter_chips, GTK_TYPE_WIDGET)

/* What a chip takes away. */
typedef struct
{
  KhattFilterChips *chips; /* outlives its children */
  KhattFilterPart part;
  char *word; /* that of `part` */
} Chip;

static void
chip_free (gpointer data, GClosure *closure)
{
  Chip *chip = data;

  g_free (chip->word);
  g_free (chip);
}

/* ---- Taking away ---- */

static const char *const **
get_list (KhattFilter *filter, KhattAspect aspect)
{
  switch (aspect)
    {
    case KHATT_ASPECT_ACTORS:
      return &filter->actors;
    case KHATT_ASPECT_COUNTRIES:
      return &filter->countries;
    case KHATT_ASPECT_PUBLISHERS:
      return &filter->publishers;
    case KHATT_ASPECT_ARTICLES:
      return &filter->articles;
    case KHATT_ASPECT_TAGS:
      return &filter->tags;
    case KHATT_ASPECT_KINDS:
    case KHATT_ASPECT_STATUSES:
    case KHATT_ASPECT_PERIOD:
    default:
      return NULL;
    }
}

/* The list is borrowed: what is left of it goes into `left`. */
static void
remove_word (const char *const **list, const char *word, GPtrArray *left)
{
  const char *const *words = *list;

  for (guint i = 0; word != NULL && words != NULL && words[i] != NULL; i++)
    if (!g_str_equal (words[i], word))
      g_ptr_array_add (left, (gpointer) words[i]);
  g_ptr_array_add (left, NULL);
  *list = (const char *const *) left->pdata;
}

static void
remove_part (KhattTimelineView *view, const KhattFilterPart *part)
{
  KhattFilter filter = *khatt_timeline_view_get_filter (view);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  const char *const **list = get_list (&filter, part->aspect);

  if (list != NULL)
    remove_word (list, part->word, left);
  if (part->aspect == KHATT_ASPECT_KINDS)
    filter.kinds &= ~part->bit;
  if (part->aspect == KHATT_ASPECT_STATUSES)
    filter.statuses &= ~part->bit;
  if (part->aspect == KHATT_ASPECT_PERIOD)
    filter.has_period = FALSE;
  khatt_timeline_view_set_filter (view, &filter);
}

/* The chips are made anew by it: the focus goes to the row's first one, or to the picture. */
static void
chip_clicked_cb (GtkButton *button, const Chip *chip)
{
  KhattFilterChips *self = g_object_ref (chip->chips);

  remove_part (self->view, &chip->part);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) ||
      !gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_object_unref (self);
}

static void
clear_clicked_cb (KhattFilterChips *self)
{
  khatt_timeline_view_set_filter (self->view, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- Chips ---- */

static void
append_chip (const KhattFilterPart *part, const char *text, gpointer data)
{
  KhattFilterChips *self = data;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *image = gtk_image_new_from_icon_name ("window-close-symbolic");
  g_autofree char *isolated = khatt_bidi_isolate (text);
  /* Translators: what a button does that shows a filter, such as the name of an actor. */
  g_autofree char *name = g_strdup_printf (_ ("Remove filter: %s"), isolated);
  Chip *chip = g_new0 (Chip, 1);

  chip->chips = self;
  chip->word = g_strdup (part->word);
  chip->part = (KhattFilterPart){ part->aspect, part->bit, chip->word };
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_LETTERS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), image);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "khatt-filter-chip");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (chip_clicked_cb), chip, chip_free, 0);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
append_chips (KhattFilterChips *self, const KhattFilter *filter)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  const KhattFilterManner manner = {
    .snapshot = arrangement != NULL ? khatt_arrangement_get_snapshot (arrangement) : NULL,
    .words = khatt_timeline_view_get_words (self->view),
    .second_calendar = khatt_timeline_view_get_second_calendar (self->view),
  };

  khatt_filter_parts_foreach (filter, &manner, append_chip, self);
}

static void
append_clear (KhattFilterChips *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("C_lear"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "khatt-filter-clear");
  gtk_widget_set_tooltip_text (button, _ ("Clear Filters"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clear_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
append_count (KhattFilterChips *self)
{
  KhattArrangement *arrangement = khatt_timeline_view_get_arrangement (self->view);
  const KhattWords *words = khatt_timeline_view_get_words (self->view);
  g_autofree char *shown = NULL;
  g_autofree char *total = NULL;
  g_autofree char *text = NULL;
  guint n_events;
  GtkWidget *label;

  if (arrangement == NULL)
    return;

  n_events = khatt_snapshot_get_n_events (khatt_arrangement_get_snapshot (arrangement));
  shown = khatt_words_count (words, khatt_arrangement_get_n_events (arrangement));
  total = khatt_words_count (words, n_events);
  /* Translators: how many events a filter leaves, and how many there are. The numbers are already
   * written out. */
  text = g_strdup_printf (ngettext ("%s of %s event", "%s of %s events", n_events), shown, total);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "khatt-filter-count");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
remove_children (KhattFilterChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
update (KhattFilterChips *self)
{
  const KhattFilter *filter =
      self->view != NULL ? khatt_timeline_view_get_filter (self->view) : NULL;
  gboolean is_narrowed = filter != NULL && !khatt_filter_is_empty (filter);

  remove_children (self);
  if (is_narrowed)
    {
      append_chips (self, filter);
      append_count (self);
      append_clear (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), is_narrowed);
}

static void
khatt_filter_chips_dispose (GObject *object)
{
  KhattFilterChips *self = KHATT_FILTER_CHIPS (object);

  remove_children (self);
  g_clear_object (&self->view_signals);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (khatt_filter_chips_parent_class)->dispose (object);
}

static void
khatt_filter_chips_class_init (KhattFilterChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_filter_chips_dispose;
  gtk_widget_class_set_css_name (widget_class, "filterchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
khatt_filter_chips_init (KhattFilterChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), khatt_wrap_layout_new (SPACING));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);

  self->view_signals = g_signal_group_new (KHATT_TYPE_TIMELINE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "notify::filter", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->view_signals, "arranged", G_CALLBACK (update), self);
}

/**
 * khatt_filter_chips_new:
 *
 * Returns: (transfer floating): chips of no view
 */
GtkWidget *
khatt_filter_chips_new (void)
{
  return g_object_new (KHATT_TYPE_FILTER_CHIPS, NULL);
}

/**
 * khatt_filter_chips_set_view:
 * @self: chips
 * @view: (nullable): the view whose filter they show
 *
 * Shows the filter of another view.
 */
void
khatt_filter_chips_set_view (KhattFilterChips *self, KhattTimelineView *view)
{
  g_return_if_fail (KHATT_IS_FILTER_CHIPS (self));

  if (!g_set_object (&self->view, view))
    return;

  g_signal_group_set_target (self->view_signals, view);
  update (self);
}
