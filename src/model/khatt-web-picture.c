/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A drawn timeline on its way into a web page. Drawing and files do not know each other; this is
 * what one hands to the other. */

#include "khatt-web-picture.h"

static void
sample_free (KhattWebSample *sample)
{
  g_free (sample->heading);
  g_free (sample->label);
  g_free (sample->svg);
  g_free (sample);
}

/**
 * khatt_web_picture_new:
 *
 * Returns: (transfer full): a picture that shows nothing yet
 */
KhattWebPicture *
khatt_web_picture_new (void)
{
  KhattWebPicture *picture = g_new0 (KhattWebPicture, 1);

  picture->marks = g_array_new (FALSE, FALSE, sizeof (KhattWebMark));
  picture->legend = g_ptr_array_new_with_free_func ((GDestroyNotify) sample_free);
  return picture;
}

/**
 * khatt_web_picture_add_sample:
 * @picture: a picture
 *
 * Returns: (transfer none): an empty entry at the end of the legend, to be filled in
 */
KhattWebSample *
khatt_web_picture_add_sample (KhattWebPicture *picture)
{
  KhattWebSample *sample = g_new0 (KhattWebSample, 1);

  sample->kind = -1;
  g_ptr_array_add (picture->legend, sample);
  return sample;
}

/**
 * khatt_web_picture_free:
 * @picture: (transfer full): a picture
 *
 * Frees it.
 */
void
khatt_web_picture_free (KhattWebPicture *picture)
{
  for (guint kind = 0; kind < KHATT_N_KINDS; kind++)
    for (guint status = 0; status < KHATT_N_STATUSES; status++)
      for (guint hue = 0; hue < KHATT_N_HUES; hue++)
        g_free (picture->plates[kind][status][hue]);
  g_array_unref (picture->marks);
  g_ptr_array_unref (picture->legend);
  g_free (picture->svg);
  g_free (picture->styles);
  g_free (picture);
}
