/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane at the end side of the window: everything that is known of the selected event, and where
 * it was read. */

#include "khatt-details-pane.h"

#include <glib/gi18n-lib.h>

#include "khatt-bidi.h"
#include "khatt-details-rows.h"
#include "khatt-details-source.h"
#include "khatt-found.h"
#include "khatt-plate-image.h"
#include "khatt-preferences.h"
#include "khatt-same-day.h"
#include "khatt-sentence.h"
#include "khatt-ui.h"
#include "khatt-words.h"
#include "khatt-wrap-layout.h"

#define SAME_DAY_LIMIT 5
#define CHIP_SPACING 6

struct _KhattDetailsPane
{
  GtkWidget parent_instance;

  GtkWidget *nothing; /* shown where no event is */

  /* template widgets, made for the first event that is shown */
  KhattPlateImage *plate;
  GtkLabel *kind;
  GtkLabel *status;
  GtkLabel *title;
  GtkLabel *date;
  GtkLabel *second_date;
  GtkWidget *place_row;
  GtkLabel *place;
  GtkWidget *gap;
  GtkWidget *actors;
  GtkWidget *actors_rule;
  GtkWidget *topics;
  GtkWidget *quotes;
  GtkWidget *sources;
  GtkWidget *same_day;
  GtkWidget *notes;
  GtkScrolledWindow *scroller;

  /* owned */
  KhattTimeline *timeline;
  char *gap_text;    /* NULL: not compared */
  KhattQuery *query; /* what is searched */

  guint32 slot;
  guint32 compared;
};

G_DEFINE_FINAL_TYPE (KhattDetailsPane, khatt_details_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_TIMELINE = 1,
  PROP_SLOT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)))
    gtk_widget_unparent (child);
}

static void
append (GtkWidget *box, GtkWidget *child)
{
  gtk_widget_insert_before (child, box, NULL);
}

/* A section is shown where it has something to say. */
static void
begin_section (GtkWidget *box, const char *heading, guint n_items)
{
  empty_box (box);
  gtk_widget_set_visible (box, n_items > 0);
  if (n_items > 0 && heading)
    append (box, khatt_details_heading_new (heading));
}

static void
set_plain_text (GtkLabel *label, const char *text)
{
  g_autofree char *plain = khatt_bidi_strip (text ? text : "");

  gtk_label_set_text (label, plain);
  gtk_widget_set_visible (GTK_WIDGET (label), *plain != '\0');
}

static const char *
get_origin_words (const KhattRecord *record, const KhattEventData *event)
{
  if (event->origin == KHATT_ORIGIN_PERSON)
    return _ ("entered by hand");
  if (record->flags & KHATT_RECORD_CHANGED_BY_HAND)
    return _ ("changed by hand");
  return event->sources->len > 0 ? _ ("read from the article") : _ ("from the file");
}

static void
show_head (KhattDetailsPane *self, const KhattSnapshot *snapshot, const KhattEventData *event)
{
  const KhattRecord *record = khatt_snapshot_get_record (snapshot, self->slot);
  g_autofree char *headline = khatt_headline_new (snapshot, self->slot);
  /* Translators: the status of an event and where it comes from: "Happened · read from the
   * article". */
  g_autofree char *status = g_strdup_printf (_ ("%s · %s"), khatt_status_get_label (event->status),
                                             get_origin_words (record, event));

  khatt_plate_image_set_kind (self->plate, event->kind, event->status);
  khatt_plate_image_set_hue (self->plate, khatt_hue_from_color (event->color));
  khatt_plate_image_set_time_direction (self->plate, khatt_snapshot_get_direction (snapshot));
  gtk_label_set_text (self->kind, khatt_kind_get_label (event->kind));
  gtk_label_set_text (self->status, status);
  gtk_label_set_text (self->title, headline);
  gtk_widget_set_direction (GTK_WIDGET (self->title), khatt_details_text_direction (headline));
}

