/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* org.gnome.Shell.SearchProvider2: the desktop asks, and shows what is answered. Files are read in
 * a thread; while it is at work the application does not end. Nothing is told where the person does
 * not want it. */

#include "khatt-search-provider.h"

#include <glib/gi18n-lib.h>

#include "khatt-preferences.h"
#include "khatt-recent-menu.h"
#include "khatt-recent-search.h"
#include "khatt-sentence.h"
#include "khatt-words.h"

#define MOST_DOCUMENTS 12

static const char interface_xml[] =
    "<node><interface name='org.gnome.Shell.SearchProvider2'>"
    "<method name='GetInitialResultSet'>"
    "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
    "</method>"
    "<method name='GetSubsearchResultSet'>"
    "<arg type='as' name='previous_results' direction='in'/>"
    "<arg type='as' name='terms' direction='in'/><arg type='as' name='results' direction='out'/>"
    "</method>"
    "<method name='GetResultMetas'>"
    "<arg type='as' name='identifiers' direction='in'/>"
    "<arg type='aa{sv}' name='metas' direction='out'/>"
    "</method>"
    "<method name='ActivateResult'>"
    "<arg type='s' name='identifier' direction='in'/><arg type='as' name='terms' direction='in'/>"
    "<arg type='u' name='timestamp' direction='in'/>"
    "</method>"
    "<method name='LaunchSearch'>"
    "<arg type='as' name='terms' direction='in'/>"
    "<arg type='u' name='timestamp' direction='in'/>"
    "</method>"
    "</interface></node>";

struct _KhattSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* borrowed: it owns this */
  GPtrArray *documents;      /* of KhattRecentDocument, as last read; never changes once made */
  guint registration;
};

G_DEFINE_FINAL_TYPE (KhattSearchProvider, khatt_search_provider, G_TYPE_OBJECT)

/* What a thread does: plain values. */
typedef struct
{
  GDBusMethodInvocation *invocation;
  void (*answer) (KhattSearchProvider *self, GDBusMethodInvocation *invocation, GStrv found);
  GStrv uris;
  GPtrArray *known;
  char *text; /* what is looked for; NULL: nothing, files are only read */
  GStrv found;
} Job;

static void
job_free (Job *job)
{
  g_strfreev (job->uris);
  g_clear_pointer (&job->known, g_ptr_array_unref);
  g_free (job->text);
  g_strfreev (job->found);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GPtrArray *documents =
      khatt_recent_search_read ((const char *const *) job->uris, job->known, cancellable);

  if (job->text != NULL)
    job->found = khatt_recent_search_find (documents, job->text);
  g_task_return_pointer (task, documents, (GDestroyNotify) g_ptr_array_unref);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  KhattSearchProvider *self = KHATT_SEARCH_PROVIDER (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  g_clear_pointer (&self->documents, g_ptr_array_unref);
  self->documents = g_task_propagate_pointer (G_TASK (result), NULL);
  job->answer (self, job->invocation, job->found);
  g_application_release (self->application);
}

static gboolean
is_wanted (void)
{
  GSettings *settings = khatt_preferences_get_settings ();

  return settings == NULL || g_settings_get_boolean (settings, "desktop-search");
}

/* ---- What is asked ---- */

static void
answer_found (KhattSearchProvider *self, GDBusMethodInvocation *invocation, GStrv found)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", found));
}

/* "8 August 2025 · Calls". */
static char *
describe (const KhattRecentDocument *document, const KhattRecord *record, const KhattWords *words)
{
  g_autofree char *date = NULL;

  if (record == NULL)
    return g_strdup (_ ("Timeline"));
  if (!khatt_date_is_known (&record->date))
    return g_strdup (document->name);
  date = khatt_words_date (words, &record->date, KHATT_CALENDAR_GREGORIAN);
  /* Translators: of an event that was found: its date and its document. */
  return g_strdup_printf (_ ("%s · %s"), date, document->name);
}

static void
add_meta (GVariantBuilder *metas,
          const KhattRecentDocument *document,
          const char *result,
          guint32 slot)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (KHATT_APPLICATION_ID);
  g_autoptr (GVariant) icon_value = g_icon_serialize (icon);
  const KhattWords words = khatt_preferences_get_words ();
  KhattSnapshot *snapshot = NULL;
  const KhattRecord *record = NULL;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  if (slot != KHATT_SLOT_NONE)
    {
      snapshot = khatt_search_index_get_snapshot (document->index);
      record = khatt_snapshot_get_record (snapshot, slot);
      name = khatt_headline_new (snapshot, slot);
    }
  description = describe (document, record, &words);
  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (result));
  g_variant_builder_add (metas, "{sv}", "name",
                         g_variant_new_string (name != NULL ? name : document->name));
  g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (description));
  g_variant_builder_add (metas, "{sv}", "icon", icon_value);
  g_variant_builder_close (metas);
}

