/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Masks of digits: "156X-1X-2X" is a mask for the year, the month and the day. The bounds of such a
 * date are the first and the last day that exist and match.
 */

#include "khatt-edtf-mask.h"

#include "khatt-civil.h"

#include <string.h>

/*
 * khatt_edtf_mask_value:
 * @mask: a mask
 * @unspecified: 0 to 9
 *
 * Gets the number with each unspecified digit replaced.
 *
 * Returns: the number
 */
int
khatt_edtf_mask_value (const KhattEdtfMask *mask, int unspecified)
{
  int value = 0;

  for (int i = 0; i < mask->n_digits; i++)
    value = value * 10 + (mask->digits[i] == 'X' ? unspecified : mask->digits[i] - '0');
  return value;
}

static gboolean
matches (const KhattEdtfMask *mask, int value)
{
  for (int i = mask->n_digits - 1; i >= 0; i--)
    {
      if (mask->digits[i] != 'X' && mask->digits[i] - '0' != value % 10)
        return FALSE;
      value /= 10;
    }
  return TRUE;
}

/*
 * khatt_edtf_mask_is_specified:
 * @mask: a mask
 *
 * Returns: whether every digit is known
 */
gboolean
khatt_edtf_mask_is_specified (const KhattEdtfMask *mask)
{
  return memchr (mask->digits, 'X', mask->n_digits) == NULL;
}

/*
 * khatt_edtf_mask_is_blank:
 * @mask: a mask
 *
 * Returns: whether no digit is known
 */
gboolean
khatt_edtf_mask_is_blank (const KhattEdtfMask *mask)
{
  for (int i = 0; i < mask->n_digits; i++)
    if (mask->digits[i] != 'X')
      return FALSE;
  return TRUE;
}

/* A step through all values of a mask, downwards where `backwards`. */
static gboolean
find_value (const KhattEdtfMask *mask, int first, int last, gboolean backwards, int *value)
{
  int low = MAX (first, khatt_edtf_mask_value (mask, 0));
  int high = MIN (last, khatt_edtf_mask_value (mask, 9));

  for (int i = 0; i <= high - low; i++)
    {
      *value = backwards ? high - i : low + i;
      if (matches (mask, *value))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_day_in_month (const KhattEdtfMask *mask, gboolean backwards, KhattEdtfDay *day)
{
  int n_days = khatt_days_in_month (day->year, day->month);

  return find_value (mask, 1, n_days, backwards, &day->day);
}

static gboolean
find_month_in_year (const KhattEdtfMask masks[3], gboolean backwards, KhattEdtfDay *day)
{
  int first = 1, last = 12;

  while (find_value (&masks[1], first, last, backwards, &day->month))
    {
      if (find_day_in_month (&masks[2], backwards, day))
        return TRUE;
      if (backwards)
        last = day->month - 1;
      else
        first = day->month + 1;
    }
  return FALSE;
}

/*
 * khatt_edtf_masks_find_day:
 * @masks: of the year, the month and the day
 * @from_the_end: %TRUE for the last day
 * @day: (out): the day
 *
 * Finds the first or the last day that exists and matches the masks. At most 10 000 years are
 * tried.
 *
 * Returns: whether there is one
 */
gboolean
khatt_edtf_masks_find_day (const KhattEdtfMask masks[3], gboolean from_the_end, KhattEdtfDay *day)
{
  gboolean backwards = from_the_end != masks[0].is_negative;
  int first = masks[0].is_negative ? 1 : 0, last = 9999, year;

  while (find_value (&masks[0], first, last, backwards, &year))
    {
      day->year = masks[0].is_negative ? -year : year;
      if (find_month_in_year (masks, from_the_end, day))
        return TRUE;
      if (backwards)
        last = year - 1;
      else
        first = year + 1;
    }
  return FALSE;
}
