-- The trail, the revisions and the readings of sealed names cannot be rewritten by anyone who comes through the app.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;--> statement-breakpoint
create trigger story_events_stay before update or delete or truncate on story_events for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger desk_events_stay before update or delete or truncate on desk_events for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger revisions_stay before update or delete or truncate on revisions for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger reveals_stay before update or delete or truncate on reveals for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger attestations_stay before update or delete or truncate on attestations for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger quote_events_stay before update or delete or truncate on quote_events for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger former_slugs_stay before update or delete or truncate on former_slugs for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger corrections_stay before delete or truncate on corrections for each statement execute function refuse_rewriting();
