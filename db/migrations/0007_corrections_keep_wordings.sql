-- A correction can be put in other words, and the words before stay on file.
create function corrections_keep() returns trigger language plpgsql as $$
begin
  if (old.id, old.story_id) is distinct from (new.id, new.story_id) then
    raise exception 'a correction stays with its story' using errcode = 'restrict_violation';
  end if;
  if (old.kind, old.text, old.was, old.says) is distinct from (new.kind, new.text, new.was, new.says) then
    insert into correction_wordings (correction_id, kind, text, was, says)
      values (old.id, old.kind, old.text, old.was, old.says);
    new.amended_at := now();
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger corrections_keep before update on corrections for each row execute function corrections_keep();--> statement-breakpoint
create trigger correction_wordings_stay before update or delete or truncate on correction_wordings for each statement execute function refuse_rewriting();--> statement-breakpoint
create function suggestions_tell() returns trigger language plpgsql as $$
begin
  perform tell_of_story('talk', new.story_id);
  return null;
end $$;--> statement-breakpoint
create trigger suggestions_tell after insert or update on suggestions for each row execute function suggestions_tell();
