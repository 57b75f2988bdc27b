/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "khatt-ink.h"

G_BEGIN_DECLS

#define KHATT_PICTURE_MOST_PIXELS 32767 /* of a side: what Cairo's images hold */

typedef enum
{
  KHATT_PICTURE_PNG,
  KHATT_PICTURE_SVG,
  KHATT_PICTURE_PDF,
} KhattPictureFormat;

typedef void (*KhattPictureFunc) (KhattInk *ink, gpointer data);

/* A picture to be made: its size and who paints it. */
typedef struct
{
  KhattPictureFormat format;
  double width; /* logical pixels */
  double height;
  double pixel_scale; /* PNG only: device pixels a logical pixel; 0: 1 */
  const char *title;  /* metadata; NULL: none */
  KhattShaper *shaper;
  KhattPictureFunc paint;
  gpointer data;
} KhattPicture;

/* Pages to be made, all of one size. */
typedef struct
{
  double width; /* points, as the painter's are */
  double height;
  guint n_pages;
  const char *title; /* metadata; NULL: none */
  KhattShaper *shaper;
  void (*paint) (KhattInk *ink, guint page, gpointer data);
  gpointer data;
} KhattPages;

GBytes *khatt_picture_write (const KhattPicture *picture, GError **error);
GBytes *khatt_picture_write_pages (const KhattPages *pages, GError **error);

G_END_DECLS
