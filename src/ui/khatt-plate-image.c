/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A plate as a widget. It mirrors with the time of its document, not with the interface. It says
 * nothing to assistive technology: the words beside it do. */

#include "khatt-plate-image.h"

#include "khatt-appearance.h"
#include "khatt-plate.h"

struct _KhattPlateImage
{
  GtkWidget parent_instance;

  KhattKind kind;
  KhattStatus status;
  KhattHue hue;
  KhattDirection direction;
  int size;
  gboolean is_muted;
};

G_DEFINE_FINAL_TYPE (KhattPlateImage, khatt_plate_image, GTK_TYPE_WIDGET)

enum
{
  PROP_KIND = 1,
  PROP_SIZE,
  PROP_MUTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
khatt_plate_image_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = KHATT_PLATE_IMAGE (widget)->size;
}

static void
khatt_plate_image_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KhattPlateImage *self = KHATT_PLATE_IMAGE (widget);
  const KhattPalette *palette = khatt_appearance_get_palette ();
  KhattPlate plate = khatt_plate_make (palette, self->kind, self->status, self->direction,
                                       gtk_widget_get_width (widget) / 2.0,
                                       gtk_widget_get_height (widget) / 2.0, self->size);
  KhattRect bounds;
  cairo_t *cr;

  plate.color = *khatt_palette_get_color (palette, self->kind, self->hue);
  plate.has_halo = FALSE;
  plate.ground = palette->window;
  if (self->is_muted)
    plate.color = palette->lane_line;
  bounds = khatt_plate_get_bounds (&plate);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) bounds.x, (float) bounds.y,
                                                                 (float) bounds.width,
                                                                 (float) bounds.height));
  khatt_plate_paint (cr, &plate);
  cairo_destroy (cr);
}

static void
khatt_plate_image_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  KhattPlateImage *self = KHATT_PLATE_IMAGE (object);

  switch (id)
    {
    case PROP_KIND:
      khatt_plate_image_set_kind (self, g_value_get_int (value), self->status);
      break;
    case PROP_SIZE:
      khatt_plate_image_set_size (self, g_value_get_int (value));
      break;
    case PROP_MUTED:
      khatt_plate_image_set_muted (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
khatt_plate_image_class_init (KhattPlateImageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = khatt_plate_image_set_property;
  widget_class->measure = khatt_plate_image_measure;
  widget_class->snapshot = khatt_plate_image_snapshot;

  properties[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, 0, KHATT_N_KINDS - 1, 0,
                                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 1, G_MAXINT16, 24,
                                            G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MUTED] =
      g_param_spec_boolean ("muted", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "plate");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
khatt_plate_image_init (KhattPlateImage *self)
{
  self->size = 24;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  khatt_appearance_redraw_on_change (GTK_WIDGET (self));
}

/**
 * khatt_plate_image_new:
 * @kind: the kind whose plate it is
 * @status: how sure it is that it happened
 * @size: in pixels
 *
 * Returns: a new plate
 */
GtkWidget *
khatt_plate_image_new (KhattKind kind, KhattStatus status, int size)
{
  KhattPlateImage *self = g_object_new (KHATT_TYPE_PLATE_IMAGE, NULL);

  self->kind = kind;
  self->status = status;
  self->size = size;
  return GTK_WIDGET (self);
}

/**
 * khatt_plate_image_set_kind:
 * @self: a plate
 * @kind: the kind whose plate it becomes
 * @status: how sure it is that it happened
 *
 * Changes what @self shows.
 */
void
khatt_plate_image_set_kind (KhattPlateImage *self, KhattKind kind, KhattStatus status)
{
  g_return_if_fail (KHATT_IS_PLATE_IMAGE (self));

  self->kind = CLAMP (kind, 0, KHATT_N_KINDS - 1);
  self->status = CLAMP (status, 0, KHATT_N_STATUSES - 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * khatt_plate_image_set_hue:
 * @self: a plate
 * @hue: what colour a person gave the event
 */
void
khatt_plate_image_set_hue (KhattPlateImage *self, KhattHue hue)
{
  g_return_if_fail (KHATT_IS_PLATE_IMAGE (self));

  if (self->hue == hue)
    return;
  self->hue = hue;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * khatt_plate_image_set_size:
 * @self: a plate
 * @size: in pixels
 *
 * Changes how large @self is.
 */
void
khatt_plate_image_set_size (KhattPlateImage *self, int size)
{
  g_return_if_fail (KHATT_IS_PLATE_IMAGE (self));

  self->size = MAX (size, 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * khatt_plate_image_set_muted:
 * @self: a plate
 * @is_muted: whether it is an ornament, without its kind's colour
 *
 * Changes the colour of @self.
 */
void
khatt_plate_image_set_muted (KhattPlateImage *self, gboolean is_muted)
{
  g_return_if_fail (KHATT_IS_PLATE_IMAGE (self));

  self->is_muted = is_muted;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * khatt_plate_image_set_time_direction:
 * @self: a plate
 * @direction: the direction of time in its document
 *
 * Mirrors the parts of @self that follow the direction of time.
 */
void
khatt_plate_image_set_time_direction (KhattPlateImage *self, KhattDirection direction)
{
  g_return_if_fail (KHATT_IS_PLATE_IMAGE (self));

  self->direction = direction;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
