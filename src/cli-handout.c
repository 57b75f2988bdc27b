/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page to hand out: drawing makes its picture, the writer of pages the rest.
 */

#include "cli-handout.h"

#include "khatt-export-web.h"
#include "khatt-handout.h"

/**
 * khatt_cli_write_page:
 * @arrangement: what is drawn
 * @params: the view; its size does not matter
 * @filter: which events the arrangement has
 * @span: the time that is drawn, with both ends; not known: all that is dated
 * @error: return location
 *
 * Makes a web page of a picture and a list of the same events.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
khatt_cli_write_page (KhattArrangement *arrangement,
                      const KhattLayoutParams *params,
                      const KhattFilter *filter,
                      const KhattDate *span,
                      GError **error)
{
  KhattSnapshot *snapshot = khatt_arrangement_get_snapshot (arrangement);
  const KhattWebSpan drawn = { khatt_date_first (span), khatt_date_last (span) };
  const gboolean has_span = khatt_date_is_known (span);
  g_autoptr (KhattWebPicture) picture = NULL;
  KhattFilter listed = *filter;
  KhattLayoutParams free_size = *params;
  KhattHandout page = {
    .filter = &listed,
    .words = params->words,
    .second_calendar = params->second_calendar,
    .time_direction = params->scale.direction,
  };

  if (has_span)
    {
      listed.has_period = TRUE;
      listed.first = drawn.first;
      listed.last = drawn.last;
    }
  if (!khatt_handout_has_room (snapshot, &page, error))
    return NULL;
  free_size.width = free_size.height = 0;
  picture = khatt_export_web (arrangement, &free_size, has_span ? &drawn : NULL, error);
  if (picture == NULL)
    return NULL;
  page.picture = picture;
  return khatt_handout_write (snapshot, &page, error);
}
