/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The application: its command line, its windows, and the actions that belong to no window. */

#include "khatt-application.h"

#include <glib/gi18n-lib.h>

#include "khatt-appearance.h"
#include "khatt-assistance.h"
#include "khatt-date.h"
#include "khatt-format.h"
#include "khatt-help.h"
#include "khatt-motion.h"
#include "khatt-preferences-window.h"
#include "khatt-preferences.h"
#include "khatt-rehearsal.h"
#include "khatt-search-provider.h"
#include "khatt-ui.h"
#include "khatt-window.h"

#define EXIT_UNUSABLE 2
/* How long a window waits for what it is to show. */
#define PATIENCE_MS 150
/* How long a service without a window waits for the next question. */
#define SERVICE_PATIENCE_MS 60000

struct _KhattApplication
{
  AdwApplication parent_instance;

  KhattSearchProvider *search_provider;
  gboolean has_recovered;
};

G_DEFINE_FINAL_TYPE (KhattApplication, khatt_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "published", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_ ("The publication date of articles that do not say their own, as 2025-08-08"), N_ ("DATE") },
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"),
    NULL },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
    N_ ("[FILE…]") },
  { NULL },
};

static const struct
{
  const char *action;
  const char *keys[4];
} accelerators[] = {
  { "app.new-window", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export-picture", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.copy-image", { "<Control><Shift>c" } },
  { "win.new-event", { "<Control><Shift>n" } },
  { "win.duplicate-event", { "<Control><Shift>d" } },
  { "win.show-filters", { "F9" } },
  { "win.show-details", { "<Alt>Return" } },
  { "win.present", { "F5" } },
  { "win.present-again", { "<Shift>F5" } },
  { "win.record-scene", { "<Control><Shift>r" } },
  { "win.mode::timeline", { "<Control>1" } },
  { "win.mode::list", { "<Control>2" } },
  { "win.mode::article", { "<Control>3" } },
  { "win.mode::review", { "<Control>4" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.fit-all", { "<Control>0", "<Control>KP_0" } },
  { "win.go-to-date", { "<Control>l" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Control><Shift>g" } },
  { "win.bookmark", { "<Control>d" } },
  { "win.back", { "<Alt>Left" } },
  { "win.forward", { "<Alt>Right" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.shortcuts", { "<Control>question" } },
  { "app.help", { "F1" } },
};

static void
open_window (KhattApplication *self)
{
  gtk_window_present (GTK_WINDOW (khatt_window_new (GTK_APPLICATION (self))));
}

/* Not one that was shown before, or was closed meanwhile. */
static void
show_at_last (GtkWindow *window)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (window)) && gtk_window_get_application (window) != NULL)
    gtk_window_present (window);
}

static gboolean
patience_cb (gpointer window)
{
  show_at_last (window);
  return G_SOURCE_REMOVE;
}

/* A small document is there before anybody would see an empty window: that is not painted then. */
static void
show_when_loaded (KhattWindow *window)
{
  KhattDocument *document = khatt_window_get_document (window);
  g_autoptr (GSource) patience = NULL;

  if (!khatt_document_is_busy (document))
    {
      show_at_last (GTK_WINDOW (window));
      return;
    }
  g_signal_connect_object (document, "notify::is-busy", G_CALLBACK (show_at_last), window,
                           G_CONNECT_SWAPPED);
  /* Who closes the window before does not wait for it. */
  patience = g_timeout_source_new (PATIENCE_MS);
  g_source_set_closure (patience,
                        g_cclosure_new_object (G_CALLBACK (patience_cb), G_OBJECT (window)));
  g_source_attach (patience, NULL);
}

/* The window in front if nothing is in it yet, else a new one. */
static KhattWindow *
get_free_window (KhattApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (!KHATT_IS_WINDOW (window) || !khatt_window_is_free (KHATT_WINDOW (window)))
    return KHATT_WINDOW (khatt_window_new (GTK_APPLICATION (self)));
  return KHATT_WINDOW (window);
}

static void
open_together (KhattApplication *self, GListModel *files, const char *published)
{
  KhattWindow *window = get_free_window (self);

  khatt_window_open (window, files, published);
  show_when_loaded (window);
}

/* In the window that shows it or waits for it, if there is one. */
static KhattWindow *
open_timeline (KhattApplication *self, GFile *file, const char *published)
{
  KhattWindow *window = khatt_window_find (GTK_APPLICATION (self), file);
  g_autoptr (GListStore) files = NULL;

  if (window != NULL)
    return window;
  window = get_free_window (self);
  files = g_list_store_new (G_TYPE_FILE);
  g_list_store_append (files, file);
  khatt_window_open (window, G_LIST_MODEL (files), published);
  return window;
}

static void
show_timeline (KhattWindow *window)
{
  if (gtk_widget_get_visible (GTK_WIDGET (window)))
    gtk_window_present (GTK_WINDOW (window));
  else
    show_when_loaded (window);
}

static gboolean
is_opened (const KhattJournalInfo *info, GPtrArray *files)
{
  for (guint i = 0; info->uri && i < files->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (files, i));

      if (g_str_equal (uri, info->uri))
        return TRUE;
    }
  return FALSE;
}

/* What a crash left comes back when the program is next started, each document in a window; but
 * that of `files` when these are opened. */
static void
recover (KhattApplication *self, GPtrArray *files)
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) infos = NULL;

  if (self->has_recovered)
    return;
  self->has_recovered = TRUE;
  folder = khatt_document_dup_journal_folder ();
  infos = khatt_journal_find (folder);
  for (guint i = 0; i < infos->len; i++)
    {
      const KhattJournalInfo *info = g_ptr_array_index (infos, i);
      KhattWindow *window;

      if (is_opened (info, files))
        continue;
      window = get_free_window (self);
      khatt_window_recover (window, info, NULL);
      show_when_loaded (window);
    }
}

