/* SPDX-FileCopyrightText: 2026 The Khatt authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In the order in which ribbons stack and legends list them. */
typedef enum
{
  KHATT_KIND_CALL,
  KHATT_KIND_MEETING,
  KHATT_KIND_VISIT,
  KHATT_KIND_STATEMENT,
  KHATT_KIND_ANNOUNCEMENT,
  KHATT_KIND_MESSAGE,
  KHATT_KIND_AGREEMENT,
  KHATT_KIND_OFFER,
  KHATT_KIND_OTHER,
} KhattKind;
#define KHATT_N_KINDS (KHATT_KIND_OTHER + 1)

typedef enum
{
  KHATT_STATUS_HAPPENED,
  KHATT_STATUS_PLANNED,
  KHATT_STATUS_PROPOSED,
  KHATT_STATUS_CANCELLED,
  KHATT_STATUS_DENIED,
} KhattStatus;
#define KHATT_N_STATUSES (KHATT_STATUS_DENIED + 1)

typedef enum
{
  KHATT_ROLE_PARTICIPANT,
  KHATT_ROLE_INITIATOR,
  KHATT_ROLE_RECIPIENT,
  KHATT_ROLE_SENDER,
  KHATT_ROLE_BEARER,
  KHATT_ROLE_VISITOR,
  KHATT_ROLE_HOST,
  KHATT_ROLE_SPEAKER,
  KHATT_ROLE_ADDRESSEE,
} KhattRole;
#define KHATT_N_ROLES (KHATT_ROLE_ADDRESSEE + 1)
#define KHATT_ROLE_BITS 4
G_STATIC_ASSERT (KHATT_N_ROLES <= 1 << KHATT_ROLE_BITS);

/* The words of files ("call", "happened", "initiator"): never translated. */
const char *khatt_kind_get_name (KhattKind kind);
const char *khatt_status_get_name (KhattStatus status);
const char *khatt_role_get_name (KhattRole role);
gboolean khatt_kind_from_name (const char *name, KhattKind *kind);
gboolean khatt_status_from_name (const char *name, KhattStatus *status);
gboolean khatt_role_from_name (const char *name, KhattRole *role);

/* The words of people, translated: "Telephone call", "Planned", "Caller". */
const char *khatt_kind_get_label (KhattKind kind);
const char *khatt_status_get_label (KhattStatus status);
const char *khatt_role_get_label (KhattRole role, KhattKind kind);

/* NULL where there is none. */
const char *khatt_kind_get_cameo (KhattKind kind);
const char *khatt_kind_get_plover (KhattKind kind);

/* Whoever acts: initiator, sender, visitor, speaker. */
gboolean khatt_role_is_acting (KhattRole role);

G_END_DECLS
