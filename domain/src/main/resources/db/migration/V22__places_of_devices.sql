-- Where a device stands, in degrees of WGS 84, so that visitors find the way; both or none.
alter table device
    add column latitude double precision check (latitude between -90 and 90),
    add column longitude double precision check (longitude between -180 and 180),
    add constraint device_position check ((latitude is null) = (longitude is null));