static void
answer_metas (KhattSearchProvider *self, GDBusMethodInvocation *invocation, GStrv found)
{
  GVariantBuilder metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));
  g_autofree const char **results = NULL;

  g_variant_get (g_dbus_method_invocation_get_parameters (invocation), "(^a&s)", &results);
  for (gsize i = 0; results[i] != NULL; i++)
    {
      guint32 slot;
      const KhattRecentDocument *document =
          khatt_recent_search_look_up (self->documents, results[i], &slot);

      if (document != NULL)
        add_meta (&metas, document, results[i], slot);
    }
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(aa{sv})", &metas));
}

static void
open_with_hint (KhattSearchProvider *self, const char *uri, const char *kind, const char *what)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *hint = g_strconcat (kind, what, NULL);

  g_application_open (self->application, &file, 1, hint);
}

/* In the document in which most likely something is found; else in an empty window. */
static void
answer_launched (KhattSearchProvider *self, GDBusMethodInvocation *invocation, GStrv found)
{
  g_autofree const char **terms = NULL;
  guint32 timestamp;

  g_variant_get (g_dbus_method_invocation_get_parameters (invocation), "(^a&su)", &terms,
                 &timestamp);
  if (found[0] == NULL)
    g_application_activate (self->application);
  else
    {
      g_auto (GStrv) parts = g_strsplit (found[0], " ", 2);
      g_autofree char *text = g_strjoinv (" ", (char **) terms);

      open_with_hint (self, parts[0], KHATT_HINT_FIND, text);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
activate_result (KhattSearchProvider *self, GDBusMethodInvocation *invocation)
{
  g_auto (GStrv) parts = NULL;
  const char *result;

  g_variant_get_child (g_dbus_method_invocation_get_parameters (invocation), 0, "&s", &result);
  parts = g_strsplit (result, " ", 2);
  if (parts[0] != NULL)
    open_with_hint (self, parts[0], KHATT_HINT_EVENT, parts[1] != NULL ? parts[1] : "");
  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* Which argument has what is looked for; -1: none. */
static const struct
{
  const char *name;
  int terms;
  void (*answer) (KhattSearchProvider *self, GDBusMethodInvocation *invocation, GStrv found);
} methods[] = {
  { "GetInitialResultSet", 0, answer_found },
  { "GetSubsearchResultSet", 1, answer_found },
  { "GetResultMetas", -1, answer_metas },
  { "LaunchSearch", 0, answer_launched },
};

static void
run (KhattSearchProvider *self, GDBusMethodInvocation *invocation, gsize method)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, read_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->invocation = invocation;
  job->answer = methods[method].answer;
  job->uris = is_wanted () ? khatt_recent_menu_list (MOST_DOCUMENTS) : g_new0 (char *, 1);
  job->known = self->documents != NULL ? g_ptr_array_ref (self->documents) : NULL;
  if (methods[method].terms >= 0)
    {
      g_autofree const char **terms = NULL;

      g_variant_get_child (g_dbus_method_invocation_get_parameters (invocation),
                           (gsize) methods[method].terms, "^a&s", &terms);
      job->text = g_strjoinv (" ", (char **) terms);
    }
  g_application_hold (self->application);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *name,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (methods[i].name, name))
      {
        run (user_data, invocation, i);
        return;
      }
  activate_result (user_data, invocation);
}

static void
khatt_search_provider_dispose (GObject *object)
{
  g_clear_pointer (&KHATT_SEARCH_PROVIDER (object)->documents, g_ptr_array_unref);
  G_OBJECT_CLASS (khatt_search_provider_parent_class)->dispose (object);
}

static void
khatt_search_provider_class_init (KhattSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = khatt_search_provider_dispose;
}

static void
khatt_search_provider_init (KhattSearchProvider *self)
{
}

/**
 * khatt_search_provider_new:
 * @application: (transfer none): what opens what was found; outlives the provider
 *
 * Returns: a search provider
 */
KhattSearchProvider *
khatt_search_provider_new (GApplication *application)
{
  KhattSearchProvider *self = g_object_new (KHATT_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}

/**
 * khatt_search_provider_export:
 * @self: a search provider
 * @connection: a bus
 * @path: where on it
 * @error: return location for a #GError
 *
 * Returns: whether it can be asked now
 */
gboolean
khatt_search_provider_export (KhattSearchProvider *self,
                              GDBusConnection *connection,
                              const char *path,
                              GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, error);

  if (node == NULL)
    return FALSE;
  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0],
                                                          &table, self, NULL, error);
  return self->registration != 0;
}

/**
 * khatt_search_provider_unexport:
 * @self: a search provider
 * @connection: the bus it was exported on
 */
void
khatt_search_provider_unexport (KhattSearchProvider *self, GDBusConnection *connection)
{
  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
}
