/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Moving the selected event in time: dragged by its plate, or by keys; what lasted also by one of
 * its ends. It goes by the units of the axis, or by what is known of its date where that is
 * coarser. While it is dragged a shade of it stands where it would be, with the date; nothing is
 * changed before it is let go. New events begin here too, at a place of the plot. */

#include "khatt-timeline-view-private.h"

#include "khatt-anchor.h"
#include "khatt-edit.h"
#include "khatt-ticks.h"
#include "khatt-words.h"

#include <math.h>

#define SHADE_ALPHA 0.6
#define GRIP_MARGIN 4
#define END_GRIP 12 /* how far along the bar an end can be gripped */
#define BAR_GRIP 9  /* how far from the line of a lane its bars lie */
#define LINE_WIDTH 2
#define PILL_PADDING_X 9
#define PILL_PADDING_Y 4
#define PILL_MARGIN 6
#define PILL_RADIUS 9

static KhattTickStep
get_step (KhattTimelineView *self)
{
  return khatt_ticks_choose_level (self->place.scale.pixels_per_second / self->text_scale).minor;
}

static KhattDateShift
get_unit (KhattTimelineView *self, const KhattDate *date, KhattDatePart part)
{
  KhattDate moved = khatt_date_get_part (date, part);
  KhattTickStep step = get_step (self);
  KhattDateShift unit = { 0 };

  switch (step.unit)
    {
    case KHATT_TICK_MINUTE:
      unit.seconds = 60 * step.step;
      break;
    case KHATT_TICK_HOUR:
      unit.seconds = 3600 * step.step;
      break;
    case KHATT_TICK_DAY:
      unit.seconds = KHATT_SECONDS_PER_DAY * step.step;
      break;
    case KHATT_TICK_MONTH:
      unit.months = step.step;
      break;
    case KHATT_TICK_YEAR:
    default:
      unit.months = 12 * step.step;
      break;
    }
  return khatt_date_shift_for_precision (&moved, &unit);
}

static const KhattRecord *
get_record (KhattTimelineView *self, guint32 slot)
{
  if (self->arrangement == NULL || slot == KHATT_SLOT_NONE)
    return NULL;
  return khatt_snapshot_get_record (khatt_arrangement_get_snapshot (self->arrangement), slot);
}

static void
multiply (KhattDateShift *unit, gint64 n)
{
  unit->months *= n;
  unit->seconds *= n;
}

static void
move (KhattTimelineView *self, guint32 slot, KhattDatePart part, const KhattDateShift *shift)
{
  if (khatt_edit_move (self->timeline, slot, part, shift))
    khatt_timeline_view_emit_shifted (self, slot);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* `steps`: towards later. */
static void
shift_selected (KhattTimelineView *self, KhattDatePart part, int steps)
{
  const KhattRecord *record = get_record (self, self->selected);
  KhattDateShift shift;

  if (record == NULL || self->is_presented)
    return;
  shift = get_unit (self, &record->date, part);
  multiply (&shift, steps);
  move (self, self->selected, part, &shift);
}

/* `parameter`: -1 or 1, as arrows point. */
static void
shift_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  shift_selected (self, KHATT_DATE_WHOLE,
                  g_variant_get_int32 (parameter) * khatt_scale_sign (&self->place.scale));
}

static void
shift_end_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  KhattTimelineView *self = KHATT_TIMELINE_VIEW (widget);

  shift_selected (self, KHATT_DATE_END,
                  g_variant_get_int32 (parameter) * khatt_scale_sign (&self->place.scale));
}

/* `parameter`: -1 or 1, towards later. */
static void
shift_start_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  shift_selected (KHATT_TIMELINE_VIEW (widget), KHATT_DATE_START, g_variant_get_int32 (parameter));
}

/* ---- Dragging ---- */