static gboolean
is_timeline_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const KhattFormat *format = name ? khatt_format_by_file_name (name) : NULL;

  return format && g_str_equal (format->name, "khatt");
}

/* A window for each timeline; the articles make one timeline together. */
static void
open_files (KhattApplication *self, GPtrArray *files, const char *published)
{
  g_autoptr (GListStore) articles = g_list_store_new (G_TYPE_FILE);

  recover (self, files);
  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = g_ptr_array_index (files, i);

      if (is_timeline_file (file))
        show_timeline (open_timeline (self, file, published));
      else
        g_list_store_append (articles, file);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (articles)) > 0)
    open_together (self, G_LIST_MODEL (articles), published);
}

static void
khatt_application_activate (GApplication *application)
{
  g_autoptr (GPtrArray) no_files = g_ptr_array_new ();
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window)
    gtk_window_present (window);
  else
    recover (KHATT_APPLICATION (application), no_files);
  if (!gtk_application_get_windows (GTK_APPLICATION (application)))
    open_window (KHATT_APPLICATION (application));
}

/* What was found from the desktop. */
static void
open_found (KhattApplication *self, GFile *file, const char *hint)
{
  KhattWindow *window = open_timeline (self, file, NULL);

  khatt_window_arrive (window, hint);
  show_timeline (window);
}

static void
khatt_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  if (n_files == 1 && *hint != '\0')
    {
      open_found (KHATT_APPLICATION (application), files[0], hint);
      return;
    }
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (array, files[i]);
  open_files (KHATT_APPLICATION (application), array, NULL);
}

static int
khatt_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const char *published = NULL;

  g_variant_dict_lookup (dict, "published", "&s", &published);
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names);
  for (gsize i = 0; names && names[i]; i++)
    g_ptr_array_add (files,
                     g_application_command_line_create_file_for_arg (command_line, names[i]));
  if (files->len > 0)
    open_files (KHATT_APPLICATION (application), files, published);
  else
    g_application_activate (application);
  return 0;
}

static int
khatt_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  g_autoptr (GError) error = NULL;
  const char *published;
  KhattDate date;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("khatt %s\n", KHATT_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (dict, "published", "&s", &published) &&
      !khatt_date_parse (published, -1, &date, &error))
    {
      g_printerr ("khatt: --published=%s: %s\n", published, error->message);
      return EXIT_UNUSABLE;
    }
  return -1;
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_window (user_data);
}

/* From the menu of the program's icon: there may be no window yet. */
static void
open_article_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  KhattWindow *window = get_free_window (user_data);

  gtk_window_present (GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (window), "open", NULL);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Each window may have something to ask. */
  for (GList *item = windows; item; item = item->next)
    if (KHATT_IS_WINDOW (item->data))
      gtk_window_close (item->data);
  g_list_free (windows);
}