/* The date in words; where it could not be read, as it is written. */
static char *
dup_date (const KhattEventData *event, const KhattWords *words)
{
  g_autofree char *isolated = NULL;

  if (khatt_date_is_known (&event->date))
    return khatt_words_date (words, &event->date, KHATT_CALENDAR_GREGORIAN);
  if (!event->date_text || !*event->date_text)
    return g_strdup (_ ("No date"));
  isolated = khatt_bidi_isolate (event->date_text);
  /* Translators: a date that could not be understood, as the article has it. */
  return g_strdup_printf (_ ("As written: %s"), isolated);
}

static void
show_date (KhattDetailsPane *self, const KhattEventData *event)
{
  KhattWords words = khatt_preferences_get_words ();
  KhattCalendar calendar = khatt_preferences_get_second_calendar ();
  g_autofree char *date = dup_date (event, &words);
  g_autofree char *second = NULL;

  if (calendar != KHATT_CALENDAR_NONE && khatt_date_is_known (&event->date))
    second = khatt_words_date (&words, &event->date, calendar);
  gtk_label_set_text (self->date, date ? date : "");
  gtk_label_set_text (self->second_date, second ? second : "");
  gtk_widget_set_visible (GTK_WIDGET (self->second_date), second != NULL);
  gtk_widget_set_visible (self->place_row, event->place && *event->place);
  set_plain_text (self->place, event->place);
}

/* How far it is from the event that it is compared with. */
static void
show_gap (KhattDetailsPane *self, const KhattSnapshot *snapshot)
{
  gboolean is_compared =
      self->gap_text != NULL && khatt_snapshot_has_slot (snapshot, self->compared);

  begin_section (self->gap, _ ("Gap to the other event"), is_compared ? 1 : 0);
  if (!is_compared)
    return;
  append (self->gap, khatt_details_label_new (self->gap_text, "khatt-date"));
  append (self->gap, khatt_details_link_new (snapshot, self->compared));
}

static void
show_actors (KhattDetailsPane *self, const KhattEventData *event)
{
  begin_section (self->actors, NULL, event->actors->len);
  for (guint i = 0; i < event->actors->len; i++)
    append (self->actors,
            khatt_details_actor_new (g_ptr_array_index (event->actors, i), event->kind));
  begin_section (self->topics, NULL, event->topics->len);
  for (guint i = 0; i < event->topics->len; i++)
    append (self->topics, khatt_details_chip_new (g_ptr_array_index (event->topics, i)));
  gtk_widget_set_visible (self->actors_rule, event->actors->len + event->topics->len > 0);
}

static void
show_quotes (KhattDetailsPane *self, const KhattEventData *event)
{
  guint n_quotes = event->quotes->len;

  begin_section (self->quotes, g_dngettext (GETTEXT_PACKAGE, "Quotation", "Quotations", n_quotes),
                 n_quotes);
  for (guint i = 0; i < n_quotes; i++)
    append (self->quotes,
            khatt_details_quote_new (g_ptr_array_index (event->quotes, i), event->kind));
}

static void
show_sources (KhattDetailsPane *self, KhattSnapshot *snapshot, const KhattEventData *event)
{
  guint n_sources = event->sources->len;

  begin_section (self->sources, g_dngettext (GETTEXT_PACKAGE, "Source", "Sources", n_sources),
                 n_sources);
  for (guint i = 0; i < n_sources; i++)
    {
      const KhattSourceData *source = g_ptr_array_index (event->sources, i);
      KhattReportedBy report = { .slot = self->slot, .event = event, .index = i };

      if (source->article)
        report.article = khatt_snapshot_get_article_by_id (snapshot, source->article);
      append (self->sources, khatt_details_source_new (&report));
    }
  if (n_sources > 1)
    append (self->sources, khatt_details_split_new (n_sources));
}

static void
show_same_day (KhattDetailsPane *self, KhattSnapshot *snapshot)
{
  g_autoptr (GArray) slots = khatt_same_day_find (snapshot, self->slot, SAME_DAY_LIMIT);

  begin_section (self->same_day, _ ("On the same day"), slots->len);
  for (guint i = 0; i < slots->len; i++)
    append (self->same_day, khatt_details_link_new (snapshot, g_array_index (slots, guint32, i)));
}

