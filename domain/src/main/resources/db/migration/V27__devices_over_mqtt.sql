-- Whether a device was ever heard of over MQTT, the only way on which it can be brought copies. Null until it is heard of.
alter table device_state add column over_mqtt boolean;
