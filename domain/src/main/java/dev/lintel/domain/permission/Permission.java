package dev.lintel.domain.permission;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What can be permitted: the catalogue of permissions. Its areas and the default profiles stand in
 * {@code permissions.csv} beside this class, and a test holds the two together.
 */
public enum Permission {
    AMENITY_CREATE("amenity.create"),
    AMENITY_VIEW_ALL("amenity.view.all"),
    AMENITY_VIEW_GROUP("amenity.view.group"),
    AMENITY_VIEW_DESCENDANTS("amenity.view.descendants"),
    AMENITY_VIEW_OWN("amenity.view.own"),
    AMENITY_EDIT_ALL("amenity.edit.all"),
    AMENITY_EDIT_GROUP("amenity.edit.group"),
    AMENITY_EDIT_DESCENDANTS("amenity.edit.descendants"),
    AMENITY_EDIT_OWN("amenity.edit.own"),
    AMENITY_DELETE_ALL("amenity.delete.all"),
    AMENITY_DELETE_GROUP("amenity.delete.group"),
    AMENITY_DELETE_DESCENDANTS("amenity.delete.descendants"),
    AMENITY_DELETE_OWN("amenity.delete.own"),
    RESERVATION_CREATE("reservation.create"),
    RESERVATION_VIEW_ALL("reservation.view.all"),
    RESERVATION_VIEW_GROUP("reservation.view.group"),
    RESERVATION_VIEW_DESCENDANTS("reservation.view.descendants"),
    RESERVATION_VIEW_OWN("reservation.view.own"),
    RESERVATION_EDIT_ALL("reservation.edit.all"),
    RESERVATION_EDIT_GROUP("reservation.edit.group"),
    RESERVATION_EDIT_DESCENDANTS("reservation.edit.descendants"),
    RESERVATION_EDIT_OWN("reservation.edit.own"),
    RESERVATION_VIEW_LOG_ALL("reservation.view-log.all"),
    RESERVATION_VIEW_LOG_GROUP("reservation.view-log.group"),
    RESERVATION_VIEW_LOG_DESCENDANTS("reservation.view-log.descendants"),
    RESERVATION_VIEW_LOG_OWN("reservation.view-log.own"),

    UKEY_VIEW("ukey.view"),

    VIRTUAL_NUMBER_CREATE("virtual-number.create"),
    VIRTUAL_NUMBER_EDIT("virtual-number.edit"),
    VIRTUAL_NUMBER_DELETE("virtual-number.delete"),
    VIRTUAL_NUMBER_ACTIVATE("virtual-number.activate"),
    VIRTUAL_NUMBER_MARK_SYSTEM("virtual-number.mark-system"),
    VIRTUAL_NUMBER_VIEW_GROUP("virtual-number.view.group"),
    VIRTUAL_NUMBER_VIEW_DESCENDANTS("virtual-number.view.descendants"),
    VIRTUAL_NUMBER_VIEW_ALL("virtual-number.view.all"),

    GROUP_CREATE_ROOT("group.create-root"),
    GROUP_CREATE_DESCENDANT("group.create-descendant"),
    GROUP_VIEW_ALL("group.view.all"),
    GROUP_COMPANY_INFO_VIEW("group.company-info.view"),
    GROUP_COMPANY_INFO_VIEW_IN_APP("group.company-info.view-in-app"),
    GROUP_COMPANY_INFO_EDIT("group.company-info.edit"),
    GROUP_MAIL_TEMPLATE_VIEW("group.mail-template.view"),
    GROUP_MAIL_TEMPLATE_EDIT("group.mail-template.edit"),
    GROUP_EDIT_ALL("group.edit.all"),
    GROUP_EDIT_DESCENDANTS("group.edit.descendants"),
    GROUP_EDIT_OWN("group.edit.own"),
    GROUP_MANAGE_USERS("group.manage-users"),
    GROUP_MANAGE_ACCESS_RESTRICTIONS("group.manage-access-restrictions"),
    GROUP_MANAGE_DEVICES("group.manage-devices"),
    GROUP_MANAGE_GUEST_ACCESS("group.manage-guest-access"),
    GROUP_MANAGE_SIP_TRUNKS("group.manage-sip-trunks"),
    GROUP_MANAGE_FORWARDING("group.manage-forwarding"),
    GROUP_DELETE_ALL("group.delete.all"),
    GROUP_DELETE("group.delete"),

