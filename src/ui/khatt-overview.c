/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The whole document in a strip below its timeline. What it shows depends on the document and on
 * the strip's width, so it is counted once for each and painted into a node; the view's window
 * moves over it. */

#include "khatt-overview-private.h"

#include "khatt-appearance.h"
#include "khatt-ui.h"

#include <glib/gi18n-lib.h>

#define HEIGHT 60
#define LEAST_WIDTH 120
#define MARGIN_SHARE                                                                               \
  0.15 /* around what fitting all shows, so that the window can be taken hold of */
#define MOST_MARGIN                                                                                \
  (4.0 * KHATT_SECONDS_PER_DAY) /* a short document shows where in the month it is */
#define MOST_EVENTS_AT_ONCE 20000
#define KEY_STEP 0.1 /* of the window */

G_DEFINE_FINAL_TYPE (KhattOverview, khatt_overview, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* Plain values for the thread. */
typedef struct
{
  KhattSnapshot *snapshot;
  KhattScale scale;
  double bin_width;
} Run;

static void
run_free (Run *run)
{
  khatt_snapshot_unref (run->snapshot);
  g_free (run);
}

static void
cancel_counting (KhattOverview *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
drop_strip (KhattOverview *self)
{
  g_clear_pointer (&self->strip, gsk_render_node_unref);
  g_clear_pointer (&self->dates, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The document or the width is another one. */
static void
drop_bins (KhattOverview *self)
{
  cancel_counting (self);
  g_clear_pointer (&self->bins, khatt_overview_bins_unref);
  self->has_scale = FALSE;
  drop_strip (self);
}

static void
count_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;
  KhattOverviewBins *bins = khatt_overview_bins_new (run->snapshot, &run->scale, run->bin_width,
                                                     KHATT_OVERVIEW_CAPACITY, cancellable);

  if (bins == NULL || g_task_return_error_if_cancelled (task))
    g_clear_pointer (&bins, khatt_overview_bins_unref);
  else
    g_task_return_pointer (task, bins, (GDestroyNotify) khatt_overview_bins_unref);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattOverview *self = KHATT_OVERVIEW (source);
  g_autoptr (KhattOverviewBins) bins = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->counting == NULL || g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;

  g_clear_object (&self->counting);
  self->bins = g_steal_pointer (&bins);
  drop_strip (self);
}

static void
start_counting (KhattOverview *self, KhattSnapshot *snapshot, double bin_width)
{
  Run *run = g_new0 (Run, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, counted_cb, NULL);

  run->snapshot = khatt_snapshot_ref (snapshot);
  run->scale = self->scale;
  run->bin_width = bin_width;
  g_task_set_source_tag (task, start_counting);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  self->counting = g_steal_pointer (&cancellable);
  g_task_run_in_thread (task, count_in_thread);
}

static gboolean
find_scale (KhattOverview *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gint64 first = 0;
  gint64 last = 0;

  if (self->view == NULL || width <= 0 ||
      !khatt_timeline_view_get_whole_span (self->view, &first, &last))
    return FALSE;

  double length = (double) last - first;
  double margin = MAX (length * MARGIN_SHARE, MIN (length, MOST_MARGIN));
  self->scale = khatt_scale_fit (khatt_timeline_view_get_time_direction (self->view), 0, width,
                                 first - margin, last + margin);
  self->has_scale = TRUE;
  return TRUE;
}

static void
view_changed_cb (KhattOverview *self)
{
  drop_bins (self);
}

static void
span_changed_cb (KhattOverview *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
khatt_overview_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int height = HEIGHT * khatt_ui_get_text_scale (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? height : LEAST_WIDTH;
}

static void
khatt_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KhattOverview *self = KHATT_OVERVIEW (widget);

  if (!self->has_scale || self->scale.width != width)
    drop_bins (self);
}

static void
khatt_overview_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  drop_strip (KHATT_OVERVIEW (widget));
  GTK_WIDGET_CLASS (khatt_overview_parent_class)->css_changed (widget, change);
}

static void
khatt_overview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_VIEW:
      g_value_set_object (value, KHATT_OVERVIEW (object)->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_overview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_VIEW:
      khatt_overview_set_view (KHATT_OVERVIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_overview_dispose (GObject *object)
{
  KhattOverview *self = KHATT_OVERVIEW (object);

  cancel_counting (self);
  g_clear_object (&self->view_signals);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (khatt_overview_parent_class)->dispose (object);
}

static void
khatt_overview_finalize (GObject *object)
{
  KhattOverview *self = KHATT_OVERVIEW (object);

  g_clear_pointer (&self->strip, gsk_render_node_unref);
  g_clear_pointer (&self->dates, gsk_render_node_unref);
  g_clear_pointer (&self->bins, khatt_overview_bins_unref);
  G_OBJECT_CLASS (khatt_overview_parent_class)->finalize (object);
}

/* The window moves by a tenth of itself: the keys say which way on the screen. */
static gboolean
move_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  KhattOverview *self = KHATT_OVERVIEW (widget);
  gint64 first = 0;
  gint64 last = 0;

  if (!self->has_scale || !khatt_timeline_view_get_visible_span (self->view, &first, &last))
    return FALSE;

  double step = ((double) last - first) * KEY_STEP * khatt_scale_sign (&self->scale) *
                g_variant_get_int32 (arguments);
  khatt_timeline_view_set_span (self->view, first + step, last + step);
  return TRUE;
}

static void
khatt_overview_class_init (KhattOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = khatt_overview_get_property;
  object_class->set_property = khatt_overview_set_property;
  object_class->dispose = khatt_overview_dispose;
  object_class->finalize = khatt_overview_finalize;
  widget_class->measure = khatt_overview_measure;
  widget_class->size_allocate = khatt_overview_size_allocate;
  widget_class->snapshot = khatt_overview_snapshot;
  widget_class->css_changed = khatt_overview_css_changed;

  properties[PROP_VIEW] =
      g_param_spec_object ("view", NULL, NULL, KHATT_TYPE_TIMELINE_VIEW,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, move_cb, "i", 1);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
khatt_overview_init (KhattOverview *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_strip), NULL);
  GtkWidget *widget = GTK_WIDGET (self);

  self->view_signals = g_signal_group_new (KHATT_TYPE_TIMELINE_VIEW);
  g_signal_group_connect_swapped (self->view_signals, "arranged", G_CALLBACK (view_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->view_signals, "notify::time-direction",
                                  G_CALLBACK (view_changed_cb), self);
  g_signal_group_connect_swapped (self->view_signals, "notify::lit", G_CALLBACK (drop_strip), self);
  g_signal_group_connect_swapped (self->view_signals, "notify::visible-first",
                                  G_CALLBACK (span_changed_cb), self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the whole timeline"), -1);
  khatt_overview_init_input (self);
}

/**
 * khatt_overview_new:
 *
 * Returns: (transfer floating): an overview of no view
 */
GtkWidget *
khatt_overview_new (void)
{
  return g_object_new (KHATT_TYPE_OVERVIEW, NULL);
}

/**
 * khatt_overview_get_view:
 *
 * Returns: (transfer none) (nullable): the view whose document it shows
 */
KhattTimelineView *
khatt_overview_get_view (KhattOverview *self)
{
  g_return_val_if_fail (KHATT_IS_OVERVIEW (self), NULL);

  return self->view;
}

/**
 * khatt_overview_set_view:
 * @view: (nullable): the view whose document it shows
 */
void
khatt_overview_set_view (KhattOverview *self, KhattTimelineView *view)
{
  g_return_if_fail (KHATT_IS_OVERVIEW (self));

  if (!g_set_object (&self->view, view))
    return;

  g_signal_group_set_target (self->view_signals, view);
  drop_bins (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * khatt_overview_ensure_bins:
 *
 * Counts the events unless that is done or under way: at once in small documents, else in a thread.
 */
void
khatt_overview_ensure_bins (KhattOverview *self)
{
  if (self->bins != NULL || self->counting != NULL || !find_scale (self))
    return;

  KhattSnapshot *snapshot =
      khatt_arrangement_get_snapshot (khatt_timeline_view_get_arrangement (self->view));
  double bin_width = KHATT_OVERVIEW_BIN_WIDTH * khatt_ui_get_text_scale (GTK_WIDGET (self));

  if (khatt_snapshot_get_n_events (snapshot) > MOST_EVENTS_AT_ONCE)
    start_counting (self, snapshot, bin_width);
  else
    self->bins =
        khatt_overview_bins_new (snapshot, &self->scale, bin_width, KHATT_OVERVIEW_CAPACITY, NULL);
}

/**
 * khatt_overview_get_window:
 * @least_x: (out): of the window's outline
 * @greatest_x: (out): of the window's outline
 *
 * Returns: FALSE where the view shows nothing
 */
gboolean
khatt_overview_get_window (KhattOverview *self, double *least_x, double *greatest_x)
{
  gint64 first = 0;
  gint64 last = 0;

  if (!self->has_scale || self->view == NULL ||
      !khatt_timeline_view_get_visible_span (self->view, &first, &last))
    return FALSE;

  double from = khatt_scale_x (&self->scale, first);
  double to = khatt_scale_x (&self->scale, last);

  *least_x = MIN (from, to);
  *greatest_x = MAX (from, to);
  return TRUE;
}