/* Where an end of an interval is drawn. */
static double
get_end_x (KhattTimelineView *self, const KhattDate *date, KhattDatePart part)
{
  gint64 earliest = part == KHATT_DATE_START ? date->start_earliest : date->end_earliest;
  gint64 latest = part == KHATT_DATE_START ? date->start_latest : date->end_latest;

  return khatt_scale_snap (&self->place.scale, (double) earliest / 2 + (double) latest / 2);
}

static gboolean
is_on_bar (KhattTimelineView *self, double y)
{
  guint n_joins;
  const KhattJoin *joins =
      khatt_arrangement_get_joins (self->arrangement, self->selected, &n_joins);

  for (guint i = 0; i < n_joins; i++)
    {
      double line = khatt_layout_get_lane_line (self->layout, joins[i].lane);

      if (fabs (y - line) <= BAR_GRIP * self->text_scale)
        return TRUE;
    }
  return FALSE;
}

/* The end of the bar, from within and a little beyond; its start, where the plate leaves it free.
 */
static KhattDatePart
find_part (KhattTimelineView *self, const KhattRecord *record, const KhattMarkBox *mark, double x)
{
  int sign = khatt_scale_sign (&self->place.scale);
  double reach = END_GRIP * self->text_scale;
  double start = get_end_x (self, &record->date, KHATT_DATE_START) +
                 sign * (mark->plate.width / 2 + GRIP_MARGIN);
  double end = get_end_x (self, &record->date, KHATT_DATE_END);

  if (sign * (x - end) <= GRIP_MARGIN && sign * (x - end) >= -reach && sign * (x - start) > 0)
    return KHATT_DATE_END;
  if (sign * (x - start) >= 0 && sign * (x - start) <= reach)
    return KHATT_DATE_START;
  return KHATT_DATE_WHOLE;
}

static gboolean
is_in_plate (const KhattMarkBox *mark, double x, double y)
{
  return x >= mark->plate.x - GRIP_MARGIN && y >= mark->plate.y - GRIP_MARGIN &&
         x <= mark->plate.x + mark->plate.width + GRIP_MARGIN &&
         y <= mark->plate.y + mark->plate.height + GRIP_MARGIN;
}

/**
 * khatt_timeline_view_grip:
 * @x: where a drag begins, in pixels
 * @y: where
 * @part: (out): what of the event it moves
 *
 * Returns: the event that such a drag moves: the selected one, where its plate is there, or an end
 *   of its bar; else `KHATT_SLOT_NONE`
 */
guint32
khatt_timeline_view_grip (KhattTimelineView *self, double x, double y, KhattDatePart *part)
{
  const KhattMarkBox *mark = NULL;
  const KhattRecord *record = get_record (self, self->selected);

  khatt_timeline_view_ensure_layout (self);
  if (self->layout != NULL && !self->is_presented && record != NULL &&
      khatt_date_is_known (&record->date))
    mark = khatt_layout_find_mark (self->layout, self->selected);
  *part = KHATT_DATE_WHOLE;
  if (mark == NULL)
    return KHATT_SLOT_NONE;
  if (is_in_plate (mark, x, y))
    return self->selected;
  if ((record->date.flags & KHATT_DATE_INTERVAL) != 0 && is_on_bar (self, y))
    *part = find_part (self, record, mark, x);
  return *part != KHATT_DATE_WHOLE ? self->selected : KHATT_SLOT_NONE;
}

/**
 * khatt_timeline_view_drag_shift:
 * @x: how far the event was dragged, in pixels
 *
 * Shows where it would be.
 */