    CALL_TO_GROUP("call.to.group"),
    CALL_TO_DESCENDANTS("call.to.descendants"),
    CALL_TO_ALL("call.to.all"),
    CALL_RECEIVE_AS_CONCIERGE("call.receive-as-concierge"),
    CALL_RECEIVE_FROM_DESCENDANTS("call.receive-from-descendants"),
    CALL_TO_INTERCOM("call.to-intercom"),

    CALL_HISTORY_VIEW_GROUP("call-history.view.group"),
    CALL_HISTORY_VIEW_DESCENDANTS("call-history.view.descendants"),
    CALL_HISTORY_VIEW_ALL("call-history.view.all"),

    IDENTIFIER_VIEW_OWN("identifier.view.own"),
    IDENTIFIER_VIEW_GROUP("identifier.view.group"),
    IDENTIFIER_VIEW_DESCENDANTS("identifier.view.descendants"),
    IDENTIFIER_VIEW_ALL("identifier.view.all"),
    IDENTIFIER_CREATE("identifier.create"),
    IDENTIFIER_EDIT("identifier.edit"),
    IDENTIFIER_DELETE("identifier.delete"),
    IDENTIFIER_IMPORT("identifier.import"),
    IDENTIFIER_EXPORT("identifier.export"),
    ACS_LOG_VIEW("acs-log.view"),
    GUEST_PASS_CREATE("guest-pass.create"),

    ELEVATOR_CREATE("elevator.create"),
    ELEVATOR_EDIT("elevator.edit"),
    ELEVATOR_DELETE("elevator.delete"),
    ELEVATOR_VIEW("elevator.view"),
    ELEVATOR_VIEW_ALL("elevator.view.all"),
    ELEVATOR_RESTRICTION_VIEW_ALL("elevator-restriction.view.all"),

    LICENCE_VIEW_GROUP("licence.view.group"),
    LICENCE_EDIT_DESCENDANTS("licence.edit.descendants"),
    LICENCE_EDIT_USERS("licence.edit.users"),
    LICENCE_MANAGE("licence.manage"),

    ACCESS_RESTRICTION_VIEW("access-restriction.view"),
    ACCESS_RESTRICTION_CREATE("access-restriction.create"),
    ACCESS_RESTRICTION_EDIT("access-restriction.edit"),
    ACCESS_RESTRICTION_DELETE("access-restriction.delete"),
    ACCESS_RESTRICTION_VIEW_ALL("access-restriction.view.all"),

    ANNOUNCE_VIEW("announce.view"),
    ANNOUNCE_CREATE("announce.create"),
    ANNOUNCE_EDIT("announce.edit"),
    ANNOUNCE_DELETE("announce.delete"),
    ANNOUNCE_SEND("announce.send"),
    ANNOUNCE_VIEW_ALL("announce.view.all"),
    ANNOUNCE_RECEIVE("announce.receive"),

    BACKUP_CREATE("backup.create"),
    BACKUP_DELETE("backup.delete"),
    BACKUP_VIEW("backup.view"),
    BACKUP_APPLY("backup.apply"),
    BACKUP_DOWNLOAD("backup.download"),

    CONVERSATION_VIEW_ALL("conversation.view.all"),
    CONVERSATION_MESSAGE_ALL("conversation.message-all"),
    CONVERSATION_CREATE("conversation.create"),
    CONVERSATION_MESSAGE("conversation.message"),
    CONVERSATION_DELETE("conversation.delete"),
    CONVERSATION_RECEIVE_FROM_DESCENDANTS("conversation.receive-from-descendants"),

