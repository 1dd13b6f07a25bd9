-- Identifiers that people add and edit one by one. What site files do not know of one (name, notes, when it was added) an
-- import leaves alone.
alter table identifier
    add column name      text        not null default '' check (length(name) <= 100),
    add column notes     text        not null default '' check (length(notes) <= 1000),
    add column suspended boolean     not null default false,
    add column created   timestamptz not null default now(),
    -- changes with every edit, whoever makes it: two editors of one identifier are told of each other
    add column version   bigint      not null default 0,
    -- the value in its one form: the same card in two notations is one
    add column identity  text,
    -- the spellings by which it is looked for, in lower case, one a line; none where knowing the value opens doors
    add column words     text        not null default '';

-- As the server makes them from now on. What is stored has come through site files, which know no value twice.
create function card_number(written text) returns text language plpgsql immutable as $$
declare
    bare  text := upper(btrim(written));
    parts text[];
    bits  bigint;
begin
    if bare ~ '^\d+$' then
        return bare::numeric::text;
    end if;
    parts := regexp_match(bare, '^(\d{1,5})\s?[,+/]\s?(\d{1,5})$');
    parts := coalesce(parts, regexp_match(bare, '^(\d{3})-(\d{5})$'));
    if parts is not null then
        return (parts[1]::bigint * 65536 + parts[2]::bigint)::text;
    end if;
    bits := ('x' || lpad(regexp_replace(bare, '^0X|[:\- ]', '', 'g'), 16, '0'))::bit(64)::bigint;
    return (bits + case when bits < 0 then 18446744073709551616 else 0 end)::text;
end $$;
update identifier set
    identity = case type
        when 'CARD' then card_number(value)
        when 'UKEY' then upper(regexp_replace(btrim(value), '[\s:-]', '', 'g'))
        when 'LICENCE_PLATE' then upper(regexp_replace(btrim(value), '[\s\u00a0\u2010-\u2015-]', '', 'g'))
        when 'QR' then case when btrim(value) ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
                            then lower(btrim(value)) else btrim(value) end
        else btrim(value) end;
update identifier set words = lower(btrim(value) || E'\n' || lpad(identity, greatest(10, length(identity)), '0')
    || case when type = 'CARD' and length(identity) <= 18
            then E'\n' || lpad(to_hex(identity::bigint), 8, '0') else '' end)
where type not in ('ACCESS_CODE', 'QR');
drop function card_number;
-- rows with checks that wait for the commit would keep the table from being altered
set constraints all immediate;

alter table identifier
    alter column identity set not null,
    -- looked at when all of a change is stored: two identifiers may swap their values
    add constraint identifier_value unique (project_id, type, identity) deferrable initially deferred;

-- Lists of identifiers are read in this order, a page at a time.
create index identifier_created on identifier (project_id, created, id);
create index acs_log_identifier on acs_log (project_id, identifier_id, id desc) where identifier_id is not null;

-- The photo of a face goes with its identifier, whoever deletes it.
create table face_photo (
    project_id    bigint not null,
    identifier_id text   not null,
    jpeg          bytea  not null check (octet_length(jpeg) <= 3000000),
    primary key (project_id, identifier_id),
    foreign key (project_id, identifier_id) references identifier on delete cascade
);

-- How many digits the access codes of a project have that the server makes.
alter table project add column code_length integer not null default 6 check (code_length between 4 and 8);

-- What an import of identifiers added, so that it can be taken back while nobody has touched it.
create table identifier_import (
    project_id bigint      not null references project on delete cascade,
    id         bigint      generated always as identity,
    at         timestamptz not null,
    by_name    text        not null,
    source     text        not null check (length(source) <= 200),
    added      integer     not null,
    changed    integer     not null,
    undone     timestamptz,
    primary key (project_id, id)
);
create table identifier_import_row (
    project_id    bigint not null,
    import_id     bigint not null,
    identifier_id text   not null,
    -- as the import left it
    version       bigint not null,
    -- as it was before; null when the import added it
    before        jsonb,
    primary key (project_id, import_id, identifier_id),
    foreign key (project_id, import_id) references identifier_import on delete cascade,
    foreign key (project_id, identifier_id) references identifier on delete cascade
);
create index identifier_import_row_identifier on identifier_import_row (project_id, identifier_id);