/* Made when it is asked for: GTK would make one for each window that opens. */
static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/io/github/khatt/Khatt/khatt-help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, gtk_application_get_active_window (user_data));
  gtk_window_present (overlay);
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    khatt_help_show (window, NULL);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GSettings *settings = khatt_preferences_get_settings ();
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (settings != NULL)
    gtk_window_present (GTK_WINDOW (khatt_preferences_window_new (window, settings)));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *developers[] = { "The Khatt authors", NULL };

  adw_show_about_window (gtk_application_get_active_window (user_data), "application-name",
                         _ ("Khatt"), "application-icon", KHATT_APPLICATION_ID, "version",
                         KHATT_VERSION, "developer-name", _ ("The Khatt authors"), "developers",
                         developers, "copyright", _ ("© 2026 The Khatt authors"), "license-type",
                         GTK_LICENSE_GPL_3_0, "comments",
                         _ ("A line of time for news: who called, met, visited, wrote to and spoke "
                            "about whom, and when. Everything happens on your own machine."),
                         /* Translators: your names, one a line. */
                         "translator-credits", _ ("translator-credits"), NULL);
}

static void
khatt_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "new-window", .activate = new_window_action },
    { .name = "open-article", .activate = open_article_action },
    { .name = "quit", .activate = quit_action },
    { .name = "help", .activate = help_action },
    { .name = "preferences", .activate = preferences_action },
    { .name = "about", .activate = about_action },
    { .name = "shortcuts", .activate = shortcuts_action },
  };
  KhattApplication *self = KHATT_APPLICATION (application);
  GSettings *settings = khatt_preferences_get_settings ();

  khatt_ui_init ();
  khatt_rehearsal_begin ();
  /* GTK reads the theme of icons in a thread, and anew when it learns of another folder of them:
   * let libadwaita tell of its own at once, and GTK of none. */
  adw_init ();
  g_application_set_resource_base_path (application, NULL);
  G_APPLICATION_CLASS (khatt_application_parent_class)->startup (application);
  khatt_assistance_install ();
  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, SERVICE_PATIENCE_MS);
  khatt_appearance_install (gdk_display_get_default ());
  if (settings != NULL)
    khatt_motion_follow (gtk_settings_get_default (), settings);
  gtk_window_set_default_icon_name (KHATT_APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           (const char *const *) accelerators[i].keys);
}

static gboolean
khatt_application_dbus_register (GApplication *application,
                                 GDBusConnection *connection,
                                 const char *object_path,
                                 GError **error)
{
  KhattApplication *self = KHATT_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  return G_APPLICATION_CLASS (khatt_application_parent_class)
             ->dbus_register (application, connection, object_path, error) &&
         khatt_search_provider_export (self->search_provider, connection, path, error);
}

static void
khatt_application_dbus_unregister (GApplication *application,
                                   GDBusConnection *connection,
                                   const char *object_path)
{
  KhattApplication *self = KHATT_APPLICATION (application);

  khatt_search_provider_unexport (self->search_provider, connection);
  G_APPLICATION_CLASS (khatt_application_parent_class)
      ->dbus_unregister (application, connection, object_path);
}

static void
khatt_application_finalize (GObject *object)
{
  g_object_unref (KHATT_APPLICATION (object)->search_provider);
  G_OBJECT_CLASS (khatt_application_parent_class)->finalize (object);
}

static void
khatt_application_shutdown (GApplication *application)
{
  khatt_rehearsal_end ();
  G_APPLICATION_CLASS (khatt_application_parent_class)->shutdown (application);
}

static void
khatt_application_class_init (KhattApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = khatt_application_finalize;
  application_class->dbus_register = khatt_application_dbus_register;
  application_class->dbus_unregister = khatt_application_dbus_unregister;
  application_class->startup = khatt_application_startup;
  application_class->shutdown = khatt_application_shutdown;
  application_class->activate = khatt_application_activate;
  application_class->open = khatt_application_open;
  application_class->command_line = khatt_application_command_line;
  application_class->handle_local_options = khatt_application_handle_local_options;
}

static void
khatt_application_init (KhattApplication *self)
{
  self->search_provider = khatt_search_provider_new (G_APPLICATION (self));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("Draws who called, met and spoke about whom as a line of time."));
}

/**
 * khatt_application_new:
 * @flags: besides those the application always has, as %G_APPLICATION_NON_UNIQUE in tests
 *
 * Returns: a new application
 */
KhattApplication *
khatt_application_new (GApplicationFlags flags)
{
  return g_object_new (KHATT_TYPE_APPLICATION, "application-id", KHATT_APPLICATION_ID, "flags",
                       flags | G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
