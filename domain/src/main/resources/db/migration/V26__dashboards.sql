-- How somebody has arranged their Today; nothing of an account is how it is for everybody.
create table dashboard_widget (
    account_id bigint   not null references account on delete cascade,
    place      smallint not null,
    widget     text     not null,
    shown      boolean  not null,
    width      smallint not null check (width between 1 and 6),
    height     smallint not null check (height between 1 and 8),
    primary key (account_id, widget)
);
