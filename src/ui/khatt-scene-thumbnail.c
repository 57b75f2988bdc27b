/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The small picture of a scene. It is drawn in a thread, when it is first to be seen and when the
 * document or the colours have changed; until it is there the old one stays. The words beside it
 * say what it shows: to assistive technology it is nothing. */

#include "khatt-scene-thumbnail.h"

#include "khatt-appearance.h"
#include "khatt-countries.h"
#include "khatt-miniature.h"
#include "khatt-preferences.h"

#include <locale.h>

#define WIDTH 96
#define HEIGHT 60

struct _KhattSceneThumbnail
{
  GtkWidget parent_instance;

  /* owned */
  KhattTimeline *timeline;
  KhattScene *scene;
  cairo_surface_t *surface;  /* NULL: not drawn yet */
  GCancellable *cancellable; /* of the drawing that is under way */

  /* what was drawn, or is being drawn */
  const KhattPalette *palette;
  int pixel_scale;
  guint64 revision;
  KhattDirection direction;
};

G_DEFINE_FINAL_TYPE (KhattSceneThumbnail, khatt_scene_thumbnail, GTK_TYPE_WIDGET)

/* ---- Drawing, in a thread ---- */

typedef struct
{
  KhattMiniature miniature;
  KhattCountryNames countries;
} Job;

static void
job_free (Job *job)
{
  khatt_snapshot_unref (job->miniature.snapshot);
  khatt_scene_unref ((KhattScene *) job->miniature.scene);
  g_free (job);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  cairo_surface_t *surface = khatt_miniature_draw (&job->miniature, cancellable);

  if (surface != NULL)
    g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
  else
    g_task_return_error_if_cancelled (task);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattSceneThumbnail *self = KHATT_SCENE_THUMBNAIL (source);
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  if (surface == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = surface;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
begin_drawing (KhattSceneThumbnail *self)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  self->cancellable = g_cancellable_new ();
  self->palette = khatt_appearance_get_palette ();
  self->pixel_scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  job->miniature = (KhattMiniature){
    .snapshot = khatt_timeline_ref_snapshot (self->timeline),
    .scene = khatt_scene_ref (self->scene),
    .focus = self->scene->focus->len > 0
                 ? khatt_timeline_find (self->timeline, self->scene->focus->pdata[0])
                 : KHATT_SLOT_NONE,
    .countries = &job->countries,
    .palette = self->palette,
    .words = khatt_preferences_get_words (),
    .region = setlocale (LC_TIME, NULL),
    .width = WIDTH,
    .height = HEIGHT,
    .pixel_scale = self->pixel_scale,
  };
  self->revision = khatt_snapshot_get_content_revision (job->miniature.snapshot);
  self->direction = khatt_snapshot_get_direction (job->miniature.snapshot);
  job->countries = (KhattCountryNames){ khatt_country_dup_name, job->miniature.words.language };
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_source_tag (task, begin_drawing);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static gboolean
is_wanted (KhattSceneThumbnail *self)
{
  g_autoptr (KhattSnapshot) snapshot = khatt_timeline_ref_snapshot (self->timeline);

  return self->palette != khatt_appearance_get_palette () ||
         self->pixel_scale != gtk_widget_get_scale_factor (GTK_WIDGET (self)) ||
         self->revision != khatt_snapshot_get_content_revision (snapshot) ||
         self->direction != khatt_snapshot_get_direction (snapshot);
}

/* ---- The widget ---- */

static void
khatt_scene_thumbnail_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
khatt_scene_thumbnail_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KhattSceneThumbnail *self = KHATT_SCENE_THUMBNAIL (widget);
  cairo_t *cr;

  if (self->cancellable == NULL && is_wanted (self))
    begin_drawing (self);
  if (self->surface == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  cairo_scale (cr, (double) WIDTH / cairo_image_surface_get_width (self->surface),
               (double) HEIGHT / cairo_image_surface_get_height (self->surface));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
khatt_scene_thumbnail_dispose (GObject *object)
{
  KhattSceneThumbnail *self = KHATT_SCENE_THUMBNAIL (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->timeline);
  g_clear_pointer (&self->scene, khatt_scene_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  G_OBJECT_CLASS (khatt_scene_thumbnail_parent_class)->dispose (object);
}

static void
khatt_scene_thumbnail_class_init (KhattSceneThumbnailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = khatt_scene_thumbnail_dispose;
  widget_class->measure = khatt_scene_thumbnail_measure;
  widget_class->snapshot = khatt_scene_thumbnail_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scenethumbnail");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
khatt_scene_thumbnail_init (KhattSceneThumbnail *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  khatt_appearance_redraw_on_change (GTK_WIDGET (self));
}

/**
 * khatt_scene_thumbnail_new:
 * @timeline: the document
 * @scene: one of its scenes
 *
 * Returns: (transfer floating): its picture, which follows the document
 */
GtkWidget *
khatt_scene_thumbnail_new (KhattTimeline *timeline, KhattScene *scene)
{
  KhattSceneThumbnail *self = g_object_new (KHATT_TYPE_SCENE_THUMBNAIL, NULL);

  self->timeline = g_object_ref (timeline);
  self->scene = khatt_scene_ref (scene);
  g_signal_connect_object (timeline, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * khatt_scene_thumbnail_set_scene:
 * @self: a thumbnail
 * @scene: the same scene under another title or with other notes
 *
 * Goes on with a scene that looks the same.
 */
void
khatt_scene_thumbnail_set_scene (KhattSceneThumbnail *self, KhattScene *scene)
{
  g_return_if_fail (KHATT_IS_SCENE_THUMBNAIL (self));

  khatt_scene_unref (self->scene);
  self->scene = khatt_scene_ref (scene);
}

/**
 * khatt_scene_thumbnail_is_current:
 * @self: a thumbnail
 *
 * Returns: whether there is a picture of how the document is now
 */
gboolean
khatt_scene_thumbnail_is_current (KhattSceneThumbnail *self)
{
  g_return_val_if_fail (KHATT_IS_SCENE_THUMBNAIL (self), FALSE);

  return self->surface != NULL && self->cancellable == NULL && !is_wanted (self);
}
