/** Written by `npm run openapi`; a test fails where it is not what that would write. */
export interface paths {
    "/asyncapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What webhooks are sent, as AsyncAPI 3: a message for each type of fact
         * @description What webhooks are sent, as AsyncAPI 3: a message for each type of fact.
         */
        get: operations["asyncapi_describe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process lives
         * @description The process lives; it says nothing of what it needs.
         */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures for Prometheus
         * @description For this machine alone, unless METRICS_TOKEN is set: then for whoever sends `Authorization: Bearer <token>`.
         */
        get: operations["metrics_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/process.schema.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a process is written, as JSON Schema 2020-12
         * @description How a process is written, as JSON Schema 2020-12; editors can be pointed at it.
         */
        get: operations["processschema_schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests can be served: the database answers, its schema is the expected one, no shutdown is under way
         * @description Requests can be served: the database answers, its schema is the expected one, no shutdown is under way.
         */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agreements in force, those to be renewed, and the functions that have none
         * @description The agreements in force, those to be renewed, and the functions that have none.
         */
        get: operations["agreements_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/agreements/{function}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Makes an agreement with a function, or replaces the one there is
         * @description Makes an agreement with a function, or replaces the one there is.
         */
        put: operations["agreements_replace"];
        post?: never;
        /**
         * Ends an agreement
         * @description Ends an agreement.
         */
        delete: operations["agreements_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys of the workspace, without their secrets, which nobody has
         * @description The keys of the workspace, without their secrets, which nobody has.
         */
        get: operations["apikeys_list"];
        put?: never;
        /**
         * Makes a key for a person
         * @description Makes a key for a person. Only a hash of it is kept.
         */
        post: operations["apikeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes a key
         * @description Revokes a key; it opens nothing from the next request on.
         */
        delete: operations["apikeys_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest checkpoint
         * @description The newest checkpoint. `Accept: text/plain` asks for the bare signed note, to be kept.
         */
        get: operations["checkpoints_newest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/checkpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every checkpoint, the smallest tree first
         * @description Every checkpoint, the smallest tree first.
         */
        get: operations["checkpoints_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That a larger tree begins with a smaller one, so that nothing was changed or taken away, as RFC 6962 proves it
         * @description That a larger tree begins with a smaller one, so that nothing was changed or taken away, as RFC 6962 proves it.
         */
        get: operations["proofs_consistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every trail of the workspace with the state it should lead to, as JSON lines, for `baton verify`
         * @description Every trail of the workspace with the state it should lead to, as JSON lines, for `baton verify`.
         */
        get: operations["audit_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that checkpoints are and were signed with, under the name of this workspace's tree
         * @description The keys that checkpoints are and were signed with, under the name of this workspace's tree; the first one first.
         */
        get: operations["checkpoints_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That a row of a trail is a leaf of the tree, as RFC 6962 proves it
         * @description That a row of a trail is a leaf of the tree, as RFC 6962 proves it.
         */
        get: operations["proofs_inclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Opens a session for whoever comes back from the issuer, and sends them on
         * @description Opens a session for whoever comes back from the issuer, and sends them on.
         */
        get: operations["signin_finish"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in with this browser, and until when
         * @description Who is signed in with this browser, and until when.
         */
        get: operations["session_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sends a browser to the issuer, to come back to `/v1/auth/callback`
         * @description Sends a browser to the issuer, to come back to `/v1/auth/callback`.
         */
        get: operations["signin_begin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends the session of the browser
         * @description Ends the session of the browser. Where there is none, nothing happens.
         */
        post: operations["signin_signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/blockers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What stands in the way of the workspace's items, oldest first
         * @description What stands in the way of the workspace's items, oldest first.
         */
        get: operations["blockers_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries of all endpoints by the ids of their messages, which begin with the millisecond that they are from: with `status=dead`, what was given up and can be replayed
         * @description Deliveries of all endpoints by the ids of their messages, which begin with the millisecond that they are from: with `status=dead`, what was given up and can be replayed.
         */
        get: operations["deliveries_listAll"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in the workspace, in one order without gaps: the events that webhooks deliver, under the same ids
         * @description What happened in the workspace, in one order without gaps: the events that webhooks deliver, under the same ids. A page may be empty where none of 2,000 events passes the filter; its `nextCursor` goes on behind them.
         */
        get: operations["events_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as server-sent events, as they happen: `id` is the event's id, `event` its type, `data` its body
         * @description The same as server-sent events, as they happen: `id` is the event's id, `event` its type, `data` its body. Who comes back with `Last-Event-ID` misses nothing; an id without an event moves it over what was filtered out. A stream ends when its key does, at the next event or heartbeat, and when the process stops: clients connect again by themselves.
         */
        get: operations["eventstream_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/glossary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Terms in the order of their making
         * @description Terms in the order of their making.
         */
        get: operations["glossary_list"];
        put?: never;
        /**
         * Adds a term, by regional people for the locales they cover and by enablement
         * @description Adds a term, by regional people for the locales they cover and by enablement.
         */
        post: operations["glossary_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/glossary/{termId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One term with its words
         * @description One term with its words.
         */
        get: operations["glossary_read"];
        put?: never;
        post?: never;
        /**
         * Takes a term away
         * @description Takes a term away. Its history stays.
         */
        delete: operations["glossary_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the words of a term
         * @description Changes the words of a term; its locales stay, since they are what it is a term of.
         */
        patch: operations["glossary_change"];
        trace?: never;
    };
    "/v1/glossary/{termId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a term: who, when, and what it was before and after, oldest first
         * @description What happened to a term: who, when, and what it was before and after, oldest first; also once it was taken away.
         */
        get: operations["glossary_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/glossary/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All terms of some locales as CSV, a row for each word, which can be imported as it is
         * @description All terms of some locales as CSV, a row for each word, which can be imported as it is.
         */
        get: operations["glossary_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/glossary/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds and changes the terms of a file: a row for each word, with the columns source_locale, target_locale, source, target, status and, where they matter, case_sensitive and note
         * @description Adds and changes the terms of a file: a row for each word, with the columns source_locale, target_locale, source, target, status and, where they matter, case_sensitive and note; 5,000 rows at most. All of it or, with every fault and its line, nothing; terms that the file does not have stay.
         */
        post: operations["glossary_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Goals in the order of their creation
         * @description Goals in the order of their creation.
         */
        get: operations["goals_list"];
        put?: never;
        /**
         * Drafts a goal
         * @description Drafts a goal. It may still be vague; `findings` says what stands between it and its activation.
         */
        post: operations["goals_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals/{goalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One goal with what makes it vague and, once closed, what it came to
         * @description One goal with what makes it vague and, once closed, what it came to.
         */
        get: operations["goals_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a draft
         * @description Changes a draft; of an active goal only sponsor, contributions and conflicts, since what it promises stands.
         */
        patch: operations["goals_change"];
        trace?: never;
    };
    "/v1/goals/{goalId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a goal count
         * @description Makes a goal count; refused with every finding that blocks as long as there is one.
         */
        post: operations["goals_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals/{goalId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends an active goal with what was reached and learned
         * @description Ends an active goal with what was reached and learned; `result` compares it with the target.
         */
        post: operations["goals_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/goals/{goalId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what of a goal, and when, oldest first
         * @description Who changed what of a goal, and when, oldest first.
         */
        get: operations["goals_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handoffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Batons that were passed, or were not, in the order in which that was settled
         * @description Batons that were passed, or were not, in the order in which that was settled.
         */
        get: operations["handoffs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/handoffs/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many hand-offs went as the process says, and how many past it
         * @description How many hand-offs went as the process says, and how many past it.
         */
        get: operations["handoffs_counts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items in the order of their creation
         * @description Items in the order of their creation.
         */
        get: operations["items_list"];
        put?: never;
        /**
         * Creates an item in the first stage of its process
         * @description Creates an item in the first stage of its process.
         */
        post: operations["items_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One item with its open tasks and what the caller may do
         * @description One item with its open tasks and what the caller may do. The ETag is that of the item: what one caller may do changes without it where their memberships do.
         */
        get: operations["items_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes title, facets, owner or locales
         * @description Changes title, facets, owner or locales.
         */
        patch: operations["items_describe"];
        trace?: never;
    };
    "/v1/items/{itemId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The attachments of an item, oldest first
         * @description The attachments of an item, oldest first.
         */
        get: operations["attachments_list"];
        put?: never;
        /**
         * Attaches a file, sent as it is
         * @description Attaches a file, sent as it is. The same bytes under the same name again change nothing.
         */
        post: operations["attachments_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The file as it was sent, or a part of it
         * @description The file as it was sent, or a part of it.
         */
        get: operations["attachments_download"];
        put?: never;
        post?: never;
        /**
         * Takes an attachment off the item
         * @description Takes an attachment off the item. Its bytes stay, since the trail names them.
         */
        delete: operations["attachments_detach"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/available-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The events of the item's stage for the caller, each blocked one with its reasons
         * @description The events of the item's stage for the caller, each blocked one with its reasons.
         */
        get: operations["items_available"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/blockers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says what keeps an item from going on, whatever its stage
         * @description Says what keeps an item from going on, whatever its stage.
         */
        post: operations["blockers_block"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/blockers/{blockerId}/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a blocker away
         * @description Takes a blocker away.
         */
        post: operations["blockers_clear"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an edit changed, as an editor weighs it: a typo, something minor, or something of substance
         * @description What an edit changed, as an editor weighs it: a typo, something minor, or something of substance.
         */
        get: operations["changes_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The comments of an item, oldest first
         * @description The comments of an item, oldest first.
         */
        get: operations["comments_list"];
        put?: never;
        /**
         * Comments on an item or on a section of its text
         * @description Comments on an item or on a section of its text.
         */
        post: operations["comments_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/comments/{commentId}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that a comment is settled
         * @description Says that a comment is settled.
         */
        post: operations["comments_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends an event through the item's process
         * @description Sends an event through the item's process.
         */
        post: operations["items_event"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The trail of an item: who sent what, when, and what it led to, oldest first
         * @description The trail of an item: who sent what, when, and what it led to, oldest first.
         */
        get: operations["history_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What publishing a revision of that class would do to the variants, to trainings on it and to theirs, decided by what decides the publication itself
         * @description What publishing a revision of that class would do to the variants, to trainings on it and to theirs, decided by what decides the publication itself; edits that are pending already count too. Changes nothing.
         */
        get: operations["impact_impact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/leverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the memory spares whoever translates a variant, in units and words: known in context (101), exact (100), repeated, similar (95, 85, 75 and up), changed since it was translated, and new
         * @description What the memory spares whoever translates a variant, in units and words: known in context (101), exact (100), repeated, similar (95, 85, 75 and up), changed since it was translated, and new.
         */
        get: operations["memory_leverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an item depends on, and what depends on it
         * @description What an item depends on, and what depends on it.
         */
        get: operations["links_list"];
        put?: never;
        /**
         * Ties an item to another that it depends on
         * @description Ties an item to another that it depends on; no chain of links may lead back.
         */
        post: operations["links_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/links/{link}/{to}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a link away
         * @description Takes a link away.
         */
        delete: operations["links_unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts an item into any stage, past its process
         * @description Puts an item into any stage, past its process; by enablement, and counted as ad hoc.
         */
        post: operations["items_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/po": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The segments of a variant as a gettext file, for whoever has nothing else
         * @description The segments of a variant as a gettext file, for whoever has nothing else; codes are written as tags.
         */
        get: operations["po_export"];
        put?: never;
        /**
         * Brings a translated gettext file of this variant in
         * @description Brings a translated gettext file of this variant in. The same file again changes nothing.
         */
        post: operations["po_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publishes a source and its variants at one moment, all of them or none, which is 409 with the results
         * @description Publishes a source and its variants at one moment, all of them or none, which is 409 with the results. Each is published by the caller's own right: tasks that the caller may claim are claimed on the way, all others are refused.
         */
        post: operations["release_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The revisions of an item, oldest first, without their texts
         * @description The revisions of an item, oldest first, without their texts.
         */
        get: operations["revisions_list"];
        put?: never;
        /**
         * Writes a new revision of the body
         * @description Writes a new revision of the body. The text that is already current changes nothing.
         */
        post: operations["revisions_write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/revisions/{revision}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One revision with its text, by number, by digest, or `current`
         * @description One revision with its text, by number, by digest, or `current`.
         */
        get: operations["revisions_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The segments of a variant in the order of its source, the title first
         * @description The segments of a variant in the order of its source, the title first.
         */
        get: operations["segments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Translates, judges or annotates segments: all that are sent, or none
         * @description Translates, judges or annotates segments: all that are sent, or none.
         */
        patch: operations["segments_edit"];
        trace?: never;
    };
    "/v1/items/{itemId}/segments/{key}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a segment was before, newest first
         * @description What a segment was before, newest first; at most the last 200 changes.
         */
        get: operations["segments_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/segments/{key}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the memory of the workspace has for a segment, and the machine where it is asked
         * @description What the memory of the workspace has for a segment, and the machine where it is asked.
         */
        get: operations["proposals_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/segments/pretranslate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fills what nobody has translated with proposals of the memory, and of the machine where it is asked
         * @description Fills what nobody has translated with proposals of the memory, and of the machine where it is asked.
         */
        post: operations["proposals_pretranslate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/why-not": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every reason why an event would be refused to somebody, by the very rules that it is decided by
         * @description Every reason why an event would be refused to somebody, by the very rules that it is decided by.
         */
        get: operations["whynot_whyNot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/{itemId}/xliff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The segments of a variant as an XLIFF file, for any CAT tool
         * @description The segments of a variant as an XLIFF file, for any CAT tool.
         */
        get: operations["xliff_export"];
        put?: never;
        /**
         * Brings a translated XLIFF file of this variant in
         * @description Brings a translated XLIFF file of this variant in. The same file again changes nothing.
         */
        post: operations["xliff_importOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/items/bulk-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends up to 500 events, each decided on what those before it lead to, with a result for each
         * @description Sends up to 500 events, each decided on what those before it lead to, with a result for each; one that is refused does not hinder the others. With `together` it is every event or none, and 409 with the results where none was done. The whole call is one transaction, done once for each Idempotency-Key; a dry run takes and keeps no key.
         */
        post: operations["bulk_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items × locales: how fresh each locale is, since when, and what is left to do
         * @description Items × locales: how fresh each locale is, since when, and what is left to do.
         */
        get: operations["matrix_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matrix/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Passes the open tasks of locales on to one person, each by the rules of passing one on
         * @description Passes the open tasks of locales on to one person, each by the rules of passing one on.
         */
        post: operations["matrix_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matrix/request-update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for an update of locales that are published, and opens required ones that are missing, each by the rules of the single event
         * @description Asks for an update of locales that are published, and opens required ones that are missing, each by the rules of the single event.
         */
        post: operations["matrix_requestUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matrix/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same by locale, over all pages
         * @description The same by locale, over all pages.
         */
        get: operations["matrix_totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/matrix/xliff.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The segments of locales as a zip, one XLIFF file a pair of languages
         * @description The segments of locales as a zip, one XLIFF file a pair of languages; it comes back whole to `POST /v1/xliff`.
         */
        post: operations["matrix_xliff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who the key, token or session stands for, and what it may be used for
         * @description Who the key, token or session stands for, and what it may be used for.
         */
        get: operations["me_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/memory/tmx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The translation memory of two languages as TMX 1.4b: approved translations, each with the texts around it
         * @description The translation memory of two languages as TMX 1.4b: approved translations, each with the texts around it.
         */
        get: operations["memory_tmx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of the workspace and what they work in
         * @description The people of the workspace and what they work in.
         */
        get: operations["people_list"];
        put?: never;
        /**
         * Adds a person with what they work in
         * @description Adds a person with what they work in.
         */
        post: operations["people_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One person with what they work in
         * @description One person with what they work in.
         */
        get: operations["people_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renames, deactivates or reactivates a person
         * @description Renames, deactivates or reactivates a person.
         */
        patch: operations["people_change"];
        trace?: never;
    };
    "/v1/people/{personId}/absence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When somebody is out of office, and who acts in their place
         * @description When somebody is out of office, and who acts in their place.
         */
        get: operations["absences_read"];
        /**
         * Says when somebody is out of office
         * @description Says when somebody is out of office; by themselves or by enablement. It takes the place of what was said before.
         */
        put: operations["absences_set"];
        post?: never;
        /**
         * Is back: from the next request on nobody acts in their place
         * @description Is back: from the next request on nobody acts in their place.
         */
        delete: operations["absences_clear"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forgets with which account of the issuer a person signs in, and ends what they are signed in to
         * @description Forgets with which account of the issuer a person signs in, and ends what they are signed in to. Who next signs in with their verified e-mail address is them.
         */
        delete: operations["personaccess_unlink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/memberships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a person another function, narrowed to a region or locale where that matters
         * @description Gives a person another function, narrowed to a region or locale where that matters.
         */
        post: operations["people_addMembership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/memberships/{membershipId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a function away
         * @description Takes a function away; it counts from the person's next request on.
         */
        delete: operations["people_removeMembership"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{personId}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends every session of a person
         * @description Ends every session of a person; keys and tokens stay as they are.
         */
        delete: operations["personaccess_endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-migrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The runs of the workspace, the newest first
         * @description The runs of the workspace, the newest first.
         */
        get: operations["processmigrations_list"];
        put?: never;
        /**
         * Tells what a migration would do (200), or with `dryRun: false` starts it (202)
         * @description Tells what a migration would do (200), or with `dryRun: false` starts it (202).
         */
        post: operations["processmigrations_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-migrations/{migrationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run and how far it got
         * @description A run and how far it got.
         */
        get: operations["processmigrations_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-migrations/{migrationId}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Chooses for items that need it, maps further stages, and lets the run come to all again that it set aside
         * @description Chooses for items that need it, maps further stages, and lets the run come to all again that it set aside.
         */
        post: operations["processmigrations_choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-migrations/{migrationId}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The items that a run did not bring over, each with its reason
         * @description The items that a run did not bring over, each with its reason.
         */
        get: operations["processmigrations_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/process-migrations/{migrationId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops a run
         * @description Stops a run. What was migrated stays so; what is left can be gone on with by sending choices, or none.
         */
        post: operations["processmigrations_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process versions of the workspace
         * @description The process versions of the workspace.
         */
        get: operations["processes_list"];
        put?: never;
        /**
         * Stores a process as a draft (201)
         * @description Stores a process as a draft (201). The same one again changes nothing (200).
         */
        post: operations["processlife_deploy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{process}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A process as JSON, by digest, or by id for its active version
         * @description A process as JSON, by digest, or by id for its active version.
         */
        get: operations["processes_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{process}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks a version once more and lets new items begin with it
         * @description Checks a version once more and lets new items begin with it; the active one of the same process is retired by it.
         */
        post: operations["processlife_activate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{process}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks a version against today's staffing and keeps what was found
         * @description Checks a version against today's staffing and keeps what was found.
         */
        post: operations["processlife_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{process}/diff/{other}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What another version changed, in sentences
         * @description What another version changed, in sentences.
         */
        get: operations["processes_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{process}/mermaid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A process as a Mermaid state diagram
         * @description A process as a Mermaid state diagram.
         */
        get: operations["processes_mermaid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{process}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a version out of use: new items refuse it, those that are pinned to it go on
         * @description Takes a version out of use: new items refuse it, those that are pinned to it go on.
         */
        post: operations["processlife_retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/{process}/svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A process as a picture
         * @description A process as a picture.
         */
        get: operations["processes_svg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/processes/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks a process against today's staffing without keeping anything
         * @description Checks a process against today's staffing without keeping anything.
         */
        post: operations["processlife_checkSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/published": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is out, in the order of creation, with the locales in which it can be read
         * @description What is out, in the order of creation, with the locales in which it can be read.
         */
        get: operations["published_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/published/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A text as it was last published or delivered, in the language that suits the reader best: first what is asked for, cut from its end until it is there (RFC 4647 lookup), then another locale of the same language and script, then the language of the source
         * @description A text as it was last published or delivered, in the language that suits the reader best: first what is asked for, cut from its end until it is there (RFC 4647 lookup), then another locale of the same language and script, then the language of the source. `Accept: text/markdown` asks for the bare text. What was withdrawn is 410, with what replaces it, where something does.
         */
        get: operations["published_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/published/{slug}/scorm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A delivered training as a SCORM 1.2 package for a learning system, in the language that suits best, as above
         * @description A delivered training as a SCORM 1.2 package for a learning system, in the language that suits best, as above. The same text gives the same bytes.
         */
        get: operations["published_scorm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tasks in the order in which they were opened
         * @description Tasks in the order in which they were opened.
         */
        get: operations["tasks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One task with its item
         * @description One task with its item.
         */
        get: operations["tasks_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/advise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers a question that the caller's function is asked
         * @description Answers a question that the caller's function is asked.
         */
        post: operations["tasks_advise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts a task that is offered to one of the caller's functions, confirming its entry checklist
         * @description Accepts a task that is offered to one of the caller's functions, confirming its entry checklist; of all who ask, one gets it.
         */
        post: operations["tasks_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives the baton back to the stage that it came from, with a reason
         * @description Gives the baton back to the stage that it came from, with a reason.
         */
        post: operations["tasks_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/delegate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Passes a task on to one person, who accepts it by claiming
         * @description Passes a task on to one person, who accepts it by claiming.
         */
        post: operations["tasks_delegate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Offers a claimed task again
         * @description Offers a claimed task again.
         */
        post: operations["tasks_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{taskId}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts the accountable function's name under the text as it stands
         * @description Puts the accountable function's name under the text as it stands.
         */
        post: operations["tasks_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/bulk-assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Passes up to 500 tasks on to one person, each by the rules by which one is passed on alone
         * @description Passes up to 500 tasks on to one person, each by the rules by which one is passed on alone.
         */
        post: operations["bulktasks_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/bulk-claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accepts up to 500 tasks at once, those that are named or the oldest that a filter finds, with a result for each
         * @description Accepts up to 500 tasks at once, those that are named or the oldest that a filter finds, with a result for each; one that is refused does not hinder the others. The whole call is one transaction, done once for each Idempotency-Key; a dry run takes and keeps no key.
         */
        post: operations["bulktasks_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/taxonomies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The taxonomies that items are described by, one for each facet
         * @description The taxonomies that items are described by, one for each facet.
         */
        get: operations["taxonomies_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/taxonomies/{taxonomy}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The terms of a taxonomy with the number of items that carry each, and the words in use that are no term
         * @description The terms of a taxonomy with the number of items that carry each, and the words in use that are no term.
         */
        get: operations["taxonomies_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Opens a taxonomy to words that are no term, or closes it
         * @description Opens a taxonomy to words that are no term, or closes it. What items carry already stays.
         */
        patch: operations["taxonomies_change"];
        trace?: never;
    };
    "/v1/taxonomies/{taxonomy}/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a term
         * @description Adds a term; for enablement, and for the function that is to keep it.
         */
        post: operations["terms_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/taxonomies/{taxonomy}/terms/{term}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes what a term is called, means or stands for, or hands it to another function
         * @description Changes what a term is called, means or stands for, or hands it to another function.
         */
        patch: operations["terms_change"];
        trace?: never;
    };
    "/v1/taxonomies/{taxonomy}/terms/{term}/deprecate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a term out of new use
         * @description Takes a term out of new use. What carries it keeps it; a successor is named to whoever still asks for it.
         */
        post: operations["termstatus_deprecate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/taxonomies/{taxonomy}/terms/{term}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a term since it was made or seeded: who, when and what, oldest first
         * @description What happened to a term since it was made or seeded: who, when and what, oldest first.
         */
        get: operations["terms_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/taxonomies/{taxonomy}/terms/{term}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merges a term into another and re-tags every item that carries it, all at once or not at all
         * @description Merges a term into another and re-tags every item that carries it, all at once or not at all.
         */
        post: operations["termstatus_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/taxonomies/{taxonomy}/terms/{term}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings a deprecated term back into use
         * @description Brings a deprecated term back into use.
         */
        post: operations["termstatus_reactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Endpoints in the order of their creation
         * @description Endpoints in the order of their creation.
         */
        get: operations["endpoints_list"];
        put?: never;
        /**
         * Makes an endpoint, which is told of the facts that happen from now on
         * @description Makes an endpoint, which is told of the facts that happen from now on. The secret that verifies is shown this once.
         */
        post: operations["endpoints_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One endpoint: how it has been answering, and which secrets sign for it
         * @description One endpoint: how it has been answering, and which secrets sign for it.
         */
        get: operations["endpoints_read"];
        put?: never;
        post?: never;
        /**
         * Takes an endpoint away, with its secrets and the log of its deliveries
         * @description Takes an endpoint away, with its secrets and the log of its deliveries.
         */
        delete: operations["endpoints_remove"];
        options?: never;
        head?: never;
        /**
         * Changes where an endpoint is and what it is told
         * @description Changes where an endpoint is and what it is told; what waits for it goes to the new address.
         */
        patch: operations["endpoints_change"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries of one endpoint by the ids of their messages, which begin with the millisecond that they are from
         * @description Deliveries of one endpoint by the ids of their messages, which begin with the millisecond that they are from.
         */
        get: operations["deliveries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with its bytes and what came of every attempt
         * @description One delivery with its bytes and what came of every attempt.
         */
        get: operations["deliveries_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries/{messageId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one delivery again, with the same id and the same bytes
         * @description Sends one delivery again, with the same id and the same bytes.
         */
        post: operations["deliveries_replayOne"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops all sending
         * @description Stops all sending; what happens meanwhile is kept for it.
         */
        post: operations["endpointlife_disable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends to it again, beginning with what it missed unless it says otherwise
         * @description Sends to it again, beginning with what it missed unless it says otherwise.
         */
        post: operations["endpointlife_enable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a message of the type `webhook_endpoint.pinged` to this endpoint alone
         * @description Sends a message of the type `webhook_endpoint.pinged` to this endpoint alone; `Location` says what came of it.
         */
        post: operations["endpointlife_ping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends many again: all that was given up, some messages, what came after a fact, or what happened in a window
         * @description Sends many again: all that was given up, some messages, what came after a fact, or what happened in a window.
         */
        post: operations["deliveries_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new secret, shown this once
         * @description Makes a new secret, shown this once. The ones before sign beside it for a while, so that no delivery is refused; with `overlapHours: 0` they end at once. 409 where five sign already.
         */
        post: operations["endpointlife_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has how much to do, who could take how much, and what nobody has taken on
         * @description Who has how much to do, who could take how much, and what nobody has taken on. With a filter, only tasks that fit it count, and only people are listed who work in that or hold such tasks.
         */
        get: operations["workload_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/xliff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Brings an XLIFF file of any number of variants in, each by a change of its own
         * @description Brings an XLIFF file of any number of variants in, each by a change of its own.
         */
        post: operations["xliff_importAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AbsenceBody: {
            /**
             * Format: uuid
             * @description who acts in the place of the absent person
             */
            delegateId: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            startsAt: string;
        };
        AbsenceNow: {
            /** Format: uuid */
            delegateId: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: date-time */
            startsAt: string;
        };
        AbsenceView: {
            /**
             * Format: uuid
             * @description who acts in the place of the absent person
             */
            delegateId: string;
            /** Format: date-time */
            endsAt: string;
            /** Format: uuid */
            personId: string;
            /** Format: uuid */
            setBy: string;
            /** Format: date-time */
            startsAt: string;
        };
        ActingMembership: {
            /**
             * @description the part of the organization, in its own words
             * @example cloud
             */
            division?: string | null;
            /** @enum {string} */
            function: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /**
             * @description a BCP 47 language range: de covers de-DE
             * @example de
             */
            locale?: string | null;
            /**
             * Format: uuid
             * @description the absent person in whose place it is held
             */
            onBehalfOf?: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            region?: string | null;
        };
        ActivityLoad: {
            activity: string;
            /** Format: int64 */
            count: number;
        };
        AdviceBody: {
            comment?: string;
            /**
             * @description an objection says why in its comment
             * @default false
             */
            objects?: boolean;
        };
        AgreementBody: {
            /** @enum {string} */
            cadence: "weekly" | "fortnightly" | "monthly" | "quarterly" | "on_demand";
            /**
             * Format: date
             * @description the last day on which it holds without being renewed; null: until further notice
             * @example 2027-06-30
             */
            deadline?: string | null;
            /**
             * @description how the two work together
             * @enum {string}
             */
            mode: "meeting" | "async" | "embedded";
            /** @example Launch messages reach sellers with the launch. */
            purpose: string;
        };
        AgreementsView: {
            agreements: components["schemas"]["AgreementView"][];
            /** @description functions without an agreement */
            functionsWithout: components["schemas"]["FunctionWithoutView"][];
        };
        AgreementView: {
            /** @enum {string} */
            cadence: "weekly" | "fortnightly" | "monthly" | "quarterly" | "on_demand";
            /** Format: date */
            deadline: string | null;
            /** @description the deadline has passed: renew it */
            due: boolean;
            /** @enum {string} */
            function: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /** @enum {string} */
            mode: "meeting" | "async" | "embedded";
            purpose: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: uuid */
            updatedBy: string;
        };
        ArrivalView: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            formality: "formal" | "informal" | "ad_hoc";
            /** @description null for a new item */
            from: string | null;
            giverId: string;
            /** @description for what the giver stood; null where no function stands behind it */
            standpoint: components["schemas"]["StandpointView"] | null;
        };
        AssignBody: {
            cells: components["schemas"]["CellReference"][];
            /**
             * @description only say what would come of it
             * @default false
             */
            dryRun?: boolean;
            /** Format: uuid */
            personId: string;
        };
        AttachmentView: {
            /** Format: date-time */
            addedAt: string;
            /** @description the person who attached it */
            addedBy: string;
            /** @description SHA-256 of the bytes, hex */
            digest: string;
            /** Format: uuid */
            id: string;
            /**
             * @description as the bytes show it
             * @example application/pdf
             */
            mediaType: string;
            name: string;
            /**
             * Format: int64
             * @description bytes
             */
            size: number;
        };
        AttemptView: {
            /** @description the one that was connected to */
            address: string | null;
            /** Format: date-time */
            at: string;
            detail: string | null;
            /**
             * Format: int64
             * @description milliseconds
             */
            durationMs: number;
            /** @description a stable code; null where the message was taken */
            error: string | null;
            /** Format: int64 */
            number: number;
            /** @description the beginning of the answer */
            responseBody: string | null;
            /** Format: int64 */
            statusCode: number | null;
        };
        AuditKeyView: {
            /** Format: date-time */
            activatedAt: string;
            /**
             * Format: int64
             * @description 1 for the first key of the installation
             */
            number: number;
            /** Format: date-time */
            retiredAt: string | null;
            /** @description the note in which the key before says that this one follows */
            statement: string | null;
            /** @description name+id+key, C2SP signed-note; pin it with verify --audit-key */
            verifier: string;
        };
        AvailableEventView: {
            /** @description nothing but the fields named in `requires` is missing */
            allowed: boolean;
            event: string;
            label: string;
            /** @description each rule that says no */
            reasons: components["schemas"]["ReasonView"][];
            /** @description fields that the event must bring */
            requires: string[];
        };
        BlockedItem: {
            /** Format: uuid */
            id: string;
            locale: string;
            slug: string;
            stage: string;
            title: string;
        };
        BlockerBody: {
            /** @enum {string} */
            category: "organization" | "competing_objective" | "budget" | "skill" | "tool_or_access";
            /** @description what is in the way */
            detail: string;
            /**
             * @description the function that has to clear it away
             * @enum {string}
             */
            ownerFunction?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /**
             * Format: uuid
             * @description who has to clear it away; this or ownerFunction
             */
            ownerId?: string;
        };
        BlockerView: {
            /** Format: date-time */
            at: string;
            by: string;
            /** @enum {string} */
            category: "organization" | "competing_objective" | "budget" | "skill" | "tool_or_access";
            detail: string;
            /** Format: uuid */
            id: string;
            /** @description who has to clear it away: `personId` or `function` */
            owner: {
                [key: string]: unknown;
            };
        };
        BulkAssignBody: {
            /** @description as where a task is passed on alone */
            comment?: string;
            /**
             * @description only say what would come of it; changes nothing
             * @default false
             */
            dryRun?: boolean;
            /** Format: uuid */
            personId: string;
            /** @description in this order; an item may have several */
            taskIds: string[];
        };
        BulkClaimBody: {
            /** @description keys of the entry checklist that are confirmed, for each of them */
            checked?: string[];
            /**
             * @description only say what would come of it; changes nothing
             * @default false
             */
            dryRun?: boolean;
            /** @description in the place of taskIds: tasks that the caller may claim, oldest first */
            filter?: components["schemas"]["ClaimFilter"];
            /**
             * Format: int32
             * @description with a filter: how many at most
             * @default 50
             */
            limit?: number;
            /** @description in this order; an item may have several */
            taskIds?: string[];
        };
        BulkEventBody: {
            comment?: string;
            /** @description approvals: the digest of the text that was seen; If-Match with a version says the same */
            digest?: string;
            /** Format: uuid */
            itemId: string;
            /**
             * @description enablement acts in the place of whose task it is, and says why in comment
             * @default false
             */
            override?: boolean;
            /**
             * Format: date-time
             * @description schedule: when to publish
             */
            publishAt?: string;
            /**
             * @description request_changes: why
             * @enum {string}
             */
            reasonCode?: "inaccurate" | "incomplete" | "unclear" | "off_brand" | "legal_risk" | "terminology" | "formatting" | "outdated" | "other";
            /**
             * @description request_changes: the stage to go back to
             * @example drafting
             */
            returnTo?: string;
            /**
             * @description one of the item's availableEvents
             * @example submit
             */
            type: string;
            /**
             * Format: int32
             * @description stands for If-Match: the version of the item as you saw it before the call, or the one that earlier events of the call lead to; left out, the event is decided on whatever version the item is at
             */
            version?: number;
        };
        BulkEventsBody: {
            /**
             * @description only say what would come of it; changes nothing
             * @default false
             */
            dryRun?: boolean;
            /** @description in this order; an item may occur several times */
            events: components["schemas"]["BulkEventBody"][];
            /**
             * @description a release set: every event or none, which is 409 with the results
             * @default false
             */
            together?: boolean;
        };
        BulkProblemView: {
            /** @description stable, snake_case */
            code: string;
            detail: string;
            /** @description each rule that said no */
            reasons: components["schemas"]["ReasonView"][];
        };
        BulkResultView: {
            /** Format: uuid */
            itemId: string;
            /** @description null where it was accepted */
            problem: components["schemas"]["BulkProblemView"] | null;
            /** @description accepted: the stage that the event led to; otherwise the one in which it found the item; null where there is none */
            stage: string | null;
            /**
             * Format: int64
             * @description as if the event had been sent alone; 424: it would have been accepted, but others of the set were not
             * @enum {integer}
             */
            status: 200 | 403 | 404 | 409 | 412 | 422 | 424;
            /**
             * Format: int64
             * @description of the item in that stage
             */
            version: number | null;
        };
        BulkView: {
            /** Format: int64 */
            accepted: number;
            dryRun: boolean;
            /**
             * Format: int64
             * @description all others
             */
            refused: number;
            /** @description in the order of the events */
            results: components["schemas"]["BulkResultView"][];
            together: boolean;
        };
        CellReference: {
            /**
             * Format: uuid
             * @description the source
             */
            itemId: string;
            /** @example de-DE */
            locale: string;
        };
        CellResultsView: {
            /** @description in the order of the cells */
            results: components["schemas"]["CellResultView"][];
        };
        CellResultView: {
            /**
             * Format: uuid
             * @description the source
             */
            itemId: string;
            locale: string;
            /**
             * @description opened: there was no variant; missing: there is no such item, or nothing to do it with
             * @enum {string}
             */
            outcome: "requested" | "assigned" | "refused" | "missing";
            /** @description refused: each rule that said no */
            reasons?: components["schemas"]["ReasonView"][];
            /** Format: uuid */
            variantId: string | null;
        };
        CellView: {
            /** @enum {string} */
            freshness: "missing" | "in_progress" | "up_to_date" | "out_of_date";
            /**
             * Format: uuid
             * @description the variant
             */
            itemId: string | null;
            /** @description null where nothing was begun */
            left: components["schemas"]["WorkLeftView"] | null;
            locale: string;
            /**
             * Format: date-time
             * @description out of date since
             */
            since: string | null;
            stage: string | null;
            /** Format: int64 */
            version: number | null;
        };
        ChangedParagraphView: {
            /** @description tagged text */
            after: string | null;
            /** @description tagged text */
            before: string | null;
            /** @description word by word */
            diff: components["schemas"]["DiffPartView"][];
        };
        ChangesView: {
            added: components["schemas"]["ParagraphView"][];
            changed: components["schemas"]["ChangedParagraphView"][];
            /** @description digest */
            from: string;
            removed: components["schemas"]["ParagraphView"][];
            /**
             * Format: int64
             * @description paragraphs that are what they were
             */
            same: number;
            /** @description digest */
            to: string;
            /**
             * Format: int64
             * @description words of the paragraphs that would have to be translated again
             */
            words: number;
        };
        CheckBody: {
            /**
             * @description the day or moment by which a goal wants an item out that begins now
             * @example 2027-03-31
             */
            goalDate?: string;
        };
        CheckpointView: {
            /** @description the signed note, C2SP tlog-checkpoint */
            note: string;
            /** @description base64 of 32 bytes */
            root: string;
            /** Format: date-time */
            signedAt: string;
            /**
             * Format: int64
             * @description leaves of the tree
             */
            size: number;
        };
        ChoicesBody: {
            /**
             * @description the stage of one item, by its id or slug
             * @example {
             *       "launch-tiers": "outlining"
             *     }
             */
            choices?: {
                [key: string]: string;
            };
            /**
             * @description by stage of the older version: the stage it leads to, or several to choose from; stages of the same name need no line
             * @example {
             *       "structuring": "outlining",
             *       "brief": [
             *         "intake",
             *         "outlining"
             *       ]
             *     }
             */
            stages?: {
                [key: string]: string | string[];
            };
        };
        ClaimableLoad: {
            /**
             * Format: int64
             * @description offered tasks that nobody else could claim
             */
            alone: number;
            /**
             * Format: int64
             * @description offered tasks that others could claim as well
             */
            withOthers: number;
        };
        ClaimBody: {
            /** @description keys of the entry checklist that are confirmed */
            checked?: string[];
        };
        ClaimedLoad: {
            byActivity: components["schemas"]["ActivityLoad"][];
            byLocale: components["schemas"]["LocaleLoad"][];
            /** Format: int64 */
            count: number;
            /** Format: date-time */
            oldestClaimedAt: string | null;
            /**
             * Format: int64
             * @description whose dueAt is over
             */
            overdue: number;
        };
        ClaimFilter: {
            /** @example translate */
            activity?: string;
            /** @enum {string} */
            function?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /** @example de-DE */
            locale?: string;
            /**
             * @description of a locale in this region
             * @example DE
             */
            region?: string;
            /**
             * @description the stage of the item
             * @example queued
             */
            stage?: string;
        };
        ClearBody: {
            comment?: string;
        };
        ClosingBody: {
            /**
             * Format: double
             * @description what was reached, in the unit of the goal
             * @example 24.5
             */
            actual: number;
            /** @description what was learned, in 20 characters or more */
            retrospective: string;
        };
        CodeView: {
            /**
             * Format: int64
             * @description the number in its tags
             */
            id: number;
            /** @enum {string} */
            kind: "pair" | "placeholder";
            /** @description a translation may do without it */
            optional: boolean;
            /**
             * @description what it writes into the body
             * @example [
             *       "[",
             *       "](/guide)"
             *     ]
             */
            original: string[];
            /** @example link */
            type: string;
        };
        CommentBody: {
            /**
             * @description asks to be resolved before the work goes on, where the process says so
             * @default false
             */
            mandatory?: boolean;
            /** @description ids of the people who are addressed */
            mentions?: string[];
            /**
             * @description the key of a section of the present text
             * @example pricing/discounts
             */
            section?: string;
            text: string;
        };
        CommentView: {
            authorId: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            mandatory: boolean;
            mentions: string[];
            /** Format: date-time */
            resolvedAt: string | null;
            resolvedBy: string | null;
            section: string | null;
            text: string;
        };
        ConsistencyView: {
            from: components["schemas"]["TreeHeadView"];
            /** @description RFC 6962 §2.1.2, base64 each */
            proof: string[];
            to: components["schemas"]["TreeHeadView"];
        };
        ContributionFields: {
            /** @example A battle card for each of the three competitors. */
            contribution: string;
            /** @enum {string} */
            function: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
        };
        CurrentRevision: {
            /** @description SHA-256 of the body, hex */
            digest: string;
            /** Format: int64 */
            number: number;
            /** @description in the order of the text */
            sections: components["schemas"]["SectionReference"][];
            /**
             * Format: int64
             * @description UTF-8 bytes
             */
            size: number;
        };
        DeclineBody: {
            /** @description what is missing, for whoever gets it back */
            comment: string;
            /** @enum {string} */
            reasonCode: "inaccurate" | "incomplete" | "unclear" | "off_brand" | "legal_risk" | "terminology" | "formatting" | "outdated" | "other";
            /** @description keys of the entry checklist that are not met */
            unmet?: string[];
        };
        DelegateBody: {
            /** @description required to name somebody who works in none of the functions of the task, which only enablement may */
            comment?: string;
            /** Format: uuid */
            personId: string;
        };
        DelegationView: {
            /** Format: date-time */
            at: string;
            by: string;
            /** @description for what it was passed on; null where no function stands behind it */
            standpoint: components["schemas"]["StandpointView"] | null;
            to: string;
        };
        DeliveryView: {
            /**
             * Format: int64
             * @description that were ever begun
             */
            attempts: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            endpointId: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            format: "standard" | "cloudevents";
            /**
             * Format: uuid
             * @description the `webhook-id`, and the id in the feed
             */
            messageId: string;
            /**
             * Format: date-time
             * @description null once it was delivered or given up
             */
            nextAttemptAt: string | null;
            /**
             * Format: int64
             * @description in the feed; null for a ping
             */
            position: number | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "dead";
            type: string;
        };
        DeliveryWithAttemptsView: {
            /**
             * Format: int64
             * @description that were ever begun
             */
            attempts: number;
            /** @description the frozen bytes of the fact */
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            endpointId: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @enum {string} */
            format: "standard" | "cloudevents";
            /** @description the newest first, 200 at most */
            log: components["schemas"]["AttemptView"][];
            /**
             * Format: uuid
             * @description the `webhook-id`, and the id in the feed
             */
            messageId: string;
            /**
             * Format: date-time
             * @description null once it was delivered or given up
             */
            nextAttemptAt: string | null;
            /**
             * Format: int64
             * @description in the feed; null for a ping
             */
            position: number | null;
            /** @enum {string} */
            status: "pending" | "delivered" | "dead";
            type: string;
        };
        DeprecationBody: {
            /** @description why */
            comment: string;
            /** @description the term to use in its place */
            successor?: string;
        };
        DescriptionBody: {
            /**
             * @example [
             *       "account_executive"
             *     ]
             */
            audience?: string[];
            /**
             * Format: uuid
             * @description the goal that it is made for
             */
            goalId?: string;
            /**
             * @example [
             *       "consideration"
             *     ]
             */
            journeyStage?: string[];
            /** @enum {string} */
            ownerFunction?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /** @example equip */
            purpose?: string;
            /**
             * @description locales in which publishing opens a variant
             * @example [
             *       "de-DE",
             *       "ja-JP"
             *     ]
             */
            requiredLocales?: string[];
            title?: string;
            /**
             * @description a content or training type; as in every facet, a synonym is replaced by its term
             * @example playbook
             */
            type?: string;
        };
        DifferencesView: {
            /** @description sentences; none: they are the same */
            differences: string[];
        };
        DiffPartView: {
            /** @enum {string} */
            kind: "same" | "added" | "removed";
            text: string;
        };
        EnableBody: {
            /**
             * @description whether what it missed is sent to it, or only what happens from now on
             * @default missed
             * @enum {string}
             */
            from?: "missed" | "now";
        };
        EndpointChangesBody: {
            description?: string;
            /**
             * @description of deliveries that are made from now on; those before keep their bytes
             * @enum {string}
             */
            format?: "standard" | "cloudevents";
            /**
             * @description types of facts, exact or like `item.*`; none: all of them
             * @example [
             *       "item.published",
             *       "task.*"
             *     ]
             */
            types?: string[];
            /**
             * @description https, without a user, a password or a fragment; nothing private
             * @example https://cms.example.com/hooks/baton
             */
            url?: string;
        };
        EndpointView: {
            /** Format: int64 */
            consecutiveFailures: number;
            /** Format: date-time */
            createdAt: string;
            description: string;
            /**
             * @description gone: it answered 410; failing: nothing was taken for five days
             * @enum {string|null}
             */
            disabledBecause: "gone" | "failing" | "manual" | null;
            /** Format: date-time */
            failingSince: string | null;
            /** @enum {string} */
            format: "standard" | "cloudevents";
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description nothing is sent before
             */
            pausedUntil: string | null;
            secrets: components["schemas"]["SecretView"][];
            /**
             * @description degraded: it fails, and is tried with one delivery at a time
             * @enum {string}
             */
            status: "active" | "degraded" | "disabled";
            /**
             * @description types of facts, exact or like `item.*`; none: all of them
             * @example [
             *       "item.published",
             *       "task.*"
             *     ]
             */
            types: string[];
            /** Format: date-time */
            updatedAt: string;
            url: string;
            /** Format: int64 */
            version: number;
        };
        EndpointWithSecretView: {
            /** Format: int64 */
            consecutiveFailures: number;
            /** Format: date-time */
            createdAt: string;
            description: string;
            /**
             * @description gone: it answered 410; failing: nothing was taken for five days
             * @enum {string|null}
             */
            disabledBecause: "gone" | "failing" | "manual" | null;
            /** Format: date-time */
            failingSince: string | null;
            /** @enum {string} */
            format: "standard" | "cloudevents";
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description nothing is sent before
             */
            pausedUntil: string | null;
            /**
             * @description the secret that verifies, shown this once; null when the answer is repeated under an Idempotency-Key
             * @example whsec_…
             */
            secret: string | null;
            secrets: components["schemas"]["SecretView"][];
            /**
             * @description degraded: it fails, and is tried with one delivery at a time
             * @enum {string}
             */
            status: "active" | "degraded" | "disabled";
            /**
             * @description types of facts, exact or like `item.*`; none: all of them
             * @example [
             *       "item.published",
             *       "task.*"
             *     ]
             */
            types: string[];
            /** Format: date-time */
            updatedAt: string;
            url: string;
            /** Format: int64 */
            version: number;
        };
        EventBody: {
            comment?: string;
            /** @description approvals: the digest of the text that was seen; If-Match with a version says the same */
            digest?: string;
            /**
             * @description enablement acts in the place of whose task it is, and says why in comment
             * @default false
             */
            override?: boolean;
            /**
             * Format: date-time
             * @description schedule: when to publish
             */
            publishAt?: string;
            /**
             * @description request_changes: why
             * @enum {string}
             */
            reasonCode?: "inaccurate" | "incomplete" | "unclear" | "off_brand" | "legal_risk" | "terminology" | "formatting" | "outdated" | "other";
            /**
             * @description request_changes: the stage to go back to
             * @example drafting
             */
            returnTo?: string;
            /**
             * @description one of the item's availableEvents
             * @example submit
             */
            type: string;
        };
        EventPage: {
            /** @description false: this is the end of the feed at the moment */
            hasMore: boolean;
            items: components["schemas"]["EventView"][];
            /** @description for `after`, also behind an empty page */
            nextCursor: string;
        };
        EventView: {
            /** @description as in its deliveries: `subject`, `workspaceId`, `actor` and what the type says */
            data: {
                [key: string]: unknown;
            };
            /**
             * Format: uuid
             * @description the `webhook-id` of its deliveries
             */
            id: string;
            /**
             * Format: int64
             * @description in the feed of the workspace: 1, 2, 3, …
             */
            position: number;
            /** Format: date-time */
            timestamp: string;
            /** @example item.published */
            type: string;
        };
        FindingsView: {
            findings: components["schemas"]["FindingView"][];
        };
        FindingView: {
            /** @description stable, snake_case */
            code: string;
            /** @description a sentence, with the way there */
            detail: string;
            /** @description the way there, from the first stage */
            path: components["schemas"]["PathStepView"][];
            /** @description JSON Pointer into the definition */
            pointer: string;
            /**
             * @description errors keep it from being activated
             * @enum {string}
             */
            severity: "error" | "warning";
        };
        FunctionWithoutView: {
            /** @enum {string} */
            function: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /** @description somebody works in it */
            staffed: boolean;
        };
        GlossaryEntryView: {
            actorId: string;
            /** @description null: it was taken away */
            after: components["schemas"]["GlossaryTermView"] | null;
            /** Format: date-time */
            at: string;
            /** @description null: it was made */
            before: components["schemas"]["GlossaryTermView"] | null;
            /** Format: int64 */
            seq: number;
        };
        GlossaryImportView: {
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            created: number;
            /**
             * Format: int64
             * @description as the file has them already
             */
            unchanged: number;
        };
        GlossaryTermChangesBody: {
            caseSensitive?: boolean;
            note?: string | null;
            source?: string;
            /** @description each word once */
            targets?: components["schemas"]["TargetFields"][];
        };
        GlossaryTermView: {
            caseSensitive: boolean;
            /** Format: uuid */
            id: string;
            note: string | null;
            source: string;
            sourceLocale: string;
            targetLocale: string;
            targets: components["schemas"]["TargetFields"][];
            /**
             * Format: int64
             * @description the ETag is this number in quotes
             */
            version: number;
        };
        GoalChangesBody: {
            /**
             * Format: double
             * @example 20
             */
            baseline?: number | null;
            /** @description ids of goals that pull the other way; each of them names this one too */
            conflictsWith?: string[];
            /** @description one a function at most */
            contributions?: components["schemas"]["ContributionFields"][];
            /**
             * Format: date
             * @example 2027-06-30
             */
            deadline?: string | null;
            /** @example Win rate of deals in which Acme bids */
            metric?: string | null;
            /** @example Account executives in DACH */
            scope?: string | null;
            /**
             * Format: uuid
             * @description the person who stands for it
             */
            sponsorId?: string | null;
            target?: components["schemas"]["GoalTargetFields"] | null;
            title?: string;
            /** @example percent */
            unit?: string | null;
        };
        GoalEntryView: {
            /** @description the person who did it */
            actorId: string;
            /** Format: date-time */
            at: string;
            /** @description create, change (each field from and to), activate or close */
            change: {
                [key: string]: unknown;
            };
            /**
             * Format: int64
             * @description the version that the goal had from then on
             */
            seq: number;
        };
        GoalFindingView: {
            /** @description stable, snake_case */
            code: string;
            /** @description a sentence a person can act on */
            detail: string;
            /**
             * @description blocks: not active before this is mended. warns: for people to weigh
             * @enum {string}
             */
            severity: "blocks" | "warns";
        };
        GoalResultView: {
            /** Format: double */
            actual: number;
            /**
             * Format: double
             * @description actual − target
             */
            difference: number;
            /** @description more is better where the target lies above the baseline */
            met: boolean;
            /**
             * Format: double
             * @description the value that was to be reached, a percentage worked out
             */
            target: number;
        };
        GoalTargetFields: {
            /**
             * @description absolute: the value to reach. percent: the change of the baseline
             * @enum {string}
             */
            kind: "absolute" | "percent";
            /**
             * Format: double
             * @example 25
             */
            value: number;
        };
        GoalView: {
            /** Format: date-time */
            activatedAt: string | null;
            /** Format: double */
            baseline: number | null;
            /** Format: date-time */
            closedAt: string | null;
            /** @description whichever of the two named the other */
            conflictsWith: string[];
            contributions: components["schemas"]["ContributionFields"][];
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            createdBy: string;
            /** Format: date */
            deadline: string | null;
            /** @description what makes it vague, and what to know today */
            findings: components["schemas"]["GoalFindingView"][];
            /** Format: uuid */
            id: string;
            /** @description what is measured */
            metric: string | null;
            /** @description null before it is closed */
            result: components["schemas"]["GoalResultView"] | null;
            retrospective: string | null;
            scope: string | null;
            /** Format: uuid */
            sponsorId: string | null;
            /** @enum {string} */
            status: "draft" | "active" | "closed";
            target: components["schemas"]["GoalTargetFields"] | null;
            title: string;
            unit: string | null;
            /**
             * Format: int64
             * @description counts the changes; the ETag is this number in quotes
             */
            version: number;
        };
        HandoffCount: {
            /** Format: int64 */
            count: number;
            /** @enum {string} */
            formality: "formal" | "informal" | "ad_hoc";
            /** @enum {string} */
            outcome: "accepted" | "declined" | "dropped" | "overridden" | "moved" | "edited";
        };
        HandoffView: {
            activity: string | null;
            crossed: ("function" | "region" | "division")[];
            /**
             * @description formal: as the process says. informal: an override or a reassignment. ad_hoc: past the process
             * @enum {string}
             */
            formality: "formal" | "informal" | "ad_hoc";
            fromStage: string | null;
            giverFunction: string | null;
            giverId: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            itemId: string;
            /** Format: date-time */
            offeredAt: string;
            /** @enum {string} */
            outcome: "accepted" | "declined" | "dropped" | "overridden" | "moved" | "edited";
            reasonCode: string | null;
            receiverFunction: string | null;
            receiverId: string | null;
            /**
             * Format: int64
             * @description the entry of the item's trail that it ended with
             */
            sequence: number;
            /** Format: date-time */
            settledAt: string;
            toStage: string;
        };
        HealthView: {
            status: string;
        };
        HeldTaskView: {
            activity: string;
            /** @description who works on it */
            holderId: string;
        };
        HistoryEntry: {
            /** @description seq, at, actor, command, from, to, opened, closed, prevHash */
            entry: {
                [key: string]: unknown;
            };
            /** @description SHA-256 of the entry as it is stored, hex */
            hash: string;
        };
        ImpactTotals: {
            /**
             * Format: int64
             * @description variants that would be opened
             */
            opened: number;
            /**
             * Format: int64
             * @description variants that would go out of date
             */
            outOfDate: number;
            /**
             * Format: int64
             * @description tasks that would open
             */
            tasks: number;
            /**
             * Format: int64
             * @description trainings that would have to be reviewed
             */
            trainings: number;
            /**
             * Format: int64
             * @description variants, those of trainings and new ones among them
             */
            variants: number;
        };
        ImpactView: {
            /**
             * @description the class that was asked for
             * @enum {string}
             */
            change: "typo" | "minor" | "substantive";
            /** @description tasks that would open, for each function that may claim them and each locale */
            tasks: components["schemas"]["TaskCountView"][];
            totals: components["schemas"]["ImpactTotals"];
            /** @description trainings on this content */
            trainings: components["schemas"]["ReachedTrainingView"][];
            variants: components["schemas"]["ReachedVariantView"][];
        };
        ImportedFileView: {
            /** Format: int64 */
            changed: number;
            /** Format: uuid */
            itemId: string;
            locale: string;
            /** @enum {string} */
            outcome: "applied" | "unchanged" | "refused" | "missing" | "other_locale";
            /** @description refused: each rule that said no */
            reasons?: components["schemas"]["ReasonView"][];
            /** @description what was left as it was, and why */
            setAside: components["schemas"]["SetAsideUnitView"][];
            slug: string | null;
            translation?: components["schemas"]["TranslationView"] | null;
            /** Format: int64 */
            unchanged: number;
            /**
             * Format: int64
             * @description units in the file
             */
            units: number;
            /**
             * Format: int64
             * @description of the item afterwards
             */
            version?: number;
        };
        ImportReport: {
            files: components["schemas"]["ImportedFileView"][];
            /** @description nothing was written */
            preview: boolean;
        };
        InclusionView: {
            /** @description the signed note of exactly this size, where there is one */
            checkpoint: string | null;
            /** @description the entry as it is stored: the leaf is made of its UTF-8 bytes */
            entry: string;
            /** Format: uuid */
            itemId: string;
            /** @description base64 of 32 bytes */
            leafHash: string;
            /**
             * Format: int64
             * @description from 0
             */
            leafIndex: number;
            /** @description RFC 6962 §2.1.1, base64 each */
            proof: string[];
            /** @description base64 of 32 bytes */
            root: string;
            /** Format: int64 */
            seq: number;
            /**
             * Format: int64
             * @description leaves of the tree
             */
            size: number;
        };
        ItemSummary: {
            audience: string[];
            /** Format: date-time */
            createdAt: string;
            /**
             * @description how a variant stands to its source; null for a source
             * @enum {string|null}
             */
            freshness: "missing" | "in_progress" | "up_to_date" | "out_of_date" | null;
            /** Format: uuid */
            goalId: string | null;
            /** Format: uuid */
            id: string;
            journeyStage: string[];
            /** @enum {string} */
            kind: "content" | "training" | "variant";
            locale: string;
            /** Format: date-time */
            outOfDateSince: string | null;
            ownerFunction: string;
            /** @enum {string} */
            phase: "structure" | "generation" | "publishing" | "localization";
            /** @description the process version that the item is pinned to */
            processDigest: string;
            purpose: string | null;
            requiredLocales: string[];
            revision: components["schemas"]["RevisionReference"] | null;
            slug: string;
            source: components["schemas"]["SourceReference"] | null;
            stage: string;
            title: string;
            /** @description variants: how far their segments are */
            translation: components["schemas"]["TranslationView"] | null;
            type: string | null;
            /** Format: date-time */
            updatedAt: string;
            /**
             * Format: int64
             * @description counts the changes; the ETag is this number in quotes
             */
            version: number;
        };
        ItemView: {
            /** @description how it came to its stage, and from whom */
            arrival: components["schemas"]["ArrivalView"] | null;
            /** @description files beside the text */
            attachments: components["schemas"]["AttachmentView"][];
            audience: string[];
            /** @description SHA-256 of the last entry of its trail, hex */
            auditHash: string;
            /** @description for the caller */
            availableEvents: components["schemas"]["AvailableEventView"][];
            /** @description what keeps it from going on */
            blockers: components["schemas"]["BlockerView"][];
            /** @description what its process remembers */
            context: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            createdAt: string;
            /**
             * @description how a variant stands to its source; null for a source
             * @enum {string|null}
             */
            freshness: "missing" | "in_progress" | "up_to_date" | "out_of_date" | null;
            /** Format: uuid */
            goalId: string | null;
            /** Format: uuid */
            id: string;
            journeyStage: string[];
            /** @enum {string} */
            kind: "content" | "training" | "variant";
            /** @description what it depends on */
            links: components["schemas"]["LinkView"][];
            locale: string;
            /** @description comments that are not resolved */
            openComments: components["schemas"]["OpenCommentView"][];
            /** Format: date-time */
            outOfDateSince: string | null;
            ownerFunction: string;
            /** @enum {string} */
            phase: "structure" | "generation" | "publishing" | "localization";
            /** @description the process version that the item is pinned to */
            processDigest: string;
            purpose: string | null;
            requiredLocales: string[];
            revision: components["schemas"]["CurrentRevision"] | null;
            slug: string;
            source: components["schemas"]["SourceReference"] | null;
            stage: string;
            /** @description open tasks */
            tasks: components["schemas"]["OpenTaskView"][];
            title: string;
            /** @description variants: how far their segments are */
            translation: components["schemas"]["TranslationView"] | null;
            type: string | null;
            /** Format: date-time */
            updatedAt: string;
            /**
             * Format: int64
             * @description counts the changes; the ETag is this number in quotes
             */
            version: number;
        };
        KeyView: {
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /**
             * Format: date-time
             * @description to about a minute; null: not yet
             */
            lastUsedAt: string | null;
            name: string;
            /** Format: uuid */
            personId: string;
            /** Format: date-time */
            revokedAt: string | null;
            scopes: ("read" | "write" | "admin")[];
        };
        LinkBody: {
            /** Format: uuid */
            to: string;
            /**
             * @description trains_on: training on content. derived_from: made out of the other. prerequisite: training that comes before. replaces: stands in the place of the other, which is where its readers are sent
             * @enum {string}
             */
            type: "trains_on" | "derived_from" | "prerequisite" | "replaces";
        };
        LinkedItem: {
            /** Format: uuid */
            itemId: string;
            kind: string;
            slug: string;
            stage: string;
            title: string;
            /** @enum {string} */
            type: "trains_on" | "derived_from" | "prerequisite" | "replaces";
        };
        LinksView: {
            /** @description what depends on the item */
            from: components["schemas"]["LinkedItem"][];
            /** @description what the item depends on */
            to: components["schemas"]["LinkedItem"][];
        };
        LinkView: {
            /** Format: uuid */
            itemId: string;
            /** @enum {string} */
            type: "trains_on" | "derived_from" | "prerequisite" | "replaces";
        };
        LocaleLoad: {
            /** Format: int64 */
            count: number;
            /** @description null: for none in particular */
            locale: string | null;
        };
        LocaleTotalView: {
            /** @description items in each state */
            items?: {
                /** Format: int64 */
                in_progress: number;
                /** Format: int64 */
                missing: number;
                /** Format: int64 */
                out_of_date: number;
                /** Format: int64 */
                up_to_date: number;
            };
            locale: string;
            /**
             * Format: int64
             * @description segments that nobody answers for yet, of what was begun
             */
            segments: number;
            /**
             * Format: int64
             * @description words of their sources
             */
            words: number;
        };
        MappingView: {
            cancelHeld: boolean;
            /**
             * @description the stage of one item, by its id or slug
             * @example {
             *       "launch-tiers": "outlining"
             *     }
             */
            choices: {
                [key: string]: string;
            };
            /**
             * @description by stage of the older version: the stage it leads to, or several to choose from; stages of the same name need no line
             * @example {
             *       "structuring": "outlining",
             *       "brief": [
             *         "intake",
             *         "outlining"
             *       ]
             *     }
             */
            stages: {
                [key: string]: string | string[];
            };
        };
        MatrixRowView: {
            cells: components["schemas"]["CellView"][];
            /**
             * Format: uuid
             * @description the source
             */
            itemId: string;
            /** @enum {string} */
            kind: "content" | "training";
            /** @description of the source */
            locale: string;
            slug: string;
            stage: string;
            title: string;
        };
        MatrixTotalsView: {
            locales: components["schemas"]["LocaleTotalView"][];
        };
        MembershipFields: {
            /**
             * @description the part of the organization, in its own words
             * @example cloud
             */
            division?: string | null;
            /** @enum {string} */
            function: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /**
             * @description a BCP 47 language range: de covers de-DE
             * @example de
             */
            locale?: string | null;
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            region?: string | null;
        };
        MembershipView: {
            /**
             * @description the part of the organization, in its own words
             * @example cloud
             */
            division?: string | null;
            /** @enum {string} */
            function: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /** Format: uuid */
            id: string;
            /**
             * @description a BCP 47 language range: de covers de-DE
             * @example de
             */
            locale?: string | null;
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            region?: string | null;
        };
        MergeBody: {
            /** @description why */
            comment: string;
            /**
             * @description true: says what would happen and changes nothing
             * @default false
             */
            dryRun?: boolean;
            /** @description the term that stands for both from then on */
            into: string;
        };
        MergedView: {
            /** @description true: this is what would happen */
            dryRun: boolean;
            /** @description the term that stands for both */
            into: components["schemas"]["TermView"];
            /**
             * Format: int64
             * @description items that carry the other term now
             */
            items: number;
        };
        MeView: {
            memberships: components["schemas"]["ActingMembership"][];
            name: string;
            /** Format: uuid */
            personId: string;
            scopes: string[];
            /**
             * @description an API key, a token of the issuer, or a session
             * @enum {string}
             */
            via: "key" | "oidc" | "session";
            /** Format: uuid */
            workspaceId: string;
        };
        MigrationBody: {
            /**
             * @description tasks that somebody holds and the new stage does not have may be cancelled
             * @default false
             */
            cancelHeld?: boolean;
            /**
             * @description the stage of one item, by its id or slug
             * @example {
             *       "launch-tiers": "outlining"
             *     }
             */
            choices?: {
                [key: string]: string;
            };
            /** @description dry run: from `nextCursor` of the outcome whose next items are wanted */
            cursor?: string;
            /**
             * @description true: nothing is changed, what would happen is told
             * @default true
             */
            dryRun?: boolean;
            /** @description digest of the older version, or a process id for its active one */
            from: string;
            /**
             * @description by stage of the older version: the stage it leads to, or several to choose from; stages of the same name need no line
             * @example {
             *       "structuring": "outlining",
             *       "brief": [
             *         "intake",
             *         "outlining"
             *       ]
             *     }
             */
            stages?: {
                [key: string]: string | string[];
            };
            /** @description digest of the newer version, or a process id for its active one */
            to: string;
        };
        MigrationCounts: {
            /** Format: int64 */
            blocked: number;
            /**
             * Format: int64
             * @description ours to look into; each says why
             */
            failed: number;
            /**
             * Format: int64
             * @description items that were to be migrated when it began
             */
            live: number;
            /** Format: int64 */
            migrated: number;
            /** Format: int64 */
            needsChoice: number;
        };
        MigrationReportView: {
            blocked: components["schemas"]["PlannedPage"];
            counts: components["schemas"]["PlannedCounts"];
            /** @description digest */
            from: string;
            mapped: components["schemas"]["PlannedPage"];
            needsChoice: components["schemas"]["PlannedPage"];
            /** @description digest */
            to: string;
            /** @description why it could not be started now; empty: it could */
            whyNot: components["schemas"]["ReasonView"][];
        };
        MigrationView: {
            counts: components["schemas"]["MigrationCounts"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description digest */
            from: string;
            /** Format: uuid */
            id: string;
            mapping: components["schemas"]["MappingView"];
            /** @description whoever asked for it; every change of an item is theirs */
            startedBy: string;
            /** @enum {string} */
            status: "running" | "done" | "stopped";
            /** @description where Baton stopped it by itself */
            stoppedBecause: string | null;
            /** @description digest */
            to: string;
        };
        MoveBody: {
            comment: string;
            /**
             * @description any stage of its process
             * @example drafting
             */
            to: string;
        };
        NewEndpointBody: {
            description?: string;
            /**
             * @default standard
             * @enum {string}
             */
            format?: "standard" | "cloudevents";
            /**
             * @description types of facts, exact or like `item.*`; none: all of them
             * @example [
             *       "item.published",
             *       "task.*"
             *     ]
             */
            types?: string[];
            /**
             * @description https, without a user, a password or a fragment; nothing private
             * @example https://cms.example.com/hooks/baton
             */
            url: string;
        };
        NewGlossaryTermBody: {
            /**
             * @description true: it is a term in this very spelling only
             * @default false
             */
            caseSensitive?: boolean;
            note?: string | null;
            /** @description once for two locales, whatever its case */
            source: string;
            /** @example en */
            sourceLocale: string;
            /**
             * @description de counts for de-AT too; what is closer counts more
             * @example de
             */
            targetLocale: string;
            /** @description each word once */
            targets: components["schemas"]["TargetFields"][];
        };
        NewGoalBody: {
            /**
             * Format: double
             * @example 20
             */
            baseline?: number | null;
            /** @description ids of goals that pull the other way; each of them names this one too */
            conflictsWith?: string[];
            /** @description one a function at most */
            contributions?: components["schemas"]["ContributionFields"][];
            /**
             * Format: date
             * @example 2027-06-30
             */
            deadline?: string | null;
            /** @example Win rate of deals in which Acme bids */
            metric?: string | null;
            /** @example Account executives in DACH */
            scope?: string | null;
            /**
             * Format: uuid
             * @description the person who stands for it
             */
            sponsorId?: string | null;
            target?: components["schemas"]["GoalTargetFields"] | null;
            /** @example Win more against Acme in Europe */
            title: string;
            /** @example percent */
            unit?: string | null;
        };
        NewItemBody: {
            /**
             * @example [
             *       "account_executive"
             *     ]
             */
            audience?: string[];
            /**
             * Format: uuid
             * @description the goal that it is made for
             */
            goalId?: string;
            /**
             * @example [
             *       "consideration"
             *     ]
             */
            journeyStage?: string[];
            /** @enum {string} */
            kind: "content" | "training" | "variant";
            /**
             * @description the language of the body, BCP 47
             * @example en-US
             */
            locale: string;
            /**
             * @description required, but for variants
             * @enum {string}
             */
            ownerFunction?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /**
             * @description the id of a process for its kind; left out, the one that is called like the kind
             * @example content
             */
            process?: string;
            /** @example equip */
            purpose?: string;
            /**
             * @description locales in which publishing opens a variant
             * @example [
             *       "de-DE",
             *       "ja-JP"
             *     ]
             */
            requiredLocales?: string[];
            /**
             * @description made from the title where it is left out
             * @example launch-tiers
             */
            slug?: string;
            /**
             * Format: uuid
             * @description variants: the item that this is a locale of
             */
            sourceItemId?: string;
            /** @description required, but for variants, which take that of their source where it is left out */
            title?: string;
            /**
             * @description a content or training type; as in every facet, a synonym is replaced by its term
             * @example playbook
             */
            type?: string;
        };
        NewKeyBody: {
            /** Format: date-time */
            expiresAt?: string;
            /** @example CMS connector */
            name: string;
            /**
             * Format: uuid
             * @description the person the key stands for
             */
            personId: string;
            scopes: ("read" | "write" | "admin")[];
        };
        NewKeyView: {
            /** Format: date-time */
            expiresAt: string | null;
            id: string;
            /** @description the key, shown this once; null when the answer is repeated under an Idempotency-Key */
            key: string | null;
            /**
             * Format: date-time
             * @description to about a minute; null: not yet
             */
            lastUsedAt: string | null;
            name: string;
            /** Format: uuid */
            personId: string;
            /** Format: date-time */
            revokedAt: string | null;
            scopes: ("read" | "write" | "admin")[];
        };
        NewPersonBody: {
            /** Format: email */
            email?: string;
            memberships?: components["schemas"]["MembershipFields"][];
            name: string;
        };
        NewTermBody: {
            description?: string;
            /**
             * @description snake_case; it never changes
             * @example solution_brief
             */
            key: string;
            /**
             * @description types only; left out, it is a type of either
             * @enum {string}
             */
            kind?: "content" | "training";
            label: string;
            /**
             * @description the function that keeps it, beside enablement
             * @enum {string}
             */
            ownerFunction: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /**
             * @description in any spelling, kept in snake_case; items take the key in their place
             * @example [
             *       "account_exec",
             *       "AE"
             *     ]
             */
            synonyms?: string[];
        };
        OpenBlockerView: {
            /**
             * Format: int64
             * @description whole hours since it was raised
             */
            ageHours: number;
            /** Format: date-time */
            at: string;
            by: string;
            /** @enum {string} */
            category: "organization" | "competing_objective" | "budget" | "skill" | "tool_or_access";
            detail: string;
            /** Format: uuid */
            id: string;
            item: components["schemas"]["BlockedItem"];
            /** @description who has to clear it away: `personId` or `function` */
            owner: {
                [key: string]: unknown;
            };
        };
        OpenCommentView: {
            by: string;
            /** Format: uuid */
            id: string;
            mandatory: boolean;
        };
        OpeningTaskView: {
            activity: string;
            /** @description who may claim it */
            functions: string[];
            locale: string | null;
        };
        OpenSessionView: {
            /**
             * @description how the person signed in
             * @enum {string}
             */
            by: "oidc" | "demonstration";
            /** @description to send as x-csrf-token with every change */
            csrfToken: string;
            /**
             * Format: date-time
             * @description unless it is used before
             */
            idleUntil: string;
            name: string;
            /** Format: uuid */
            personId: string;
            scopes: ("read" | "write" | "admin")[];
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description however much it is used
             */
            until: string;
            /** Format: uuid */
            workspaceId: string;
        };
        OpenTaskView: {
            activity: string;
            /** @description to whom it was passed on, and by whom */
            delegation: components["schemas"]["DelegationView"] | null;
            /** @description nobody accepted it in time; it can still be claimed */
            dropped: boolean;
            /**
             * Format: date-time
             * @description when a baton that nobody accepted is dropped, or a consultation ends
             */
            dueAt: string | null;
            /** @description functions that may claim it */
            functions: string[];
            /** @description the person who claimed it */
            holderId: string | null;
            /** Format: uuid */
            id: string;
            locale: string | null;
            /**
             * @description responsible: work to be claimed. consulted: a question to be answered by advice
             * @enum {string}
             */
            role: "responsible" | "consulted";
            signature: components["schemas"]["SignatureView"] | null;
            /** @enum {string} */
            status: "offered" | "claimed" | "done" | "returned" | "expired" | "cancelled";
        };
        ParagraphView: {
            text: string;
            /** Format: int64 */
            words: number;
        };
        PathStepView: {
            event: string;
            stage: string;
        };
        PersonChangesBody: {
            /** @description false: none of their keys opens anything until they are active again */
            active?: boolean;
            /** Format: email */
            email?: string;
            name?: string;
        };
        PersonLoadView: {
            /** @description null: is there */
            absence: components["schemas"]["AbsenceNow"] | null;
            claimable: components["schemas"]["ClaimableLoad"];
            claimed: components["schemas"]["ClaimedLoad"];
            name: string;
            /** Format: uuid */
            personId: string;
        };
        PersonView: {
            active: boolean;
            email: string | null;
            /** Format: uuid */
            id: string;
            memberships: components["schemas"]["MembershipView"][];
            name: string;
        };
        PlannedCounts: {
            /** Format: int64 */
            blocked: number;
            /** Format: int64 */
            mapped: number;
            /** Format: int64 */
            needsChoice: number;
        };
        PlannedItemView: {
            /** @description needs a choice: the stages to choose from */
            choices: string[];
            /** Format: uuid */
            itemId: string;
            locale: string;
            /** @description what would get lost on the way */
            notes: string[];
            /** @description why it is not mapped */
            reason: string | null;
            slug: string;
            /** @description where it stands */
            stage: string;
            /** @description where it would stand */
            to: string | null;
        };
        PlannedPage: {
            items: components["schemas"]["PlannedItemView"][];
            /** @description send it as `cursor` for more of them */
            nextCursor: string | null;
        };
        PretranslateBody: {
            /**
             * Format: int32
             * @description the least score of the memory that is taken; 101: the same text and neighbours
             * @default 75
             */
            least?: number;
            /**
             * @description let the machine propose where the memory has nothing
             * @default false
             */
            machine?: boolean;
        };
        ProblemErrorView: {
            code: string;
            detail: string;
            /** @description JSON Pointer into the request body, or a slash and the name of a parameter or header */
            pointer: string;
        };
        ProblemView: {
            availableEvents?: components["schemas"]["AvailableEventView"][];
            /** @description stable, snake_case */
            code: string;
            detail: string;
            errors: components["schemas"]["ProblemErrorView"][];
            /** @description a process that cannot be activated: what its check found */
            findings?: {
                [key: string]: unknown;
            }[];
            /** @description the path that was asked for */
            instance: string;
            /** @description refusals: each rule that said no */
            reasons?: components["schemas"]["ReasonView"][];
            /** @description a set that was not done: the result of each event, as where it is done */
            results?: {
                [key: string]: unknown;
            }[];
            /** Format: int64 */
            status: number;
            /** @description what was withdrawn: what stands in its place */
            successor?: components["schemas"]["SuccessorView"];
            title: string;
            /** @description the request id; it stands in every log line of the request */
            traceId: string;
            /** @example urn:baton:problem:stale_version */
            type: string;
        };
        ProcessEntryView: {
            actorId: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            change: "deployed" | "checked" | "activated" | "retired";
            comment: string | null;
            /**
             * Format: int64
             * @description 1 for the first
             */
            seq: number;
        };
        ProcessSummary: {
            /** @description new items may be pinned to it */
            active: boolean;
            /**
             * Format: date-time
             * @description when it was last found to be without errors
             */
            checkedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description null: the workspace began with it */
            createdBy: string | null;
            /** @description SHA-256 of the canonical JSON of the definition, hex */
            digest: string;
            /** @description what the last check found */
            findings: components["schemas"]["FindingView"][];
            /** @example content */
            id: string;
            /** @enum {string} */
            kind: "content" | "training" | "variant";
            label: string;
            /**
             * @description draft: has errors or was never checked. retired: new items refuse it
             * @enum {string}
             */
            status: "draft" | "checked" | "active" | "retired";
        };
        ProcessView: {
            /** @description new items may be pinned to it */
            active: boolean;
            /**
             * Format: date-time
             * @description when it was last found to be without errors
             */
            checkedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description null: the workspace began with it */
            createdBy: string | null;
            /** @description an XState machine as data, with roles and deadlines in meta; see /process.schema.json */
            definition: {
                [key: string]: unknown;
            };
            /** @description SHA-256 of the canonical JSON of the definition, hex */
            digest: string;
            /** @description what the last check found */
            findings: components["schemas"]["FindingView"][];
            /** @description what happened to it, by whom and when */
            history: components["schemas"]["ProcessEntryView"][];
            /** @example content */
            id: string;
            /** @enum {string} */
            kind: "content" | "training" | "variant";
            label: string;
            /**
             * @description draft: has errors or was never checked. retired: new items refuse it
             * @enum {string}
             */
            status: "draft" | "checked" | "active" | "retired";
        };
        ProposalsView: {
            /** @description best first */
            items: components["schemas"]["ProposalView"][];
        };
        ProposalView: {
            /** @description who proposes it */
            origin: string;
            /**
             * Format: int64
             * @description 101: same text and neighbours, 100: same text, below: similar; 0: by a machine
             */
            score: number;
            /** @description tagged text that was translated */
            source: string;
            /** @description from that text to the one asked for */
            sourceDiff: components["schemas"]["DiffPartView"][];
            /** @description tagged text */
            target: string;
        };
        PublishedLocale: {
            /** @description SHA-256 of the text, hex */
            digest: string;
            locale: string;
            /** Format: date-time */
            publishedAt: string;
        };
        PublishedSummary: {
            /** @description where it can be read, by locale */
            available: components["schemas"]["PublishedLocale"][];
            /** @enum {string} */
            kind: "content" | "training";
            /** @description of the source */
            locale: string;
            slug: string;
            title: string;
            type: string | null;
        };
        PublishedView: {
            /** @description every locale in which it can be read */
            available: string[];
            body: string;
            /** @description SHA-256 of the body, hex */
            digest: string;
            /** @description true: not what was asked for first, but what comes next to it */
            fallback: boolean;
            /** @enum {string} */
            kind: "content" | "training";
            /** @description of this text */
            locale: string;
            /** @example text/markdown */
            mediaType: string;
            /**
             * Format: date-time
             * @description when it last went out
             */
            publishedAt: string;
            /** @description the languages that were asked for, best first */
            requested: string[];
            /** @description the one of `available` that suits them best */
            served: string;
            slug: string;
            title: string;
            /**
             * @description what was looked for on the way to it, in this order
             * @example [
             *       "zh-TW",
             *       "zh",
             *       "zh-Hant"
             *     ]
             */
            tried: string[];
        };
        ReachedTrainingView: {
            /** @description where it would be; the same where it would stay */
            becomes: string;
            /** @description tasks in hands that would be cancelled */
            cancels: components["schemas"]["HeldTaskView"][];
            /**
             * Format: uuid
             * @description null: to be opened
             */
            itemId: string | null;
            locale: string;
            /** @description tasks that would open */
            opens: components["schemas"]["OpeningTaskView"][];
            /** @description where it is; null: to be opened */
            stage: string | null;
            title: string;
            variants: components["schemas"]["ReachedVariantView"][];
        };
        ReachedVariantView: {
            /** @description where it would be; the same where it would stay */
            becomes: string;
            /** @description tasks in hands that would be cancelled */
            cancels: components["schemas"]["HeldTaskView"][];
            /**
             * @description now; null: to be opened
             * @enum {string|null}
             */
            freshness: "missing" | "in_progress" | "up_to_date" | "out_of_date" | null;
            /** @enum {string} */
            freshnessThen: "missing" | "in_progress" | "up_to_date" | "out_of_date";
            /**
             * Format: uuid
             * @description null: to be opened
             */
            itemId: string | null;
            locale: string;
            /** @description tasks that would open */
            opens: components["schemas"]["OpeningTaskView"][];
            /** @description where it is; null: to be opened */
            stage: string | null;
        };
        ReasonView: {
            /** @description stable, snake_case */
            code: string;
            /** @description a sentence a person can act on */
            detail: string;
            /** @description what would satisfy the rule, and whose turn that is */
            remedy: string;
        };
        ReleaseBody: {
            comment?: string;
            /**
             * @description only say what would come of it; changes nothing
             * @default false
             */
            dryRun?: boolean;
            /** @description locales that enablement publishes past their review */
            exceptions?: components["schemas"]["ReleaseException"][];
            /**
             * @description all: every variant that is not out as it is, and not ended
             * @example [
             *       "de-DE",
             *       "ja-JP"
             *     ]
             */
            locales: string[] | "all";
            /**
             * @description enablement acts in the place of whose tasks they are, and says why in comment; for exceptions it is not needed
             * @default false
             */
            override?: boolean;
            /**
             * @description the source goes out too, before its variants
             * @default true
             */
            withSource?: boolean;
        };
        ReleaseException: {
            /** @description why it goes out past its review */
            comment: string;
            /**
             * @description one of the locales
             * @example ja-JP
             */
            locale: string;
        };
        ReplayBody: {
            /**
             * Format: uuid
             * @description every fact after this one in the feed
             */
            after?: string;
            /** @description these messages */
            messageIds?: string[];
            /**
             * Format: date-time
             * @description facts from here on; with `until`
             */
            since?: string;
            /**
             * @description all that was given up
             * @enum {string}
             */
            status?: "dead";
            /**
             * Format: date-time
             * @description facts before this; with `since`
             */
            until?: string;
        };
        ReplayedView: {
            /** @description one call takes 10,000 at most: true where there may be more */
            more: boolean;
            /**
             * Format: int64
             * @description deliveries that were put in line
             */
            replayed: number;
        };
        RequestUpdateBody: {
            cells: components["schemas"]["CellReference"][];
            /** @description why */
            comment: string;
            /**
             * @description only say what would come of it
             * @default false
             */
            dryRun?: boolean;
        };
        RetireBody: {
            /** @description why; it is kept with the version */
            comment: string;
        };
        RevisionBody: {
            /** @description the whole text; up to 1 MB as JSON */
            body: string;
            /**
             * @description how much it changes since what is published: a substantive change puts the variants out of date, a minor one is listed with them, a typo leaves them as they are; not for variants
             * @default substantive
             * @enum {string}
             */
            change?: "typo" | "minor" | "substantive";
            /** @description why enablement writes past the process; counted as ad hoc */
            offProcess?: string;
            /**
             * @description imported: written elsewhere; only by enablement and in the first stage
             * @default edited
             * @enum {string}
             */
            origin?: "edited" | "imported";
            /**
             * Format: date-time
             * @description when an imported text was written
             */
            writtenAt?: string;
        };
        RevisionReference: {
            /** @description SHA-256 of the body, hex */
            digest: string;
            /** Format: int64 */
            number: number;
            /**
             * Format: int64
             * @description UTF-8 bytes
             */
            size: number;
        };
        RevisionSummary: {
            authorId: string;
            /** Format: date-time */
            createdAt: string;
            /** @description SHA-256 of the body, hex */
            digest: string;
            /** Format: int64 */
            number: number;
            /**
             * @description translated: made of its segments
             * @enum {string}
             */
            origin: "edited" | "imported" | "translated";
            /**
             * Format: int64
             * @description UTF-8 bytes
             */
            size: number;
            /** Format: date-time */
            writtenAt: string | null;
        };
        RevisionView: {
            authorId: string;
            body: string;
            /** Format: date-time */
            createdAt: string;
            /** @description SHA-256 of the body, hex */
            digest: string;
            /** Format: int64 */
            number: number;
            /**
             * @description translated: made of its segments
             * @enum {string}
             */
            origin: "edited" | "imported" | "translated";
            /** @description its parts under their headings, in order */
            sections: components["schemas"]["SectionView"][];
            /**
             * Format: int64
             * @description UTF-8 bytes
             */
            size: number;
            /** Format: date-time */
            writtenAt: string | null;
        };
        RotationBody: {
            /**
             * Format: int32
             * @description hours in which the secrets before sign beside the new one
             * @default 24
             */
            overlapHours?: number;
        };
        SecretView: {
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description null for the current one; the others sign beside it until then
             */
            expiresAt: string | null;
            /** Format: uuid */
            id: string;
        };
        SectionReference: {
            /** @description SHA-256 of its text, hex */
            digest: string;
            /** @description its heading and those above it as a path: pricing/discounts */
            key: string;
        };
        SectionView: {
            /** @description SHA-256 of its text, hex */
            digest: string;
            /** @example pricing/discounts */
            key: string;
            title: string | null;
        };
        SegmentChangeView: {
            /** Format: date-time */
            changedAt: string;
            /** @description a person, or Baton’s own line */
            changedBy: string;
            note: string | null;
            /** @enum {string|null} */
            origin: "written" | "imported" | "aligned" | "memory" | "machine" | "source" | "review" | null;
            /**
             * Format: int64
             * @description the version of the item that it made
             */
            sequence: number;
            /**
             * @description null: its source was taken out
             * @enum {string|null}
             */
            state: "untranslated" | "proposed" | "source_changed" | "translated" | "reviewed" | "approved" | null;
            target: string | null;
        };
        SegmentEditBody: {
            /** @description as the list of segments gives it */
            key: string;
            /** @description a remark for whoever comes next */
            note?: string | null;
            /** @description the hash of the source that was seen; another one by now refuses the edit */
            sourceHash?: string;
            /**
             * @description translated where words are sent without it; approved only by who may approve
             * @enum {string}
             */
            state?: "proposed" | "translated" | "reviewed" | "approved" | "untranslated";
            /**
             * @description the translation as tagged text, with the codes of the source; null takes it away
             * @example Lesen Sie den <1>Leitfaden</1>.
             */
            target?: string | null;
        };
        SegmentFindingView: {
            code: string;
            detail: string;
            /** @description numbers of the codes that it is about */
            ids: number[];
            /** @enum {string} */
            severity: "error" | "warning";
        };
        SegmentHistoryView: {
            /** @description newest first */
            items: components["schemas"]["SegmentChangeView"][];
        };
        SegmentsBody: {
            /**
             * @description codes in another order than in the source are meant so
             * @default false
             */
            acceptReordered?: boolean;
            /**
             * @description make the body anew from its segments where it was written as a whole; what the source has nothing for is lost
             * @default false
             */
            rebuild?: boolean;
            segments: components["schemas"]["SegmentEditBody"][];
        };
        SegmentsReport: {
            /** @description keys */
            changed: string[];
            /** Format: uuid */
            itemId: string;
            /** @description what was left as it was, and why */
            setAside: components["schemas"]["SetAsideView"][];
            translation: components["schemas"]["TranslationView"] | null;
            /** Format: int64 */
            unchanged: number;
            /**
             * Format: int64
             * @description of the item afterwards; its ETag in quotes
             */
            version: number;
        };
        SegmentView: {
            codes: components["schemas"]["CodeView"][];
            /** @description what to look at before it is approved */
            findings: components["schemas"]["SegmentFindingView"][];
            /** @description its name, which edits of the text around it do not change */
            key: string;
            /** @enum {string} */
            kind: "paragraph" | "heading" | "list_item" | "table_cell" | "caption" | "attribute" | "field";
            note: string | null;
            /**
             * @description how it came to be what it is
             * @enum {string|null}
             */
            origin: "written" | "imported" | "aligned" | "memory" | "machine" | "source" | "review" | null;
            /**
             * Format: int64
             * @description its place in the text, from 0; the title comes first
             */
            position: number;
            /** @description the source that the translation is of, where that is another text by now */
            previousSource: string | null;
            /** @description tagged text */
            source: string;
            /** @description from the previous source to the present one */
            sourceDiff: components["schemas"]["DiffPartView"][] | null;
            /** @description SHA-256 of the source, hex */
            sourceHash: string;
            /** @enum {string} */
            state: "untranslated" | "proposed" | "source_changed" | "translated" | "reviewed" | "approved";
            /** @description tagged text */
            target: string | null;
            /** Format: int64 */
            words: number;
        };
        SessionView: {
            /** @description null: nobody is signed in */
            session: components["schemas"]["OpenSessionView"] | null;
            /** @description how people can sign in here */
            ways: ("oidc" | "demonstration")[];
        };
        SetAsideUnitView: {
            /** @enum {string} */
            code: "unknown_segment" | "repeated_segment" | "source_moved" | "changed_since" | "approved_kept" | "approval_not_yours" | "state_without_translation" | "state_not_given" | "code_missing" | "code_doubled" | "code_unknown" | "codes_misnested" | "codes_reordered" | "too_long" | "term_missing" | "term_forbidden" | "target_empty" | "target_is_source" | "space_differs" | "number_missing" | "blank_title" | "breaks_structure";
            /** @description why, in a sentence */
            detail: string;
            key: string;
            /**
             * Format: int64
             * @description where it stands in the file
             */
            line: number;
        };
        SetAsideView: {
            /** @enum {string} */
            code: "unknown_segment" | "repeated_segment" | "source_moved" | "changed_since" | "approved_kept" | "approval_not_yours" | "state_without_translation" | "state_not_given" | "code_missing" | "code_doubled" | "code_unknown" | "codes_misnested" | "codes_reordered" | "too_long" | "term_missing" | "term_forbidden" | "target_empty" | "target_is_source" | "space_differs" | "number_missing" | "blank_title" | "breaks_structure";
            /** @description why, in a sentence */
            detail: string;
            key: string;
        };
        SignatureView: {
            by: string;
            /** @description the text that was signed */
            digest: string | null;
        };
        SignedOutView: {
            /**
             * Format: uri
             * @description where the browser ends what it has with the issuer too; null: nowhere
             */
            endSessionUrl: string | null;
        };
        SourceReference: {
            /** @description the revision of the source that the variant is pinned to; null before it is published */
            digest: string | null;
            /** Format: uuid */
            itemId: string;
        };
        StandpointView: {
            division: string | null;
            function: string;
            region: string | null;
        };
        SuccessorView: {
            /** @example /v1/published/launch-tiers-2027 */
            address: string;
            slug: string;
        };
        TargetFields: {
            /** @enum {string} */
            status: "approved" | "forbidden";
            text: string;
        };
        TaskCountView: {
            /** Format: int64 */
            count: number;
            function: string;
            locale: string | null;
        };
        TaskItem: {
            /** Format: uuid */
            id: string;
            kind: string;
            locale: string;
            slug: string;
            stage: string;
            title: string;
            /** Format: int64 */
            version: number;
        };
        TaskResultsView: {
            /** Format: int64 */
            done: number;
            dryRun: boolean;
            /**
             * Format: int64
             * @description all others
             */
            refused: number;
            /** @description in the order of the tasks */
            results: components["schemas"]["TaskResultView"][];
        };
        TaskResultView: {
            /** Format: uuid */
            itemId: string | null;
            /** @enum {string} */
            outcome: "claimed" | "assigned" | "refused" | "missing";
            /** @description null where it was done */
            problem: components["schemas"]["BulkProblemView"] | null;
            /**
             * Format: int64
             * @description as if it had been sent alone
             * @enum {integer}
             */
            status: 200 | 403 | 404 | 409 | 422;
            /** Format: uuid */
            taskId: string;
            /**
             * Format: int64
             * @description of the item, as this left it
             */
            version: number | null;
        };
        TaskView: {
            activity: string;
            /** Format: date-time */
            claimedAt: string | null;
            /** Format: date-time */
            closedAt: string | null;
            /** @description to whom it was passed on, and by whom */
            delegation: components["schemas"]["DelegationView"] | null;
            /** @description nobody accepted it in time; it can still be claimed */
            dropped: boolean;
            /**
             * Format: date-time
             * @description when a baton that nobody accepted is dropped, or a consultation ends
             */
            dueAt: string | null;
            /** @description functions that may claim it */
            functions: string[];
            /** @description the person who claimed it */
            holderId: string | null;
            /** Format: uuid */
            id: string;
            item: components["schemas"]["TaskItem"];
            locale: string | null;
            /** Format: date-time */
            openedAt: string;
            /**
             * @description responsible: work to be claimed. consulted: a question to be answered by advice
             * @enum {string}
             */
            role: "responsible" | "consulted";
            signature: components["schemas"]["SignatureView"] | null;
            /** @enum {string} */
            status: "offered" | "claimed" | "done" | "returned" | "expired" | "cancelled";
        };
        TaxonomyChangesBody: {
            /** @description true: words that are no term are taken as they are */
            open: boolean;
        };
        TaxonomySummary: {
            /** @description true: words that are no term are taken as they are */
            open: boolean;
            /** @enum {string} */
            taxonomy: "type" | "audience" | "purpose" | "journey_stage";
            /** @description how many terms have each status */
            terms: {
                /** Format: int64 */
                active?: number;
                /** Format: int64 */
                deprecated?: number;
                /** Format: int64 */
                merged?: number;
            };
        };
        TaxonomyView: {
            open: boolean;
            /** @enum {string} */
            taxonomy: "type" | "audience" | "purpose" | "journey_stage";
            /** @description in their order */
            terms: components["schemas"]["UsedTermView"][];
            /** @description words that items carry and no term is */
            unlisted: components["schemas"]["UnlistedWordView"][];
        };
        TermChangesBody: {
            description?: string | null;
            label?: string;
            /** @enum {string} */
            ownerFunction?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /**
             * @description in any spelling, kept in snake_case; items take the key in their place
             * @example [
             *       "account_exec",
             *       "AE"
             *     ]
             */
            synonyms?: string[];
        };
        TermEntryView: {
            actorId: string;
            /** Format: date-time */
            at: string;
            /** @description type (created, changed, deprecated, reactivated, merged, took_over) and what goes with it */
            change: {
                [key: string]: unknown;
            };
            /** Format: int64 */
            seq: number;
        };
        TermView: {
            description: string | null;
            key: string;
            /** @enum {string|null} */
            kind: "content" | "training" | null;
            label: string;
            /** @enum {string} */
            ownerFunction: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /** @enum {string} */
            status: "active" | "deprecated" | "merged";
            successor: string | null;
            synonyms: string[];
        };
        TranslationView: {
            /** @description the body is just what the segments make of the source */
            assembled: boolean;
            /** @description segments and words in each state */
            counts?: {
                approved: {
                    /** Format: int64 */
                    units: number;
                    /** Format: int64 */
                    words: number;
                };
                proposed: {
                    /** Format: int64 */
                    units: number;
                    /** Format: int64 */
                    words: number;
                };
                reviewed: {
                    /** Format: int64 */
                    units: number;
                    /** Format: int64 */
                    words: number;
                };
                source_changed: {
                    /** Format: int64 */
                    units: number;
                    /** Format: int64 */
                    words: number;
                };
                translated: {
                    /** Format: int64 */
                    units: number;
                    /** Format: int64 */
                    words: number;
                };
                untranslated: {
                    /** Format: int64 */
                    units: number;
                    /** Format: int64 */
                    words: number;
                };
            };
            /** @description the text of the source that the segments belong to */
            sourceDigest: string;
        };
        TreeHeadView: {
            /** @description base64 of 32 bytes */
            root: string;
            /** Format: int64 */
            size: number;
        };
        UnassignedView: {
            /**
             * Format: int64
             * @description offered tasks that were passed on to nobody
             */
            count: number;
            /** @description null: for none in particular */
            locale: string | null;
            /**
             * Format: int64
             * @description those of them that nobody could claim
             */
            nobody: number;
            /** Format: date-time */
            oldestOpenedAt: string;
            /**
             * Format: int64
             * @description those that nobody accepted in time
             */
            overdue: number;
        };
        UnlistedWordView: {
            /** Format: int64 */
            usedBy: number;
            word: string;
        };
        UnmigratedView: {
            choices: string[];
            /** Format: uuid */
            itemId: string;
            locale: string;
            /** @enum {string} */
            outcome: "needs_choice" | "blocked" | "failed";
            reason: string;
            slug: string;
            /** @description where it stood when the run came to it */
            stage: string;
        };
        UsedTermView: {
            description: string | null;
            key: string;
            /** @enum {string|null} */
            kind: "content" | "training" | null;
            label: string;
            /** @enum {string} */
            ownerFunction: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            /** @enum {string} */
            status: "active" | "deprecated" | "merged";
            successor: string | null;
            synonyms: string[];
            /**
             * Format: int64
             * @description items that carry it
             */
            usedBy: number;
        };
        WhyNotView: {
            /** @description nothing stands against it */
            accepted: boolean;
            /** @description every rule that says no, and what would satisfy it */
            reasons: components["schemas"]["ReasonView"][];
        };
        WorkLeftView: {
            /**
             * Format: int64
             * @description segments in all
             */
            of: number;
            /**
             * Format: int64
             * @description segments that nobody answers for yet
             */
            segments: number;
            /**
             * Format: int64
             * @description words of their sources
             */
            words: number;
        };
        WorkloadView: {
            /** @description in the order in which they were added */
            items: components["schemas"]["PersonLoadView"][];
            nextCursor: string | null;
            /** @description of the whole workspace, by locale */
            unassigned: components["schemas"]["UnassignedView"][];
        };
        XliffZipBody: {
            cells: components["schemas"]["CellReference"][];
            /**
             * @description as with one item
             * @default plain
             * @enum {string}
             */
            profile?: "plain" | "prefilled";
            /**
             * @default 2.1
             * @enum {string}
             */
            version?: "1.2" | "2.1";
        };
    };
    responses: {
        /** @description a part of the path that is too long */
        AddressTooLong: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description not possible now: a rule says no, it is there already, or the same request is still under way */
        Conflict: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description our fault; it is logged under `traceId` */
        Fault: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description not yours to do: the key lacks a scope, or the person a function */
        Forbidden: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description withdrawn; `successor` and Link say what stands in its place */
        Gone: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                Link: components["headers"]["Link"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description headers that are too large to be read; the connection is closed */
        HeadersTooLarge: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description not available in any form that `Accept` names */
        NotAcceptable: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description there is no such thing in this workspace; what others have is not told apart from nothing */
        NotFound: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description this process cannot serve now */
        NotReady: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description it can be read and is not valid; `errors` names every wrong value */
        NotValid: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description a part that lies behind the end */
        RangeNotSatisfiable: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                "Content-Range": components["headers"]["Content-Range"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description someone else was first: the version in If-Match is an old one */
        Stale: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description a body that is too large */
        TooLarge: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description more requests than the quota of this server allows, where it has one */
        TooManyRequests: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description who is asking is not known: no key, or one that is not valid any more */
        Unauthorized: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description what was sent cannot be read: the address, a parameter, a header, or the body as JSON */
        Unreadable: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description a body in a form, or packed in a way, that is not understood here */
        UnsupportedMediaType: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
        /** @description If-Match is missing, so that nobody overwrites what they have not seen */
        VersionRequired: {
            headers: {
                "Cache-Control": components["headers"]["Cache-Control"];
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "x-request-id": components["headers"]["x-request-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["ProblemView"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description who may keep the answer */
        "Cache-Control": string;
        /** @description the name of the file (RFC 6266) */
        "Content-Disposition": string;
        /** @description the locale that was served */
        "Content-Language": string;
        /** @description which part it is (RFC 9110 §14.4) */
        "Content-Range": string;
        /** @description the version of what was answered, for If-Match and If-None-Match */
        ETag: string;
        /** @description rel="next": the next page; missing on the last (RFC 8288) */
        Link: string;
        /** @description where it is */
        Location: string;
        /** @description what is left of the quota, where one is set (draft-ietf-httpapi-ratelimit-headers) */
        RateLimit: string;
        /** @description the quota, where one is set */
        "RateLimit-Policy": string;
        /** @description SHA-256 of the whole file (RFC 9530) */
        "Repr-Digest": string;
        /** @description seconds until it is worth asking again */
        "Retry-After": number;
        /** @description what the answer depends on */
        Vary: string;
        /** @description how to say who asks (RFC 6750) */
        "WWW-Authenticate": string;
        /** @description the id of the request, which stands in every log line of it */
        "x-request-id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    asyncapi_describe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            400: components["responses"]["Unreadable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    metrics_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processschema_schema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthView"];
                };
            };
            400: components["responses"]["Unreadable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotReady"];
        };
    };
    agreements_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    agreements_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the function that the agreement is with */
                function: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    agreements_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the function that the agreement is with */
                function: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    apikeys_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KeyView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    apikeys_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewKeyBody"];
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewKeyView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    apikeys_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the middle part of the key */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    checkpoints_newest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckpointView"];
                    "text/plain": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description nothing is signed yet */
            404: components["responses"]["NotFound"];
            /** @description neither JSON nor text is wanted */
            406: components["responses"]["NotAcceptable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    checkpoints_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CheckpointView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    proofs_consistency: {
        parameters: {
            query: {
                /** @description leaves of the smaller tree */
                from: number;
                /** @description leaves of the larger tree */
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description no such trees */
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    audit_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    checkpoints_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditKeyView"][];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    proofs_inclusion: {
        parameters: {
            query: {
                /** @description the item */
                itemId: string;
                /** @description the row of its trail */
                seq: number;
                /** @description leaves of the tree to prove it in; those of the newest checkpoint where left out */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description no such row */
            404: components["responses"]["NotFound"];
            /** @description the row has no leaf yet, or no checkpoint covers it */
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description no such tree, or one without this leaf */
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    signin_finish: {
        parameters: {
            query?: {
                /** @description what the issuer gives for tokens */
                code?: unknown;
                /** @description why the issuer signed nobody in */
                error?: unknown;
                /** @description the issuer, RFC 9207 */
                iss?: unknown;
                /** @description as Baton sent it to the issuer */
                state?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description to where the person wanted to be */
            303: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotReady"];
        };
    };
    session_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Unreadable"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    signin_begin: {
        parameters: {
            query?: {
                /** @description where to be afterwards, a path of this API’s own host */
                returnTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description to the issuer */
            303: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotReady"];
        };
    };
    signin_signOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description needed with a session, which says what it is */
                "x-csrf-token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedOutView"];
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
            503: components["responses"]["NotReady"];
        };
    };
    blockers_list: {
        parameters: {
            query?: {
                /** @description only of this category */
                category?: "organization" | "competing_objective" | "budget" | "skill" | "tool_or_access";
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only what this function owns */
                ownerFunction?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OpenBlockerView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    deliveries_listAll: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description the endpoint */
                endpointId?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only in this status */
                status?: "pending" | "delivered" | "dead";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    events_list: {
        parameters: {
            query?: {
                /** @description go on behind this: the id of an event (the `webhook-id` of its deliveries), or `nextCursor`; `latest`: from now on; left out or empty: from the beginning */
                after?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only events with this `data.subject` */
                subject?: string;
                /** @description only these types, and all that begin so (`item.*`); with commas or repeated. A process may announce others beside approval.voided, attachment.added, attachment.removed, audit.checkpoint_signed, audit.inconsistent, baton.dropped, comment.added, comment.resolved, consultation.answered, consultation.expired, consultation.opened, goal.activated, goal.closed, item.blocked, item.cancelled, item.created, item.delivered, item.described, item.event_recorded, item.expired, item.linked, item.migrated, item.moved, item.out_of_date, item.published, item.retagged, item.retired, item.revised, item.stage_changed, item.translated, item.unblocked, item.unlinked, process.activated, process.retired, task.claimed, task.declined, task.delegated, task.offered, task.released, task.signed, term.merged, webhook_endpoint.created, webhook_endpoint.deleted, webhook_endpoint.disabled, webhook_endpoint.enabled, webhook_endpoint.pinged */
                types?: string[];
            };
            header?: {
                /** @description the ETag of what is known already; 304 where nothing is new */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description nothing is new since the ETag in If-None-Match */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description no such event to go on from */
            404: components["responses"]["NotFound"];
            /** @description a cursor from a later moment */
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    eventstream_stream: {
        parameters: {
            query?: {
                /** @description go on behind this: the id of an event (the `webhook-id` of its deliveries), or `nextCursor`; `latest`: from now on; left out or empty: from the beginning */
                after?: string;
                /** @description the same as the header Last-Event-ID, for clients that cannot send it */
                lastEventId?: string;
                /** @description only events with this `data.subject` */
                subject?: string;
                /** @description only these types, and all that begin so (`item.*`); with commas or repeated. A process may announce others beside approval.voided, attachment.added, attachment.removed, audit.checkpoint_signed, audit.inconsistent, baton.dropped, comment.added, comment.resolved, consultation.answered, consultation.expired, consultation.opened, goal.activated, goal.closed, item.blocked, item.cancelled, item.created, item.delivered, item.described, item.event_recorded, item.expired, item.linked, item.migrated, item.moved, item.out_of_date, item.published, item.retagged, item.retired, item.revised, item.stage_changed, item.translated, item.unblocked, item.unlinked, process.activated, process.retired, task.claimed, task.declined, task.delegated, task.offered, task.released, task.signed, term.merged, webhook_endpoint.created, webhook_endpoint.deleted, webhook_endpoint.disabled, webhook_endpoint.enabled, webhook_endpoint.pinged */
                types?: string[];
            };
            header?: {
                /** @description the last `id` that was seen; goes before `after` */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description frames with `id`, `event` and `data`, and a comment where nothing happens */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description no such event to go on from */
            404: components["responses"]["NotFound"];
            /** @description a cursor from a later moment */
            409: components["responses"]["Conflict"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description too many streams */
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    glossary_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
                /** @description somewhere in the term or in a word for it */
                q?: string;
                /** @description the language that is translated from */
                sourceLocale?: string;
                /** @description with a word of this status */
                status?: "approved" | "forbidden";
                /** @description the language that is translated into */
                targetLocale?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GlossaryTermView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    glossary_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGlossaryTermBody"];
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlossaryTermView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    glossary_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the term */
                termId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlossaryTermView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    glossary_remove: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the term as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the term */
                termId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    glossary_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the term as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the term */
                termId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GlossaryTermChangesBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlossaryTermView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    glossary_history: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description the term */
                termId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GlossaryEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    glossary_export: {
        parameters: {
            query?: {
                /** @description the language that is translated from */
                sourceLocale?: string;
                /** @description the language that is translated into */
                targetLocale?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    glossary_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlossaryImportView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    goals_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only in this status */
                status?: "draft" | "active" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GoalView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    goals_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGoalBody"];
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    goals_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the goal */
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    goals_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the goal as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the goal */
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalChangesBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    goals_activate: {
        parameters: {
            query?: never;
            header: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the goal as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the goal */
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    goals_close: {
        parameters: {
            query?: never;
            header: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the goal as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the goal */
                goalId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    goals_history: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description the goal */
                goalId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GoalEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    handoffs_list: {
        parameters: {
            query?: {
                /** @description those that crossed this boundary */
                crossed?: "function" | "region" | "division";
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description only so formal ones */
                formality?: "formal" | "informal" | "ad_hoc";
                /** @description the item */
                itemId?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only with this outcome */
                outcome?: "accepted" | "declined" | "dropped" | "overridden" | "moved" | "edited";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HandoffView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    handoffs_counts: {
        parameters: {
            query?: {
                /** @description settled at this instant or later */
                since?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffCount"][];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    items_list: {
        parameters: {
            query?: {
                /** @description one of the audiences */
                audience?: string;
                /** @description with a blocker, or without */
                blocked?: boolean;
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description variants: how they stand to their source */
                freshness?: "missing" | "in_progress" | "up_to_date" | "out_of_date";
                /** @description made for this goal */
                goalId?: string;
                /** @description one of the journey stages */
                journeyStage?: string;
                /** @description only of this kind */
                kind?: "content" | "training" | "variant";
                /** @description how many at most */
                limit?: number;
                /** @description only in this locale */
                locale?: string;
                /** @description only what this function owns */
                ownerFunction?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
                /** @description only in this phase */
                phase?: "structure" | "generation" | "publishing" | "localization";
                /** @description only for this purpose */
                purpose?: string;
                /** @description words, each of which occurs in the title or the body, in any script */
                q?: string;
                /** @description only the one of this name */
                slug?: string;
                /** @description the variants of this item */
                sourceItemId?: string;
                /** @description only in this stage */
                stage?: string;
                /** @description only of this type */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ItemSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    items_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewItemBody"];
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    items_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of what is known already; 304 where nothing is new */
                "If-None-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            /** @description nothing is new since the ETag in If-None-Match */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    items_describe: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the item as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescriptionBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    attachments_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AttachmentView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    attachments_attach: {
        parameters: {
            query: {
                /** @description the file name: no path, no control characters */
                name: string;
            };
            header?: {
                /** @description RFC 9530, sha-256; other bytes are refused */
                "Content-Digest"?: string;
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description it was there already */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachmentView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    attachments_download: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of what is known already; 304 where nothing is new */
                "If-None-Match"?: string;
                /** @description the ETag of what a part is asked of; all of it where it is another by now */
                "If-Range"?: string;
                /** @description one part: bytes=0-999 */
                Range?: string;
            };
            path: {
                /** @description the attachment */
                attachmentId: string;
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description the part that was asked for */
            206: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Range": components["headers"]["Content-Range"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description nothing is new since the ETag in If-None-Match */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    attachments_detach: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the attachment */
                attachmentId: string;
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    items_available: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AvailableEventView"][];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    blockers_block: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockerBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    blockers_clear: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the blocker */
                blockerId: string;
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClearBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    changes_read: {
        parameters: {
            query?: {
                /** @description a revision by its number or digest; current, or published: as last published */
                from?: string;
                /** @description the newer text */
                to?: string;
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    comments_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only on this section */
                section?: string;
                /** @description only in this status */
                status?: "open" | "resolved";
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CommentView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    comments_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    comments_resolve: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the comment */
                commentId: string;
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    items_event: {
        parameters: {
            query?: never;
            header: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    history_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HistoryEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    impact_impact: {
        parameters: {
            query?: {
                /** @description how much the change would be */
                change?: "typo" | "minor" | "substantive";
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImpactView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    memory_leverage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changed: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                        context: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                        exact: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                        fuzzy_75: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                        fuzzy_85: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                        fuzzy_95: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                        new: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                        repeated: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                        total: {
                            /** Format: int64 */
                            units: number;
                            /** Format: int64 */
                            words: number;
                        };
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    links_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinksView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    links_link: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    links_unlink: {
        parameters: {
            query?: never;
            header?: {
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
                /** @description the type of the link */
                link: "trains_on" | "derived_from" | "prerequisite" | "replaces";
                /** @description the newer text */
                to: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    items_move: {
        parameters: {
            query?: never;
            header: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    po_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/x-gettext-translation": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    po_import: {
        parameters: {
            query?: {
                /** @description codes in another order than in the source are meant so */
                acceptReordered?: boolean;
                /** @description only say what would come of it */
                preview?: boolean;
                /** @description make a body anew from its segments where it was written as a whole */
                rebuild?: boolean;
            };
            header?: {
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    release_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    revisions_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RevisionSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    revisions_write: {
        parameters: {
            query?: never;
            header: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisionBody"];
            };
        };
        responses: {
            /** @description the text is the current one already */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    revisions_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
                /** @description a number, a digest, or `current` */
                revision: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    segments_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only segments in this state */
                state?: "untranslated" | "proposed" | "source_changed" | "translated" | "reviewed" | "approved";
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SegmentView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    segments_edit: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the item as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentsBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    segments_history: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
                /** @description as the list of segments gives it */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentHistoryView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    proposals_read: {
        parameters: {
            query?: {
                /** @description the least score */
                least?: number;
                /** @description with what the machine proposes */
                machine?: boolean;
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
                /** @description as the list of segments gives it */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    proposals_pretranslate: {
        parameters: {
            query?: never;
            header: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PretranslateBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentsReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    whynot_whyNot: {
        parameters: {
            query: {
                /** @description a person; the caller where it is left out */
                actor?: string;
                /** @description as in the event */
                comment?: string;
                /** @description the text that was seen; the present one where it is left out */
                digest?: string;
                /** @description the event that is asked about */
                event: string;
                /** @description as in the event */
                override?: boolean;
                /** @description as in the event */
                publishAt?: string;
                /** @description as in the event */
                reasonCode?: "inaccurate" | "incomplete" | "unclear" | "off_brand" | "legal_risk" | "terminology" | "formatting" | "outdated" | "other";
                /** @description as in the event */
                returnTo?: string;
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyNotView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    xliff_export: {
        parameters: {
            query?: {
                /** @description 1.2 only; prefilled: untranslated targets hold their source, as OmegaT needs it */
                profile?: "plain" | "prefilled";
                /** @description with what the memory proposes */
                proposals?: boolean;
                /** @description the version of the format */
                version?: "1.2" | "2.1";
            };
            header?: never;
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/xliff+xml": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    xliff_importOne: {
        parameters: {
            query?: {
                /** @description codes in another order than in the source are meant so */
                acceptReordered?: boolean;
                /** @description only say what would come of it */
                preview?: boolean;
                /** @description make a body anew from its segments where it was written as a whole */
                rebuild?: boolean;
            };
            header?: {
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the item */
                itemId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    bulk_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkEventsBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    matrix_read: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description only locales in this state */
                freshness?: "missing" | "in_progress" | "up_to_date" | "out_of_date";
                /** @description only of this kind */
                kind?: "content" | "training";
                /** @description how many at most */
                limit?: number;
                /** @description only this locale */
                locale?: string;
                /** @description only what this function owns */
                ownerFunction?: string;
                /** @description only of this type */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MatrixRowView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    matrix_assign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellResultsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    matrix_requestUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestUpdateBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CellResultsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    matrix_totals: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description only locales in this state */
                freshness?: "missing" | "in_progress" | "up_to_date" | "out_of_date";
                /** @description only of this kind */
                kind?: "content" | "training";
                /** @description how many at most */
                limit?: number;
                /** @description only this locale */
                locale?: string;
                /** @description only what this function owns */
                ownerFunction?: string;
                /** @description only of this type */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatrixTotalsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    matrix_xliff: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["XliffZipBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    me_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    memory_tmx: {
        parameters: {
            query: {
                /** @description the language that is translated from */
                sourceLocale: string;
                /** @description the language that is translated into */
                targetLocale: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-tmx+xml": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    people_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    people_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonBody"];
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    people_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    people_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonChangesBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    absences_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    absences_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AbsenceView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    absences_clear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    personaccess_unlink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    people_addMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembershipFields"];
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    people_removeMembership: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the membership */
                membershipId: string;
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    personaccess_endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the person */
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processmigrations_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MigrationView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processmigrations_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MigrationBody"];
            };
        };
        responses: {
            /** @description what would happen */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationReportView"];
                };
            };
            /** @description the run */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processmigrations_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the run */
                migrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processmigrations_choose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the run */
                migrationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChoicesBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processmigrations_items: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only with this outcome */
                outcome?: "needs_choice" | "blocked" | "failed";
            };
            header?: never;
            path: {
                /** @description the run */
                migrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnmigratedView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processmigrations_stop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the run */
                migrationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MigrationView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processes_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessSummary"][];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processlife_deploy: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description a process as people write it or as it is stored; see /process.schema.json */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "application/x-yaml": {
                    [key: string]: unknown;
                };
                "application/yaml": {
                    [key: string]: unknown;
                };
                "text/yaml": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description it was there already */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessView"];
                };
            };
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processes_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description a digest, or the id of a process for its active version */
                process: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processlife_activate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description a digest, or the id of a process for its active version */
                process: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processlife_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description a digest, or the id of a process for its active version */
                process: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processes_diff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the version to compare with, named like the first */
                other: string;
                /** @description a digest, or the id of a process for its active version */
                process: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferencesView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processes_mermaid: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description a digest, or the id of a process for its active version */
                process: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processlife_retire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description a digest, or the id of a process for its active version */
                process: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processes_svg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description a digest, or the id of a process for its active version */
                process: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    processlife_checkSource: {
        parameters: {
            query?: {
                /** @description the day or moment by which a goal wants an item out that begins now */
                goalDate?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description a process as people write it or as it is stored; see /process.schema.json */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "application/x-yaml": {
                    [key: string]: unknown;
                };
                "application/yaml": {
                    [key: string]: unknown;
                };
                "text/yaml": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    published_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
                /** @description there in this locale; de covers de-DE */
                locale?: string;
                /** @description or a synonym of it */
                type?: string;
                /** @description published in some locale at this instant or later */
                updatedSince?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PublishedSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    published_read: {
        parameters: {
            query?: {
                /** @description the languages that the reader takes, as in Accept-Language, which counts where this is left out */
                locale?: string;
            };
            header?: {
                /** @description where no `locale` is given */
                "Accept-Language"?: string;
                /** @description the ETag of what is known already; 304 where nothing is new */
                "If-None-Match"?: string;
            };
            path: {
                /** @description the name of the source in addresses */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedView"];
                    "text/html": string;
                    "text/markdown": string;
                };
            };
            /** @description nothing is new since the ETag in If-None-Match */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            406: components["responses"]["NotAcceptable"];
            410: components["responses"]["Gone"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    published_scorm: {
        parameters: {
            query?: {
                /** @description the languages that the reader takes, as in Accept-Language, which counts where this is left out */
                locale?: string;
            };
            header?: {
                /** @description where no `locale` is given */
                "Accept-Language"?: string;
                /** @description the ETag of what is known already; 304 where nothing is new */
                "If-None-Match"?: string;
            };
            path: {
                /** @description the name of the source in addresses */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description nothing is new since the ETag in If-None-Match */
            304: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "Content-Language": components["headers"]["Content-Language"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    Vary: components["headers"]["Vary"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            410: components["responses"]["Gone"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    tasks_list: {
        parameters: {
            query?: {
                /** @description or a question of it: draft/product_management */
                activity?: string;
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description offered to this function */
                function?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
                /** @description the item */
                itemId?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only in this locale */
                locale?: string;
                /** @description of a locale in this region, ISO 3166-1 alpha-2 */
                region?: string;
                /** @description responsible: work. consulted: questions */
                role?: "responsible" | "consulted";
                /** @description the stage of the item */
                stage?: string;
                /** @description with view=all; open ones where it is left out */
                status?: "offered" | "claimed" | "done" | "returned" | "expired" | "cancelled";
                /** @description mine: claimed by the caller. claimable: offered to the caller. all: of the workspace */
                view?: "mine" | "claimable" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TaskView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    tasks_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the task */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    tasks_advise: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the task */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AdviceBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    tasks_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the task */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    tasks_decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the task */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclineBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    tasks_delegate: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the task */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegateBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    tasks_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the task */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    tasks_sign: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
                /** @description the ETag of the item as you saw it; 412 when it has moved on */
                "If-Match"?: string;
            };
            path: {
                /** @description the task */
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    bulktasks_assign: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkAssignBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskResultsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    bulktasks_claim: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkClaimBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskResultsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    taxonomies_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomySummary"][];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    taxonomies_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description which of the taxonomies */
                taxonomy: "type" | "audience" | "purpose" | "journey_stage";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomyView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    taxonomies_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description which of the taxonomies */
                taxonomy: "type" | "audience" | "purpose" | "journey_stage";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxonomyChangesBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxonomySummary"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    terms_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description which of the taxonomies */
                taxonomy: "type" | "audience" | "purpose" | "journey_stage";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTermBody"];
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    terms_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description which of the taxonomies */
                taxonomy: "type" | "audience" | "purpose" | "journey_stage";
                /** @description the key of the term */
                term: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TermChangesBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    termstatus_deprecate: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description which of the taxonomies */
                taxonomy: "type" | "audience" | "purpose" | "journey_stage";
                /** @description the key of the term */
                term: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeprecationBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    terms_history: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description which of the taxonomies */
                taxonomy: "type" | "audience" | "purpose" | "journey_stage";
                /** @description the key of the term */
                term: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TermEntryView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    termstatus_merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description which of the taxonomies */
                taxonomy: "type" | "audience" | "purpose" | "journey_stage";
                /** @description the key of the term */
                term: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergedView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    termstatus_reactivate: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description which of the taxonomies */
                taxonomy: "type" | "audience" | "purpose" | "journey_stage";
                /** @description the key of the term */
                term: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TermView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpoints_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EndpointView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpoints_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEndpointBody"];
            };
        };
        responses: {
            /** @description created */
            201: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointWithSecretView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpoints_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpoints_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description done; there is nothing to say */
            204: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpoints_change: {
        parameters: {
            query?: never;
            header: {
                /** @description the ETag of the endpoint as you saw it; 428 without, 412 when it has moved on */
                "If-Match": string;
            };
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndpointChangesBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["Stale"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            428: components["responses"]["VersionRequired"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    deliveries_list: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description how many at most */
                limit?: number;
                /** @description only in this status */
                status?: "pending" | "delivered" | "dead";
            };
            header?: never;
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeliveryView"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    deliveries_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the endpoint */
                endpointId: string;
                /** @description the message, as in webhook-id */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryWithAttemptsView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    deliveries_replayOne: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description the endpoint */
                endpointId: string;
                /** @description the message, as in webhook-id */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description work has begun */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpointlife_disable: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpointlife_enable: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EnableBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpointlife_ping: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description work has begun */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    deliveries_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayBody"];
            };
        };
        responses: {
            /** @description work has begun */
            202: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    endpointlife_rotate: {
        parameters: {
            query?: never;
            header?: {
                /** @description equal requests under one key have one effect and one answer, for 24 hours; after a refusal it is free again */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description the endpoint */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RotationBody"];
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointWithSecretView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            414: components["responses"]["AddressTooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    workload_read: {
        parameters: {
            query?: {
                /** @description from `nextCursor` of the page before */
                cursor?: string;
                /** @description tasks for this function, and who works in it */
                function?: "enablement" | "learning_and_development" | "human_resources" | "sales_operations" | "legal" | "sales_management" | "executive_management" | "product_management" | "marketing" | "customer_service_management" | "event_management" | "information_technology" | "regional";
                /** @description how many at most */
                limit?: number;
                /** @description tasks for this locale, and who covers it */
                locale?: string;
                /** @description tasks for locales of this region, and who covers it */
                region?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkloadView"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
    xliff_importAll: {
        parameters: {
            query?: {
                /** @description codes in another order than in the source are meant so */
                acceptReordered?: boolean;
                /** @description only say what would come of it */
                preview?: boolean;
                /** @description make a body anew from its segments where it was written as a whole */
                rebuild?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description as asked for */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["Cache-Control"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-request-id": components["headers"]["x-request-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["Unreadable"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["NotValid"];
            429: components["responses"]["TooManyRequests"];
            431: components["responses"]["HeadersTooLarge"];
            500: components["responses"]["Fault"];
        };
    };
}