void
khatt_timeline_view_drag_shift (KhattTimelineView *self, double x)
{
  const KhattRecord *record = get_record (self, self->gripped);
  KhattDateShift shift;
  KhattDate date;
  double seconds;

  if (record == NULL)
    return;
  shift = get_unit (self, &record->date, self->gripped_part);
  seconds = (double) shift.seconds +
            (double) shift.months *
                khatt_ticks_mean_seconds (&(KhattTickStep){ .unit = KHATT_TICK_MONTH, .step = 1 });
  multiply (&shift, (gint64) round (x * khatt_scale_sign (&self->place.scale) /
                                    (seconds * self->place.scale.pixels_per_second)));
  if (!khatt_date_shift_part (&record->date, self->gripped_part, &shift, &date))
    return;
  self->shift = shift;
  self->shift_date = date;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * khatt_timeline_view_drop_shift:
 *
 * The event is let go: it moves to where it was shown.
 */
void
khatt_timeline_view_drop_shift (KhattTimelineView *self)
{
  KhattDateShift shift = self->shift;
  guint32 slot = self->gripped;

  self->gripped = KHATT_SLOT_NONE;
  if (get_record (self, slot) != NULL && (shift.months != 0 || shift.seconds != 0))
    move (self, slot, self->gripped_part, &shift);
}

/* ---- The shade ---- */

static double
get_offset (KhattTimelineView *self, const KhattDate *from, const KhattDate *to)
{
  KhattAnchor old = khatt_anchor_from_date (from);
  KhattAnchor new = khatt_anchor_from_date (to);

  return khatt_scale_snap (&self->place.scale, (double) khatt_anchor_get_middle (&new)) -
         khatt_scale_snap (&self->place.scale, (double) khatt_anchor_get_middle (&old));
}

static GdkRGBA
get_color (const KhattColor *color)
{
  return (GdkRGBA){ color->red, color->green, color->blue, 1 };
}

/* The date, above the shade. */
static void
append_pill (KhattTimelineView *self, GtkSnapshot *snapshot, double middle)
{
  g_autofree char *words =
      khatt_words_date (&self->words, &self->shift_date, KHATT_CALENDAR_GREGORIAN);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  KhattRect plot = khatt_layout_get_plot (self->layout);
  GdkRGBA ground = get_color (&self->palette->accent);
  GdkRGBA ink = get_color (&self->palette->lane);
  GskRoundedRect shape;
  int width, height;
  double x;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (middle - width / 2.0 - PILL_PADDING_X, plot.x,
             MAX (plot.x, plot.x + plot.width - width - 2 * PILL_PADDING_X));
  gsk_rounded_rect_init_from_rect (&shape,
                                   &GRAPHENE_RECT_INIT (round (x), plot.y + PILL_MARGIN,
                                                        width + 2 * PILL_PADDING_X,
                                                        height + 2 * PILL_PADDING_Y),
                                   PILL_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &ground, &shape.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (shape.bounds.origin.x + PILL_PADDING_X,
                                                          shape.bounds.origin.y + PILL_PADDING_Y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* Where the end would be, across all lanes. */
static void
append_end (KhattTimelineView *self, GtkSnapshot *snapshot)
{
  KhattRect plot = khatt_layout_get_plot (self->layout);
  double x = get_end_x (self, &self->shift_date, self->gripped_part);
  GdkRGBA ink = get_color (&self->palette->accent);

  if (x >= plot.x && x <= plot.x + plot.width)
    gtk_snapshot_append_color (
        snapshot, &ink,
        &GRAPHENE_RECT_INIT (x - LINE_WIDTH / 2.0, plot.y, LINE_WIDTH, plot.height));
  append_pill (self, snapshot, x);
}

/**
 * khatt_timeline_view_append_shade:
 * @snapshot: where to
 *
 * Draws the event that is dragged where it would be, or where its end would be.
 */
void
khatt_timeline_view_append_shade (KhattTimelineView *self, GtkSnapshot *snapshot)
{
  const KhattRecord *record = get_record (self, self->gripped);
  const KhattMarkBox *mark = khatt_layout_find_mark (self->layout, self->gripped);
  KhattRect plot = khatt_layout_get_plot (self->layout);
  double offset;

  if (record == NULL || mark == NULL)
    return;
  if (self->gripped_part != KHATT_DATE_WHOLE)
    {
      append_end (self, snapshot);
      return;
    }
  offset = get_offset (self, &record->date, &self->shift_date);
  if (self->states[KHATT_STATE_SELECTED] != NULL)
    {
      gtk_snapshot_push_clip (snapshot,
                              &GRAPHENE_RECT_INIT (plot.x, plot.y, plot.width, plot.height));
      gtk_snapshot_push_opacity (snapshot, SHADE_ALPHA);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (offset, 0));
      gtk_snapshot_append_node (snapshot, self->states[KHATT_STATE_SELECTED]);
      gtk_snapshot_restore (snapshot);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_pop (snapshot);
    }
  append_pill (self, snapshot, mark->plate.x + mark->plate.width / 2 + offset);
}

/* ---- New events ---- */

static KhattDate
get_date_at (KhattTimelineView *self, double x)
{
  KhattTickStep step = get_step (self);
  double time =
      CLAMP (khatt_scale_time (&self->place.scale, x), KHATT_VIEW_LEAST_TIME, KHATT_VIEW_MOST_TIME);
  KhattTick cell = khatt_ticks_cell_at (&(KhattTickStep){ .unit = step.unit, .step = 1 }, time);

  if (step.unit == KHATT_TICK_YEAR)
    return khatt_date_from_year (cell.year);
  if (step.unit == KHATT_TICK_MONTH)
    return khatt_date_from_month (cell.year, cell.month);
  return khatt_date_from_day (cell.year, cell.month, cell.day);
}

/**
 * khatt_timeline_view_draft_at:
 * @x: a place of the plot, in pixels
 * @y: where
 *
 * Asks for a new event then and there: in the unit of the axis, and of the lane's actor or kind.
 */
void
khatt_timeline_view_draft_at (KhattTimelineView *self, double x, double y)
{
  g_autoptr (KhattEventData) draft = khatt_event_data_new ();
  guint lane = khatt_layout_get_lane_at (self->layout, y);
  const char *key = "";

  draft->date = get_date_at (self, x);
  if (lane != G_MAXUINT)
    key = khatt_arrangement_get_lane (self->arrangement, lane)->key;
  if (self->lanes_by == KHATT_LANES_ACTORS && *key != '\0')
    khatt_event_data_add_actor (draft, key, KHATT_ROLE_PARTICIPANT);
  else if (self->lanes_by == KHATT_LANES_KINDS)
    khatt_kind_from_name (key, &draft->kind);
  khatt_timeline_view_emit_draft (self, draft);
}

/**
 * khatt_timeline_view_install_shift_actions:
 * @widget_class: the class of the view
 *
 * Installs the actions that move the selected event and its ends, and their keys.
 */
void
khatt_timeline_view_install_shift_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    guint keyval;
    GdkModifierType held;
    int steps;
  } keys[] = {
    { "view.shift", GDK_KEY_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK, -1 },
    { "view.shift", GDK_KEY_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK, 1 },
    { "view.shift-end", GDK_KEY_Left, GDK_ALT_MASK | GDK_SHIFT_MASK, -1 },
    { "view.shift-end", GDK_KEY_Right, GDK_ALT_MASK | GDK_SHIFT_MASK, 1 },
    { "view.shift-start", GDK_KEY_Page_Up, GDK_ALT_MASK | GDK_SHIFT_MASK, -1 },
    { "view.shift-start", GDK_KEY_Page_Down, GDK_ALT_MASK | GDK_SHIFT_MASK, 1 },
  };

  gtk_widget_class_install_action (widget_class, "view.shift", "i", shift_cb);
  gtk_widget_class_install_action (widget_class, "view.shift-end", "i", shift_end_cb);
  gtk_widget_class_install_action (widget_class, "view.shift-start", "i", shift_start_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].held, keys[i].action,
                                         "i", keys[i].steps);
}
