-- Who was erased a short while ago. Entries of the logs that were on their way then still name them, and are replaced when
-- they are sealed. By what the person was known is sealed with a key that is not in the database.
create table recent_erasure (
    project_id bigint      not null,
    entry      bigint      not null,
    pseudonym  text        not null,
    person     bytea       not null,
    at         timestamptz not null,
    primary key (project_id, entry)
);

-- Accounts go in many ways: with a person, a family, a group, an import. A photo goes with its account in all of them.
create function delete_photo_of_account() returns trigger language plpgsql as $$
begin
    delete from photo where id = old.photo_id;
    return null;
end $$;
create trigger account_photo after delete on account
    for each row when (old.photo_id is not null) execute function delete_photo_of_account();

-- When the burst began to which a notification belongs: those of one kind that came in quick succession are told as one.
alter table notification add column burst timestamptz;