    DEVICE_VIEW("device.view"),
    DEVICE_CREATE("device.create"),
    DEVICE_EDIT("device.edit"),
    DEVICE_DELETE("device.delete"),
    DEVICE_TASK_VIEW("device.task.view"),
    DEVICE_STATUS_VIEW("device.status.view"),
    DEVICE_EVENT_VIEW("device.event.view"),
    DEVICE_VIEW_ALL("device.view.all"),
    DEVICE_OPEN_LOCK("device.open-lock"),

    EMERGENCY_ALERT_VIEW("emergency-alert.view"),
    EMERGENCY_ALERT_VIEW_ALL("emergency-alert.view.all"),
    EMERGENCY_ALERT_CREATE("emergency-alert.create"),
    EMERGENCY_ALERT_EDIT("emergency-alert.edit"),
    EMERGENCY_ALERT_DELETE("emergency-alert.delete"),
    EMERGENCY_ALERT_PLAY("emergency-alert.play"),

    FORWARD_RULE_VIEW("forward-rule.view"),
    FORWARD_RULE_CREATE("forward-rule.create"),
    FORWARD_RULE_EDIT("forward-rule.edit"),
    FORWARD_RULE_DELETE("forward-rule.delete"),
    FORWARD_RULE_VIEW_ALL("forward-rule.view.all"),

    MARKER_VIEW("marker.view"),
    MARKER_CREATE("marker.create"),
    MARKER_EDIT("marker.edit"),
    MARKER_DELETE("marker.delete"),
    MARKER_APPLY("marker.apply"),
    MARKER_VIEW_ALL("marker.view.all"),

    PROFILE_VIEW("profile.view"),
    PROFILE_CREATE("profile.create"),
    PROFILE_EDIT("profile.edit"),
    PROFILE_DELETE("profile.delete"),
    PROFILE_VIEW_ALL("profile.view.all"),
    PROFILE_GRANT_MORE_THAN_OWN("profile.grant-more-than-own"),

    SETTINGS_VIEW("settings.view"),
    SETTINGS_EDIT("settings.edit"),
    SETTINGS_IMPORT("settings.import"),

    SCHEDULE_VIEW("schedule.view"),
    SCHEDULE_CREATE("schedule.create"),
    SCHEDULE_EDIT("schedule.edit"),
    SCHEDULE_DELETE("schedule.delete"),
    SCHEDULE_VIEW_ALL("schedule.view.all"),

    AUDIT_VIEW("audit.view"),
    SYSTEM_INFO_VIEW("system-info.view"),

    USER_VIEW("user.view"),
    USER_CREATE("user.create"),
    USER_EDIT("user.edit"),
    USER_DELETE("user.delete"),
    USER_VIEW_ALL("user.view.all"),
    USER_EDIT_ALL("user.edit.all"),

    RULE_VIEW("rule.view"),
    RULE_DRAFT("rule.draft"),
    RULE_PUBLISH("rule.publish"),
    THREAT_SET("threat.set"),
    DECISION_EXPLAIN("decision.explain"),

    ROUTE_MANAGE("route.manage");

    private static final Map<String, Permission> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Permission::code, Function.identity()));

    private final String code;
    private final Scope scope;

    Permission(String code) {
        this.code = code;
        this.scope = Scope.ofCode(code);
    }

    /** The permission with this code; empty when the catalogue of this version has none. */
    public static Optional<Permission> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The code in the catalogue, in profiles, in API tokens and over REST. */
    public String code() {
        return code;
    }

    /** How far it reaches. */
    public Scope scope() {
        return scope;
    }

    /** What it allows, whatever its scope: {@code identifier.view} of {@code identifier.view.group}. */
    public String action() {
        return scope.actionOf(code);
    }
}
