-- Whatever changes on the desk is told over one channel once it is committed: a topic, an id and who may hear it, never
-- what changed. Triggers tell it, so that no way of writing can forget to.
create function tell_desk(about text, id uuid, people uuid[], editors boolean) returns void language sql as $$
  select pg_notify('verbatim_live', json_build_object('about', about, 'id', id, 'to', people, 'editors', editors)::text);
$$;--> statement-breakpoint
create function tell_of_story(about text, story uuid) returns void language sql as $$
  select tell_desk(about, story, array(select user_id from story_authors where story_id = story), true);
$$;--> statement-breakpoint
create function stories_tell() returns trigger language plpgsql as $$
declare
  on_board boolean := tg_op = 'INSERT';
begin
  if tg_op = 'UPDATE' then
    on_board := (old.stage, old.headline, old.kicker, old.section_id, old.due_at, old.assignment, old.embargo_until,
        old.scheduled_for, old.missed_because, old.approved_revision)
      is distinct from (new.stage, new.headline, new.kicker, new.section_id, new.due_at, new.assignment, new.embargo_until,
        new.scheduled_for, new.missed_because, new.approved_revision);
  end if;
  perform tell_of_story(case when on_board then 'story' else 'text' end, new.id);
  return null;
end $$;--> statement-breakpoint
create trigger stories_tell after insert or update on stories for each row execute function stories_tell();--> statement-breakpoint
create function story_authors_tell() returns trigger language plpgsql as $$
declare
  line record;
begin
  if tg_op = 'DELETE' then line := old; else line := new; end if;
  -- Who was taken off a story hears it too: it leaves their board.
  perform tell_desk('story', line.story_id, array[line.user_id], true);
  return null;
end $$;--> statement-breakpoint
create trigger story_authors_tell after insert or delete on story_authors for each row execute function story_authors_tell();--> statement-breakpoint
create function story_events_tell() returns trigger language plpgsql as $$
begin
  perform tell_of_story('story', new.story_id);
  return null;
end $$;--> statement-breakpoint
create trigger story_events_tell after insert on story_events for each row execute function story_events_tell();--> statement-breakpoint
create function talk_tells() returns trigger language plpgsql as $$
begin
  perform tell_of_story('talk', new.story_id);
  return null;
end $$;--> statement-breakpoint
create trigger threads_tell after insert or update on threads for each row execute function talk_tells();--> statement-breakpoint
create trigger notes_tell after insert or update on notes for each row execute function talk_tells();--> statement-breakpoint
create function thread_comments_tell() returns trigger language plpgsql as $$
begin
  perform tell_of_story('talk', threads.story_id) from threads where threads.id = new.thread_id;
  return null;
end $$;--> statement-breakpoint
create trigger thread_comments_tell after insert or update on thread_comments for each row execute function thread_comments_tell();--> statement-breakpoint
create function sessions_tell() returns trigger language plpgsql as $$
begin
  perform tell_desk('session', old.user_id, array[old.user_id], false);
  return null;
end $$;--> statement-breakpoint
create trigger sessions_tell after update of ended_at, expires_at or delete on sessions for each row execute function sessions_tell();--> statement-breakpoint
create function users_tell() returns trigger language plpgsql as $$
begin
  perform tell_desk('session', new.id, array[new.id], false);
  return null;
end $$;--> statement-breakpoint
create trigger users_tell after update of role, deactivated_at, name on users for each row execute function users_tell();
