-- The servers (nodes) that decide at doors, and by which versions each of them does. One that ends takes its row along; one that
-- is cut off or gone keeps it for a while, so that people see that nothing is known of it.
create table node (
    name      text        primary key,
    seen      timestamptz not null,
    -- by the id of the project: what decides everywhere, and what does in part
    rulebooks jsonb       not null
);

-- Whether people have been told that not every server has switched to it.
alter table rulebook add column lag_told boolean not null default false;