static void
show_notes (KhattDetailsPane *self, const KhattEventData *event)
{
  gboolean has_notes = event->notes && *event->notes;

  begin_section (self->notes, _ ("Notes"), has_notes ? 1 : 0);
  if (has_notes)
    {
      GtkWidget *label = gtk_label_new (NULL);

      set_plain_text (GTK_LABEL (label), event->notes);
      gtk_widget_add_css_class (label, "khatt-sentence");
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_direction (label, khatt_details_text_direction (event->notes));
      append (self->notes, label);
    }
}

/* What can be searched; not headings and buttons. */
static void
light (KhattDetailsPane *self)
{
  GtkWidget *searched[] = { GTK_WIDGET (self->title),
                            GTK_WIDGET (self->place),
                            self->actors,
                            self->topics,
                            self->quotes,
                            self->sources,
                            self->notes };

  for (gsize i = 0; i < G_N_ELEMENTS (searched); i++)
    khatt_found_light_labels (searched[i], self->query);
}

/* A window opens without a selected event, and the sooner for not having to make these. */
static void
build (KhattDetailsPane *self)
{
  if (self->scroller)
    return;
  gtk_widget_init_template (GTK_WIDGET (self));
  khatt_ui_tell_whole (self->kind);
  gtk_widget_set_layout_manager (self->topics, khatt_wrap_layout_new (CHIP_SPACING));
}

static void
show_child (KhattDetailsPane *self, GtkWidget *child)
{
  gtk_widget_set_visible (self->nothing, child == self->nothing);
  if (self->scroller)
    gtk_widget_set_visible (GTK_WIDGET (self->scroller), child != self->nothing);
}

static void
khatt_details_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KhattDetailsPane *self = KHATT_DETAILS_PANE (object);

  switch (id)
    {
    case PROP_TIMELINE:
      khatt_details_pane_set_timeline (self, g_value_get_object (value));
      break;
    case PROP_SLOT:
      khatt_details_pane_set_slot (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_details_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  KhattDetailsPane *self = KHATT_DETAILS_PANE (object);

  switch (id)
    {
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    case PROP_SLOT:
      g_value_set_uint (value, self->slot);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_details_pane_dispose (GObject *object)
{
  KhattDetailsPane *self = KHATT_DETAILS_PANE (object);

  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->gap_text, g_free);
  g_clear_pointer (&self->query, khatt_query_free);
  g_clear_pointer (&self->nothing, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), KHATT_TYPE_DETAILS_PANE);
  G_OBJECT_CLASS (khatt_details_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, plate);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, kind);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, status);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, title);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, date);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, second_date);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, place_row);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, place);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, gap);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, actors);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, actors_rule);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, topics);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, quotes);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, sources);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, same_day);
  gtk_widget_class_bind_template_child (widget_class, KhattDetailsPane, notes);
}

static void
khatt_details_pane_class_init (KhattDetailsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = khatt_details_pane_set_property;
  object_class->get_property = khatt_details_pane_get_property;
  object_class->dispose = khatt_details_pane_dispose;

  properties[PROP_TIMELINE] =
      g_param_spec_object ("timeline", NULL, NULL, KHATT_TYPE_TIMELINE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SLOT] =
      g_param_spec_uint ("slot", NULL, NULL, 0, G_MAXUINT32, KHATT_SLOT_NONE,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (KHATT_TYPE_PLATE_IMAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               KHATT_RESOURCE_PATH "/khatt-details-pane.ui");
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "details");
}

static GtkWidget *
new_nothing (void)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (KHATT_RESOURCE_PATH "/khatt-details-nothing.ui");

  return GTK_WIDGET (g_object_ref (gtk_builder_get_object (builder, "nothing")));
}

static void
khatt_details_pane_init (KhattDetailsPane *self)
{
  g_autoptr (GtkWidget) nothing = new_nothing ();

  self->slot = self->compared = KHATT_SLOT_NONE;
  self->nothing = nothing;
  gtk_widget_set_parent (nothing, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "khatt-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Details of the selected event"), -1);
}

/**
 * khatt_details_pane_new:
 *
 * Returns: a new pane that shows nothing
 */
