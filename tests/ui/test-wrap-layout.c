/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Chips in rows. */

#include "khatt-wrap-layout.h"
#include "ui-sample.h"

#define CHIP_WIDTH 60
#define CHIP_HEIGHT 20
#define SPACING 6

static GtkWidget *
make_box (guint n_chips, GtkTextDirection direction)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_direction (box, direction);
  gtk_widget_set_layout_manager (box, khatt_wrap_layout_new (SPACING));
  for (guint i = 0; i < n_chips; i++)
    {
      GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (chip, CHIP_WIDTH, CHIP_HEIGHT);
      gtk_box_append (GTK_BOX (box), chip);
    }
  return g_object_ref_sink (box);
}

static int
get_height (GtkWidget *box, int width)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
test_rows (void)
{
  g_autoptr (GtkWidget) box = make_box (3, GTK_TEXT_DIR_LTR);
  const struct
  {
    int width;
    int n_rows;
  } cases[] = {
    { 3 * CHIP_WIDTH + 2 * SPACING, 1 },
    { 3 * CHIP_WIDTH + 2 * SPACING - 1, 2 },
    { 2 * CHIP_WIDTH + SPACING, 2 },
    { 2 * CHIP_WIDTH + SPACING - 1, 3 },
    { CHIP_WIDTH, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (get_height (box, cases[i].width), ==,
                     cases[i].n_rows * CHIP_HEIGHT + (cases[i].n_rows - 1) * SPACING);
}

static void
test_width (void)
{
  g_autoptr (GtkWidget) box = make_box (3, GTK_TEXT_DIR_LTR);
  int minimum, natural;

  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, CHIP_WIDTH);
  g_assert_cmpint (natural, ==, 3 * CHIP_WIDTH + 2 * SPACING);
}

static void
test_hidden (void)
{
  g_autoptr (GtkWidget) box = make_box (2, GTK_TEXT_DIR_LTR);

  gtk_widget_set_visible (gtk_widget_get_first_child (box), FALSE);
  g_assert_cmpint (get_height (box, CHIP_WIDTH), ==, CHIP_HEIGHT);
}

static void
test_empty (void)
{
  g_autoptr (GtkWidget) box = make_box (0, GTK_TEXT_DIR_LTR);

  g_assert_cmpint (get_height (box, 100), ==, 0);
}

static void
check_start (GtkTextDirection direction)
{
  GtkWidget *box = make_box (2, direction);
  GtkWidget *window = ui_sample_present (box, 300, 100);
  GtkWidget *first = gtk_widget_get_first_child (box);
  graphene_rect_t one, other;

  g_assert_true (gtk_widget_compute_bounds (first, box, &one));
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (box), box, &other));
  if (direction == GTK_TEXT_DIR_LTR)
    g_assert_cmpfloat (other.origin.x, ==, one.origin.x + CHIP_WIDTH + SPACING);
  else
    g_assert_cmpfloat (one.origin.x, ==, other.origin.x + CHIP_WIDTH + SPACING);
  g_assert_cmpfloat (one.origin.y, ==, other.origin.y);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (box);
}

static void
test_left_to_right (void)
{
  check_start (GTK_TEXT_DIR_LTR);
}

static void
test_right_to_left (void)
{
  check_start (GTK_TEXT_DIR_RTL);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap-layout/rows-by-width", test_rows);
  g_test_add_func ("/wrap-layout/as-narrow-as-its-widest-chip", test_width);
  g_test_add_func ("/wrap-layout/hidden-chips-take-no-room", test_hidden);
  g_test_add_func ("/wrap-layout/nothing-is-nothing-high", test_empty);
  g_test_add_func ("/wrap-layout/begins-at-the-left", test_left_to_right);
  g_test_add_func ("/wrap-layout/begins-at-the-right", test_right_to_left);
  return g_test_run ();
}
