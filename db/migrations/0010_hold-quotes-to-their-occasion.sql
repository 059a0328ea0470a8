-- A quote may be stricter than the talk it comes from, and never freer; and it belongs to the source of that talk.
-- Deferred to the end of the transaction: an occasion and its quotes may be changed one after the other within it.
create function ground_rule_rank(rule text) returns integer language sql immutable strict as $$
  select array_position(array['on_record', 'background', 'deep_background', 'off_record'], rule)
$$;--> statement-breakpoint
update quotes set ground_rule = null from occasions
where occasions.id = quotes.occasion_id and ground_rule_rank(quotes.ground_rule) <= ground_rule_rank(occasions.ground_rule);--> statement-breakpoint
create function refuse_freer_quotes() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from quotes join occasions on occasions.id = quotes.occasion_id
    where (case tg_table_name when 'quotes' then quotes.id else quotes.occasion_id end) = new.id
      and ground_rule_rank(quotes.ground_rule) < ground_rule_rank(occasions.ground_rule)
  ) then
    raise exception 'a quote is never freer than its occasion' using errcode = 'check_violation', constraint = 'quotes_never_freer';
  end if;
  if exists (
    select 1 from quotes join occasions on occasions.id = quotes.occasion_id
    where (case tg_table_name when 'quotes' then quotes.id else quotes.occasion_id end) = new.id
      and quotes.source_id <> occasions.source_id
  ) then
    raise exception 'a quote belongs to the source of its occasion' using errcode = 'check_violation', constraint = 'quotes_of_their_source';
  end if;
  return null;
end $$;--> statement-breakpoint
create constraint trigger quotes_never_freer after insert or update of ground_rule, occasion_id, source_id on quotes
  deferrable initially deferred for each row execute function refuse_freer_quotes();--> statement-breakpoint
create constraint trigger occasions_never_stricter after update of ground_rule, source_id on occasions
  deferrable initially deferred for each row execute function refuse_freer_quotes();--> statement-breakpoint
create function plain_source() returns trigger language plpgsql as $$
begin
  new.plain := lower(unaccent(new.name || ' ' || new.role || ' ' || new.organisation || ' ' || array_to_string(new.former_names, ' ')));
  return new;
end $$;--> statement-breakpoint
create trigger sources_plain before insert or update of name, role, organisation, former_names on sources
  for each row execute function plain_source();--> statement-breakpoint
update sources set name = name;--> statement-breakpoint
insert into quote_prints (story_id, quote_id)
select distinct revisions.story_id, quotes.id
from publications
join revisions on revisions.story_id = publications.story_id and revisions.number = publications.revision and revisions.kind <> 'branch'
cross join lateral regexp_matches(revisions.words::text, '"quoteId": ?"([0-9a-f-]{36})"', 'g') as named(ids)
join quotes on quotes.id::text = named.ids[1]
join stories on stories.id = revisions.story_id;--> statement-breakpoint
create trigger quote_disputes_stay before update or delete or truncate on quote_disputes for each statement execute function refuse_rewriting();--> statement-breakpoint
create trigger quote_addresses_stay before update or delete or truncate on quote_addresses for each statement execute function refuse_rewriting();
