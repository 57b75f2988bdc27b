/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "draw-sample.h"

#include "khatt-palette.h"
#include "khatt-thumbnail.h"

#include <math.h>
#include <string.h>

#define SIZE 256
#define HEADER (20 * SIZE / 128)

typedef struct
{
  GBytes *bytes;
  gsize offset;
} Source;

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (source->offset + length > g_bytes_get_size (source->bytes))
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, (const char *) g_bytes_get_data (source->bytes, NULL) + source->offset, length);
  source->offset += length;
  return CAIRO_STATUS_SUCCESS;
}

/* Takes the timeline. */
static cairo_surface_t *
draw (KhattTimeline *timeline, KhattDirection direction, int size)
{
  g_autoptr (KhattArrangement) arrangement = draw_sample_arrange (timeline, KHATT_LANES_ACTORS);
  const KhattWords words = khatt_words_for_language ("en");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = khatt_thumbnail_draw (arrangement, direction, &words, size, &error);
  Source source = { .bytes = bytes };
  cairo_surface_t *picture;

  g_assert_no_error (error);
  picture = cairo_image_surface_create_from_png_stream (read_bytes, &source);
  g_assert_cmpint (cairo_surface_status (picture), ==, CAIRO_STATUS_SUCCESS);
  g_object_unref (timeline);
  return picture;
}

/* Pixels of a kind's colour below the header, and the middle of their x. */
static guint
count_kind (cairo_surface_t *picture, KhattKind kind, double *middle)
{
  const KhattColor *color = &khatt_palette_get (KHATT_STYLE_LIGHT)->kinds[kind];
  const guint32 wanted = 0xff000000u | (guint32) lround (color->red * 255) << 16 |
                         (guint32) lround (color->green * 255) << 8 |
                         (guint32) lround (color->blue * 255);
  const guint8 *data = cairo_image_surface_get_data (picture);
  const int stride = cairo_image_surface_get_stride (picture);
  const int width = cairo_image_surface_get_width (picture);
  double sum = 0;
  guint n = 0;

  for (int y = HEADER; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;

        memcpy (&pixel, data + y * stride + x * 4, sizeof pixel);
        if (pixel != wanted)
          continue;
        n++;
        sum += x + 0.5;
      }
  if (middle != NULL)
    *middle = n > 0 ? sum / n : -1;
  return n;
}

static void
test_size (void)
{
  const int sizes[] = { KHATT_THUMBNAIL_SIZE_MIN, 128, 256, 512, 1024 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *picture = draw (draw_sample_new (TRUE), KHATT_DIRECTION_RTL, sizes[i]);

      g_assert_cmpint (cairo_image_surface_get_width (picture), ==, sizes[i]);
      g_assert_cmpint (cairo_image_surface_get_height (picture), ==, sizes[i] * 3 / 4);
      cairo_surface_destroy (picture);
    }
}

/* A plate is large enough to be told by its shape. */
static void
test_plates (void)
{
  static const char text[] = "call happened 2024-03-01 One | Anna initiator | Boris recipient\n"
                             "visit happened 2024-09-01 Two | Boris visitor | Chen host\n";

  for (int direction = KHATT_DIRECTION_LTR; direction <= KHATT_DIRECTION_RTL; direction++)
    {
      cairo_surface_t *picture =
          draw (draw_sample_new_from_text (text), (KhattDirection) direction, SIZE);
      double call, visit;

      g_assert_cmpuint (count_kind (picture, KHATT_KIND_CALL, &call), >, 300);
      g_assert_cmpuint (count_kind (picture, KHATT_KIND_VISIT, &visit), >, 300);
      g_assert_cmpuint (count_kind (picture, KHATT_KIND_MEETING, NULL), ==, 0);
      if (direction == KHATT_DIRECTION_LTR)
        g_assert_cmpfloat (call + SIZE / 4, <, visit);
      else
        g_assert_cmpfloat (call - SIZE / 4, >, visit);
      cairo_surface_destroy (picture);
    }
}

/* Of many events at one time those go aside that others leave no room. */
static void
test_aside (void)
{
  static const char text[] = "call happened 2024-03-01 One | Anna speaker\n"
                             "visit happened 2024-03-01 Two | Anna visitor\n"
                             "meeting planned 2024-03-01 Three | Anna participant\n"
                             "message happened 2024-04-01 Four | Anna sender\n";
  cairo_surface_t *picture = draw (draw_sample_new_from_text (text), KHATT_DIRECTION_LTR, SIZE);

  g_assert_cmpuint (count_kind (picture, KHATT_KIND_CALL, NULL), >, 300);
  g_assert_cmpuint (count_kind (picture, KHATT_KIND_VISIT, NULL), >, 300);
  g_assert_cmpuint (count_kind (picture, KHATT_KIND_MESSAGE, NULL), >, 300);
  cairo_surface_destroy (picture);
}

/* Columns from one end to the other. */
static void
test_ribbons (void)
{
  cairo_surface_t *picture = draw (draw_sample_new_many (20000, 30), KHATT_DIRECTION_LTR, SIZE);
  guint n_pixels = 0;

  for (int kind = 0; kind < KHATT_N_KINDS; kind++)
    n_pixels += count_kind (picture, (KhattKind) kind, NULL);
  g_assert_cmpuint (n_pixels, >, SIZE * SIZE * 3 / 4 / 8);
  cairo_surface_destroy (picture);
}

static void
test_empty (void)
{
  for (int has_event = 0; has_event <= 1; has_event++)
    {
      KhattTimeline *timeline = khatt_timeline_new ();
      g_autoptr (KhattEventData) undated = khatt_event_data_new ();
      cairo_surface_t *picture;

      khatt_event_data_add_actor (undated, "Anna", KHATT_ROLE_SPEAKER);
      if (has_event)
        khatt_timeline_add (timeline, undated);
      picture = draw (timeline, KHATT_DIRECTION_RTL, SIZE);
      for (int kind = 0; kind < KHATT_N_KINDS; kind++)
        g_assert_cmpuint (count_kind (picture, (KhattKind) kind, NULL), ==, 0);
      cairo_surface_destroy (picture);
    }
}

static void
test_sizes_that_cannot_be (void)
{
  const int sizes[] = { KHATT_THUMBNAIL_SIZE_MIN - 1, 0, -1, KHATT_THUMBNAIL_SIZE_MAX + 1 };
  g_autoptr (KhattTimeline) timeline = draw_sample_new (FALSE);
  g_autoptr (KhattArrangement) arrangement = draw_sample_arrange (timeline, KHATT_LANES_ACTORS);
  const KhattWords words = khatt_words_for_language ("en");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          khatt_thumbnail_draw (arrangement, KHATT_DIRECTION_LTR, &words, sizes[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thumbnail/size", test_size);
  g_test_add_func ("/thumbnail/plates-in-the-direction-of-time", test_plates);
  g_test_add_func ("/thumbnail/plates-go-aside", test_aside);
  g_test_add_func ("/thumbnail/many-events-are-ribbons", test_ribbons);
  g_test_add_func ("/thumbnail/an-empty-document", test_empty);
  g_test_add_func ("/thumbnail/sizes-that-cannot-be", test_sizes_that_cannot_be);
  return g_test_run ();
}
