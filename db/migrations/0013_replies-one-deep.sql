-- Threads are one deep: an answer stands under a reply of the same story, and never under another answer.
create function replies_one_deep() returns trigger language plpgsql as $$
begin
  if new.parent_id is not null and not exists (
    select 1 from replies where id = new.parent_id and story_id = new.story_id and parent_id is null
  ) then
    raise exception 'an answer stands under a reply of the same story' using errcode = 'check_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger replies_one_deep before insert or update of parent_id, story_id on replies for each row execute function replies_one_deep();
