-- A pass in a wallet outlives the guest pass that it shows: phones have to be told that it is over, and then ask for it. Phones
-- know it by its serial number, so that is its key; project and identifier are empty once the guest pass is deleted.
alter table wallet_device add column serial text;
update wallet_device d set serial = w.serial from wallet_pass w
where w.project_id = d.project_id and w.identifier_id = d.identifier_id;
-- its keys go with the columns
alter table wallet_device drop column project_id, drop column identifier_id;

alter table wallet_pass
    drop constraint wallet_pass_pkey,
    drop constraint wallet_pass_serial_key,
    drop constraint wallet_pass_project_id_identifier_id_fkey,
    alter column project_id drop not null,
    alter column identifier_id drop not null,
    -- when it was noted that the guest pass is deleted
    add column ended timestamptz,
    add primary key (serial),
    add unique (project_id, identifier_id),
    add foreign key (project_id, identifier_id) references identifier on delete set null;
create index wallet_pass_ended on wallet_pass (ended) where project_id is null;

alter table wallet_device
    alter column serial set not null,
    add primary key (serial, device),
    add foreign key (serial) references wallet_pass on delete cascade;

-- What stood on a pass, a name among it, is kept no longer than the guest pass itself.
create function forget_facts_of_wallet_pass() returns trigger language plpgsql as $$
begin
    new.facts := '';
    return new;
end $$;
create trigger wallet_pass_forgets before update on wallet_pass
    for each row when (old.project_id is not null and new.project_id is null)
    execute function forget_facts_of_wallet_pass();
