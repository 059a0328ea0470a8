-- The same rule as before. Which row is meant is asked for each table by itself, so that an index answers: with one
-- condition for both, each quote that was added had all quotes read, twice.
create or replace function refuse_freer_quotes() returns trigger language plpgsql as $$
declare
  freer boolean;
  elsewhere boolean;
begin
  if tg_table_name = 'quotes' then
    select bool_or(ground_rule_rank(quotes.ground_rule) < ground_rule_rank(occasions.ground_rule)),
      bool_or(quotes.source_id <> occasions.source_id)
    into freer, elsewhere
    from quotes join occasions on occasions.id = quotes.occasion_id where quotes.id = new.id;
  else
    select bool_or(ground_rule_rank(quotes.ground_rule) < ground_rule_rank(occasions.ground_rule)),
      bool_or(quotes.source_id <> occasions.source_id)
    into freer, elsewhere
    from quotes join occasions on occasions.id = quotes.occasion_id where quotes.occasion_id = new.id;
  end if;
  if freer then
    raise exception 'a quote is never freer than its occasion' using errcode = 'check_violation', constraint = 'quotes_never_freer';
  end if;
  if elsewhere then
    raise exception 'a quote belongs to the source of its occasion' using errcode = 'check_violation', constraint = 'quotes_of_their_source';
  end if;
  return null;
end $$;