GtkWidget *
khatt_details_pane_new (void)
{
  return g_object_new (KHATT_TYPE_DETAILS_PANE, NULL);
}

/**
 * khatt_details_pane_set_timeline:
 * @self: a details pane
 * @timeline: (nullable): the document
 *
 * Changes what @self shows events of; nothing is selected then.
 */
void
khatt_details_pane_set_timeline (KhattDetailsPane *self, KhattTimeline *timeline)
{
  g_return_if_fail (KHATT_IS_DETAILS_PANE (self));

  if (self->timeline == timeline)
    return;
  if (self->timeline)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_set_object (&self->timeline, timeline);
  if (timeline)
    g_signal_connect_object (timeline, "changed", G_CALLBACK (khatt_details_pane_refresh), self,
                             G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
  khatt_details_pane_set_slot (self, KHATT_SLOT_NONE);
  khatt_details_pane_refresh (self);
}

/**
 * khatt_details_pane_get_slot:
 * @self: a details pane
 *
 * Returns: the event that is shown, or %KHATT_SLOT_NONE
 */
guint32
khatt_details_pane_get_slot (KhattDetailsPane *self)
{
  g_return_val_if_fail (KHATT_IS_DETAILS_PANE (self), KHATT_SLOT_NONE);

  return self->slot;
}

/**
 * khatt_details_pane_set_slot:
 * @self: a details pane
 * @slot: an event of its timeline, or %KHATT_SLOT_NONE
 *
 * Changes which event is shown.
 */
void
khatt_details_pane_set_slot (KhattDetailsPane *self, guint32 slot)
{
  g_return_if_fail (KHATT_IS_DETAILS_PANE (self));

  if (self->slot == slot)
    return;
  self->slot = slot;
  khatt_details_pane_refresh (self);
  if (self->scroller)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SLOT]);
}

/**
 * khatt_details_pane_compare:
 * @self: a details pane
 * @slot: the event that the one shown is compared with, or %KHATT_SLOT_NONE
 * @gap: (nullable): how far they are apart; %NULL: that is not known, or there are not two
 */
void
khatt_details_pane_compare (KhattDetailsPane *self, guint32 slot, const char *gap)
{
  g_return_if_fail (KHATT_IS_DETAILS_PANE (self));

  if (self->compared == slot && g_strcmp0 (self->gap_text, gap) == 0)
    return;
  self->compared = slot;
  g_free (self->gap_text);
  self->gap_text = g_strdup (gap);
  khatt_details_pane_refresh (self);
}

/**
 * khatt_details_pane_set_query:
 * @self: a details pane
 * @query: (nullable): what is searched; %NULL: nothing
 *
 * Lights the words of @query.
 */
void
khatt_details_pane_set_query (KhattDetailsPane *self, const KhattQuery *query)
{
  g_return_if_fail (KHATT_IS_DETAILS_PANE (self));

  g_clear_pointer (&self->query, khatt_query_free);
  self->query = query ? khatt_query_copy (query) : NULL;
  if (self->scroller)
    light (self);
}

/**
 * khatt_details_pane_refresh:
 * @self: a details pane
 *
 * Shows the event as it is now: after a change of the timeline or of how dates are written.
 */
void
khatt_details_pane_refresh (KhattDetailsPane *self)
{
  g_autoptr (KhattSnapshot) snapshot = NULL;
  g_autoptr (KhattEventData) event = NULL;

  g_return_if_fail (KHATT_IS_DETAILS_PANE (self));

  if (self->timeline)
    snapshot = khatt_timeline_ref_snapshot (self->timeline);
  if (!snapshot || self->slot == KHATT_SLOT_NONE || !khatt_snapshot_has_slot (snapshot, self->slot))
    {
      show_child (self, self->nothing);
      return;
    }
  build (self);
  event = khatt_snapshot_dup_event (snapshot, self->slot);
  show_head (self, snapshot, event);
  show_date (self, event);
  show_gap (self, snapshot);
  show_actors (self, event);
  show_quotes (self, event);
  show_sources (self, snapshot, event);
  show_same_day (self, snapshot);
  show_notes (self, event);
  light (self);
  show_child (self, GTK_WIDGET (self->scroller));
}
