/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What somebody wanted to see who found a document from the desktop: it may still be loading. */

#include "khatt-window-private.h"

#include "khatt-search-provider.h"

typedef struct
{
  KhattWindow *window; /* owns the document, and so lives as long as the handlers can be called */
  char *hint;
  gulong loaded_handler;
  gulong busy_handler;
} Arrival;

static void
arrival_free (gpointer data, GClosure *closure)
{
  Arrival *arrival = data;

  g_free (arrival->hint);
  g_free (arrival);
}

/* Frees it. */
static void
forget (KhattDocument *document, Arrival *arrival)
{
  g_signal_handler_disconnect (document, arrival->busy_handler);
  g_signal_handler_disconnect (document, arrival->loaded_handler);
}

static void
show (KhattWindow *self, const char *hint)
{
  KhattTimeline *timeline = khatt_document_get_timeline (self->document);

  if (g_str_has_prefix (hint, KHATT_HINT_EVENT))
    khatt_window_select (self, khatt_timeline_find (timeline, hint + strlen (KHATT_HINT_EVENT)));
  else if (g_str_has_prefix (hint, KHATT_HINT_FIND))
    khatt_search_bar_look_for (self->search_bar, hint + strlen (KHATT_HINT_FIND));
}

static void
loaded_cb (KhattDocument *document, Arrival *arrival)
{
  show (arrival->window, arrival->hint);
  forget (document, arrival);
}

/* What was to be shown could not be loaded, or nobody waits for it any more: this is another load.
 */
static void
busy_cb (KhattDocument *document, GParamSpec *pspec, Arrival *arrival)
{
  if (khatt_document_is_busy (document))
    forget (document, arrival);
}

/**
 * khatt_window_arrive:
 * @self: a window whose document is open, or being opened
 * @hint: %KHATT_HINT_EVENT or %KHATT_HINT_FIND, and what comes after it; anything else means
 * nothing
 *
 * Selects an event, or searches, as soon as the document is there.
 */
void
khatt_window_arrive (KhattWindow *self, const char *hint)
{
  Arrival *arrival;

  g_return_if_fail (KHATT_IS_WINDOW (self));

  if (!khatt_document_is_busy (self->document))
    {
      show (self, hint);
      return;
    }
  arrival = g_new0 (Arrival, 1);
  arrival->window = self;
  arrival->hint = g_strdup (hint);
  arrival->loaded_handler = g_signal_connect_data (self->document, "loaded", G_CALLBACK (loaded_cb),
                                                   arrival, arrival_free, 0);
  arrival->busy_handler =
      g_signal_connect (self->document, "notify::is-busy", G_CALLBACK (busy_cb), arrival);
}
