-- Beside its policies a rulebook has decision tables, and what it is tried against before it may decide: scenarios and
-- invariants. What came out of that is kept with the version.
alter table rulebook
    add column tables     jsonb not null default '[]',
    add column scenarios  jsonb not null default '[]',
    add column invariants jsonb not null default '[]',
    add column report     jsonb;
